import type { FieldError } from '../../src/kit/errors.ts'
import { fieldName } from '../fields.ts'

/**
 * What is to be corrected, at the top, each line leading to its field in the same words. It takes the focus by itself,
 * without a script. An error of no field (pointer '') stands without a link.
 */
export function ErrorSummary({ errors }: { errors: readonly FieldError[] }) {
  if (!errors.length) return null
  return (
    <div
      class="govuk-error-summary"
      data-module="govuk-error-summary"
      data-disable-auto-focus="true"
      tabindex={-1}
      autofocus
    >
      <div role="alert">
        <h2 class="govuk-error-summary__title">Xin xem lại</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {errors.map(({ pointer, detail }) => (
              <li>{pointer ? <a href={`#${fieldName(pointer)}`}>{detail}</a> : detail}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  )
}
