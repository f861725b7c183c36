import { randomBytes } from 'node:crypto'
import helmet from 'koa-helmet'
import type { Step } from './state.ts'

/** A nonce for this answer's own scripts and styles; nothing else runs, frames, or learns where people came from. */
export const securityHeaders = (): Step => {
  // Once for all answers: reading these options takes longer than most requests.
  const guard = helmet({
    contentSecurityPolicy: false,
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: { maxAge: 31_536_000 },
  })
  return async (ctx, next) => {
    ctx.state.nonce = randomBytes(16).toString('base64')
    ctx.set('Content-Security-Policy', contentSecurityPolicy(ctx.state.nonce))
    await guard(ctx as never, next)
  }
}

const contentSecurityPolicy = (nonce: string) =>
  [
    `default-src 'none'`,
    `script-src 'nonce-${nonce}'`,
    `style-src 'self'`,
    `img-src 'self' data:`,
    `font-src 'self'`,
    `connect-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `object-src 'none'`,
    `frame-ancestors 'none'`,
  ].join(';')

/** What is shown belongs to one person: no shared cache, no back button after signing out. */
export const neverCache: Step = async (ctx, next) => {
  ctx.set('Cache-Control', 'no-store')
  await next()
}
