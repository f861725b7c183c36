import type { ComponentChildren } from 'preact'
import type { Field } from '../fields.ts'
import { classNames } from './class-names.ts'

type Props = {
  heading: string
  name: string
  field: (name: string) => Field
  children?: ComponentChildren
}

/** One paper of a list, with a field for how many of each kind were counted: `‹name›.originals`, `.certified`, `.copies`. */
export function PaperRow({ heading, name, field, children }: Props) {
  const counts = Object.entries(kinds).map(([kind, label]) => ({ label, ...field(`${name}.${kind}`) }))
  const wrong = counts.filter(({ error }) => error)
  return (
    <li>
      <fieldset
        class={classNames('bt-papers__row', wrong.length > 0 && 'govuk-form-group--error')}
        aria-labelledby={`${name}-heading`}
      >
        <div class="bt-papers__name">
          <span id={`${name}-heading`}>{heading}</span>
          {wrong.map(({ id, error }) => (
            <p id={`${id}-error`} class="govuk-error-message">
              <span class="govuk-visually-hidden">Lỗi:</span> {error}
            </p>
          ))}
          {children}
        </div>
        {counts.map(count => (
          <Count {...count} />
        ))}
      </fieldset>
    </li>
  )
}

const kinds = { originals: 'Bản chính', certified: 'Chứng thực', copies: 'Bản sao' }

function Count({ label, error, ...input }: Field & { label: string }) {
  return (
    <div class="bt-papers__count">
      <label class="govuk-label" for={input.id}>
        {label}
      </label>
      <input
        class={classNames('govuk-input', 'govuk-input--width-2', error && 'govuk-input--error')}
        {...input}
        inputmode="numeric"
        autocomplete="off"
        aria-describedby={error && `${input.id}-error`}
      />
    </div>
  )
}
