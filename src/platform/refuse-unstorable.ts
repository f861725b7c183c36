import { DomainError } from '../kit/errors.ts'
import { isStorable } from '../kit/text.ts'
import type { Step } from './state.ts'

/** Text that no database can keep is refused before anybody works on it. Scans are the exception: each is refused alone. */
export const refuseUnstorable = (): Step => async (ctx, next) => {
  const isScans = ctx.path.toLowerCase() === '/api/v1/scans'
  if (!isStorable([decodedPath(ctx.path), ctx.query, isScans ? null : ctx.request.body])) {
    throw new DomainError('invalid', 'malformed', 'Nội dung có ký tự không đọc được. Xin gõ lại.')
  }
  await next()
}

function decodedPath(path: string) {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
