import type { ComponentChildren } from 'preact'

/** Words that stand out from those around them. */
export const InsetText = ({ children }: { children: ComponentChildren }) => (
  <div class="govuk-inset-text">{children}</div>
)
