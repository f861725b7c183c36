import type { FieldError } from '../src/kit/errors.ts'

/** A form as it was sent: what was typed, by field name, and what is to be corrected. */
export type Sent = { values?: Record<string, string> | undefined; errors?: readonly FieldError[] | undefined }

/** What every input needs to know of itself. Spread it: `<TextField {...field('applicant.name')} label="Họ tên" />`. */
export type Field = { id: string; name: string; value?: string | undefined; error?: string | undefined }

/** The fields of a form by name, each with what was typed and its first error. A form not sent yet has neither. */
export const fieldsOf =
  ({ values = {}, errors = [] }: Sent = {}) =>
  (name: string): Field => ({
    id: name,
    name,
    value: values[name],
    error: errors.find(({ pointer }) => fieldName(pointer) === name)?.detail,
  })

/** `/applicant/name` → `applicant.name`: errors speak of JSON, forms of names. */
export const fieldName = (pointer: string): string =>
  pointer
    .slice(1)
    .split('/')
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.')
