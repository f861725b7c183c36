import type { PartialInputHTMLAttributes } from 'preact'
import type { Field } from '../fields.ts'
import { classNames } from './class-names.ts'
import { describedBy, Labelled, type Labels } from './labelled.tsx'

type Passed = 'autocomplete' | 'autocapitalize' | 'autofocus' | 'inputmode' | 'maxlength' | 'spellcheck'

export type TextFieldProps = Field &
  Labels &
  Pick<PartialInputHTMLAttributes<HTMLInputElement>, Passed> & {
    type?: 'text' | 'search' | 'tel' | 'email' | 'password' | 'date' | 'datetime-local'
    /** For how many characters it is drawn; it takes more. */
    width?: 2 | 3 | 4 | 5 | 10 | 20 | 30
    prefix?: string
    suffix?: string
  }

/** One line of text. Other attributes (`autocomplete`, `inputmode`, `data-…`) reach the input as they are. */
export function TextField({
  label,
  hint,
  labelSize,
  error,
  width,
  prefix,
  suffix,
  type = 'text',
  ...input
}: TextFieldProps) {
  const { id } = input
  // Preact's types allow one literal type at a time, each with its own roles.
  const kind: object = { type }
  const box = (
    <input
      class={classNames('govuk-input', width && `govuk-input--width-${width}`, error && 'govuk-input--error')}
      {...input}
      {...kind}
      aria-describedby={describedBy({ id, hint, error })}
    />
  )
  return (
    <Labelled id={id} label={label} hint={hint} labelSize={labelSize} error={error}>
      {prefix || suffix ? <Affixed prefix={prefix} suffix={suffix} box={box} /> : box}
    </Labelled>
  )
}

type Affixes = { prefix: string | undefined; suffix: string | undefined; box: preact.JSX.Element }

function Affixed({ prefix, suffix, box }: Affixes) {
  return (
    <div class="govuk-input__wrapper">
      {prefix && (
        <div class="govuk-input__prefix" aria-hidden="true">
          {prefix}
        </div>
      )}
      {box}
      {suffix && (
        <div class="govuk-input__suffix" aria-hidden="true">
          {suffix}
        </div>
      )}
    </div>
  )
}
