import { bodyParser } from '@koa/bodyparser'
import type Router from '@koa/router'
import Koa from 'koa'
import compress from 'koa-compress'
import serve from 'koa-static'
import { errorPage } from '../templates/error-page.tsx'
import { pagesOf } from './all-pages.ts'
import { apisOf } from './all-routes.ts'
import { openApiRoute } from './exchange/openapi-routes.ts'
import { speakVietnamese } from './kit/fields.ts'
import { rootFolder } from './kit/root-folder.ts'
import { frameOf } from './people/page.ts'
import { refuseForgedForms, whoIsAsking } from './people/who-is-asking.ts'
import { answerErrors } from './platform/answer-errors.ts'
import { healthRoutes } from './platform/health.ts'
import type { House } from './platform/house.ts'
import { logRequests } from './platform/log.ts'
import { refuseUnstorable } from './platform/refuse-unstorable.ts'
import { neverCache, securityHeaders } from './platform/security-headers.ts'
import { wholeHouse } from './whole-house.ts'

const oneYear = 365 * 24 * 3600_000

/** The whole service on one house: what happens to a request, from top to bottom. */
export function createApp(house: House, isTimetableAlive: () => boolean = () => true): Koa {
  speakVietnamese()
  const app = new Koa({ proxy: house.proxyHops > 0, maxIpsCount: house.proxyHops })
  app.silent = true
  app.use(logRequests(house))
  app.use(securityHeaders())
  app.use(answerErrors((ctx, problem) => errorPage(frameOf(ctx, house), problem, ctx.state.requestId)))
  app.use(compress())
  app.use(serve(rootFolder('dist', 'public'), { maxage: oneYear, immutable: true }))
  app.use(neverCache)
  app.use(healthRoutes(house, isTimetableAlive).routes())
  app.use(bodyParser({ enableTypes: ['json', 'form'], jsonLimit: '1mb', formLimit: '256kb' }))
  app.use(refuseUnstorable())
  app.use(whoIsAsking(house))
  app.use(refuseForgedForms(house))
  for (const router of routers(house)) app.use(router.routes()).use(router.allowedMethods())
  return app
}

function routers(house: House): Router[] {
  const whole = wholeHouse(house)
  const apis = apisOf(whole)
  return [...apis.map(({ router }) => router), openApiRoute(apis, house), ...pagesOf(whole)]
}
