import type { ComponentChildren } from 'preact'

/** The heading of a confirmation page: what was done, and the number to keep. */
export function Panel({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <div class="govuk-panel govuk-panel--confirmation">
      <h1 class="govuk-panel__title">{title}</h1>
      <div class="govuk-panel__body">{children}</div>
    </div>
  )
}
