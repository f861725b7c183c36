import type { Field } from '../fields.ts'
import type { Choice } from './choices.ts'
import { type Legend, QuestionGroup } from './fieldset.tsx'
import { Options } from './options.tsx'

export type CheckboxesProps = Field & Legend & { choices: readonly Choice[]; variant?: 'small' }

/** Any of several. Several chosen values arrive, and are shown again, one a line. */
export function Checkboxes({ id, name, value = '', error, choices, variant, ...legend }: CheckboxesProps) {
  return (
    <QuestionGroup id={id} error={error} {...legend}>
      <Options kind="checkboxes" id={id} name={name} choices={choices} chosen={value.split('\n')} variant={variant} />
    </QuestionGroup>
  )
}
