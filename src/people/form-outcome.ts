import { DomainError, type FieldError } from '../kit/errors.ts'

/** What became of a sent form: its work is done, or there is something to correct and the form is shown again. */
export type Outcome<T> = { done: T } | { errors: FieldError[]; code: string }

const forTheForm: readonly DomainError['kind'][] = ['invalid', 'conflict']

/**
 * Does the work of a form. What the person can correct comes back as errors of fields; a rule of the present state has
 * the field that `places` gives its code, or none. Everything else goes on up.
 */
export async function formOutcome<T>(work: () => Promise<T>, places: Record<string, string> = {}): Promise<Outcome<T>> {
  try {
    return { done: await work() }
  } catch (error) {
    if (!(error instanceof DomainError && forTheForm.includes(error.kind))) throw error
    const { code, message, fields } = error
    return { code, errors: fields.length ? fields : [{ pointer: places[code] ?? '', detail: message }] }
  }
}
