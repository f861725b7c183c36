import type { Middleware, ParameterizedContext } from 'koa'
import type { Logger } from 'pino'

/** What the first middlewares know of a request. */
export type RequestState = { requestId: string; now: Date; log: Logger; nonce: string }
export type RequestContext<More = unknown> = ParameterizedContext<RequestState & More>
export type Step = Middleware<RequestState>

/** Pages answer people, everything under /api answers programs. */
export const isApi = (ctx: { path: string }) => ctx.path.toLowerCase().startsWith('/api/')
