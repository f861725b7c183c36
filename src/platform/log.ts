import { randomUUID } from 'node:crypto'
import { type Logger, pino } from 'pino'
import type { House } from './house.ts'
import type { Step } from './state.ts'

/** Members that must never reach a log, wherever they stand. */
const secret = ['password', 'token', 'lookup_code', 'id_number', 'phone', 'authorization', 'cookie']

export const createLog = (level: string): Logger =>
  pino({ level, redact: { paths: secret.flatMap(name => [name, `*.${name}`, `*.*.${name}`]), censor: '[kín]' } })

/**
 * Gives each request its id and its one `now`, and writes one line when it is answered: the route's pattern, never the
 * path itself, in which a code or a token may stand.
 */
export const logRequests =
  ({ log, clock }: Pick<House, 'log' | 'clock'>): Step =>
  async (ctx, next) => {
    const requestId = randomUUID()
    const started = performance.now()
    Object.assign(ctx.state, { requestId, now: clock(), log: log.child({ request: requestId }) })
    ctx.set('X-Request-Id', requestId)
    await next()
    const ms = Math.round(performance.now() - started)
    ctx.state.log.info({ method: ctx.method, route: ctx['_matchedRoute'] ?? null, status: ctx.status, ms })
  }
