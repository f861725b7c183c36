import type { Field } from '../fields.ts'
import type { Choice } from './choices.ts'
import { type Legend, QuestionGroup } from './fieldset.tsx'
import { Options } from './options.tsx'

export type RadiosProps = Field & Legend & { choices: readonly Choice[]; variant?: 'inline' | 'small' }

/** One of a few, all of them in view. */
export function Radios({ id, name, value, error, choices, variant, ...legend }: RadiosProps) {
  return (
    <QuestionGroup id={id} error={error} {...legend}>
      <Options
        kind="radios"
        id={id}
        name={name}
        choices={choices}
        chosen={value === undefined ? [] : [value]}
        variant={variant}
      />
    </QuestionGroup>
  )
}
