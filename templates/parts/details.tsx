import type { ComponentChildren } from 'preact'

/** Words that only some need, folded away under a line that says what they are. */
export function Details({
  summary,
  isOpen,
  children,
}: {
  summary: string
  isOpen?: boolean
  children: ComponentChildren
}) {
  return (
    <details class="govuk-details" open={isOpen}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  )
}
