import { DomainError } from '../kit/errors.ts'
import { isStorable } from '../kit/text.ts'
import type { Step } from './state.ts'

/** Nothing we take is nested as deep; what is deeper would exhaust who reads it. */
const deepest = 20

/** Text that no database can keep is refused before anybody works on it. Scans are the exception: each is refused alone. */
export const refuseUnstorable = (): Step => async (ctx, next) => {
  const isScans = ctx.path.toLowerCase() === '/api/v1/scans'
  if (isDeeperThan(ctx.request.body, deepest)) {
    throw new DomainError('invalid', 'malformed', 'Nội dung lồng quá sâu.')
  }
  if (!isStorable([decodedPath(ctx.path), ctx.query, isScans ? null : ctx.request.body])) {
    throw new DomainError('invalid', 'malformed', 'Nội dung có ký tự không đọc được. Xin gõ lại.')
  }
  await next()
}

const isDeeperThan = (sent: unknown, levels: number): boolean =>
  typeof sent === 'object' &&
  sent !== null &&
  (levels === 0 || Object.values(sent).some(inner => isDeeperThan(inner, levels - 1)))

function decodedPath(path: string) {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
