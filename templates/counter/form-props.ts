import type { IntakeChoices } from '../../src/dossiers/intake-choices.ts'
import type { Field } from '../fields.ts'

/** What every part of the intake form is given. */
export type FormProps = IntakeChoices & {
  isDesk: boolean
  field: (name: string) => Field
  values: Record<string, string>
}

/** A folded part is open as soon as one of its fields says something or is wrong. */
export const isFilled = (fields: readonly Field[]): boolean =>
  fields.some(({ value, error }) => Boolean(value || error))
