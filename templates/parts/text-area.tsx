import type { Field } from '../fields.ts'
import { classNames } from './class-names.ts'
import { describedBy, Labelled, type Labels } from './labelled.tsx'

export type TextAreaProps = Field & Labels & { rows?: number; spellcheck?: boolean; autofocus?: boolean }

/** Several lines of text. */
export function TextArea({ label, hint, labelSize, error, rows = 5, value, ...area }: TextAreaProps) {
  const { id } = area
  return (
    <Labelled id={id} label={label} hint={hint} labelSize={labelSize} error={error}>
      <textarea
        class={classNames('govuk-textarea', error && 'govuk-textarea--error')}
        {...area}
        rows={rows}
        aria-describedby={describedBy({ id, hint, error })}
      >
        {value}
      </textarea>
    </Labelled>
  )
}
