import { z } from 'zod'
import { DomainError, type FieldError, notFound } from './errors.ts'

/** Parses what came in; throws `invalid` with every wrong member at once, each with its JSON Pointer. */
export function parse<T extends z.ZodType>(schema: T, sent: unknown, code = 'invalid'): z.output<T> {
  const parsed = schema.safeParse(sent)
  if (parsed.success) return parsed.data
  throw new DomainError('invalid', code, 'Có thông tin cần sửa.', parsed.error.issues.flatMap(fieldErrors))
}

function fieldErrors(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map(key => ({ pointer: pointer([...issue.path, key]), detail: 'Không có mục này.' }))
  }
  return [{ pointer: pointer(issue.path), detail: issue.message }]
}

const pointer = (path: PropertyKey[]) =>
  path.map(step => `/${String(step).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** An id from a path, in small letters as ids are kept. One that cannot be an id belongs to nothing: notFound. */
export function idIn(params: Record<string, string>, name = 'id'): string {
  const id = z.uuid().toLowerCase().safeParse(params[name])
  if (!id.success) throw notFound()
  return id.data
}
