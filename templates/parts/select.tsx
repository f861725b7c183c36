import type { Field } from '../fields.ts'
import type { Choice } from './choices.ts'
import { classNames } from './class-names.ts'
import { describedBy, Labelled, type Labels } from './labelled.tsx'

export type SelectProps = Field & Labels & { choices: readonly Pick<Choice, 'value' | 'text'>[]; none?: string }

/** One of many, folded away. `none` is the first line, for nothing chosen. For up to seven choices use Radios. */
export function Select({ label, hint, labelSize, error, choices, none, value, ...select }: SelectProps) {
  const { id } = select
  const lines = none === undefined ? choices : [{ value: '', text: none }, ...choices]
  return (
    <Labelled id={id} label={label} hint={hint} labelSize={labelSize} error={error}>
      <select
        class={classNames('govuk-select', error && 'govuk-select--error')}
        {...select}
        aria-describedby={describedBy({ id, hint, error })}
      >
        {lines.map(line => (
          <option value={line.value} selected={line.value === value}>
            {line.text}
          </option>
        ))}
      </select>
    </Labelled>
  )
}
