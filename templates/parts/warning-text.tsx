import type { ComponentChildren } from 'preact'

/** What has consequences if it is overlooked. */
export function WarningText({ children }: { children: ComponentChildren }) {
  return (
    <div class="govuk-warning-text">
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">Cảnh báo</span> {children}
      </strong>
    </div>
  )
}
