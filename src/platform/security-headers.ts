import { randomBytes } from 'node:crypto'
import helmet from 'koa-helmet'
import type { Step } from './state.ts'

/** A nonce for this answer's own scripts and styles; nothing else runs, frames, or learns where people came from. */
export const securityHeaders = (): Step => async (ctx, next) => {
  const nonce = randomBytes(16).toString('base64')
  ctx.state.nonce = nonce
  const guard = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: [`'nonce-${nonce}'`],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        formAction: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: { maxAge: 31_536_000 },
  })
  await guard(ctx as never, next)
}

/** What is shown belongs to one person: no shared cache, no back button after signing out. */
export const neverCache: Step = async (ctx, next) => {
  ctx.set('Cache-Control', 'no-store')
  await next()
}
