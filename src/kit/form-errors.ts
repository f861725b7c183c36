import { DomainError, type FieldError } from './errors.ts'

/** What a form must say again when its verb refused: the wrong fields, or the rule itself, which belongs to no field. */
export function formErrors(error: unknown): FieldError[] {
  if (!(error instanceof DomainError)) throw error
  if (error.kind === 'invalid' && error.fields.length) return error.fields
  if (error.kind === 'invalid' || error.kind === 'conflict') return [{ pointer: '', detail: error.message }]
  throw error
}
