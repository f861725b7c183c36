/** One wrong member of a request: where it is (JSON Pointer) and a sentence the person can act on. */
export type FieldError = { pointer: string; detail: string }

export type Kind = 'notFound' | 'invalid' | 'conflict' | 'forbidden' | 'unauthenticated' | 'tooMany'

/** An answer the domain gives on purpose. Anything else that is thrown is a bug. `code` is stable, `message` is for people. */
export class DomainError extends Error {
  constructor(
    readonly kind: Kind,
    readonly code: string,
    message: string,
    readonly fields: FieldError[] = [],
    /** For how long the same request would get the same answer. */
    readonly seconds: number | null = null,
  ) {
    super(message)
  }
}

/** One answer for what does not exist and for what the asker may not know of. */
export const notFound = (what = 'Không tìm thấy.') => new DomainError('notFound', 'not_found', what)

/** The request itself cannot be: every wrong field at once. */
export const invalid = (fields: FieldError[], code = 'invalid') =>
  new DomainError('invalid', code, 'Có thông tin cần sửa.', fields)

/** The request is sound, but a rule of the present state forbids it. `rule` is the stable code. */
export const conflict = (rule: string, sentence: string) => new DomainError('conflict', rule, sentence)

/** Nobody is signed in, or with the wrong words. */
export const unauthenticated = () => new DomainError('unauthenticated', 'unauthenticated', 'Xin đăng nhập.')

export const forbidden = (sentence = 'Tài khoản này không được phép làm việc này.') =>
  new DomainError('forbidden', 'forbidden', sentence)

/** Too often in too short a time, for `ms` more milliseconds. */
export function tooMany(ms: number): DomainError {
  const seconds = Math.max(1, Math.ceil(ms / 1000))
  const wait = seconds < 120 ? `${seconds} giây` : `${Math.ceil(seconds / 60)} phút`
  const sentence = `Đã thử nhiều lần trong thời gian ngắn. Xin thử lại sau ${wait}.`
  return new DomainError('tooMany', 'too_many', sentence, [], seconds)
}
