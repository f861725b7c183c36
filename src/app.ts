import { bodyParser } from '@koa/bodyparser'
import type Router from '@koa/router'
import Koa from 'koa'
import compress from 'koa-compress'
import serve from 'koa-static'
import { errorPage } from '../templates/error-page.tsx'
import * as bagLabels from './bags/label-routes.ts'
import { packingRoutes } from './bags/packing-routes.ts'
import { bagPages } from './bags/pages.ts'
import * as bags from './bags/routes.ts'
import { workPages } from './bags/work-pages.ts'
import { blankPages } from './blanks/pages.ts'
import * as blanks from './blanks/routes.ts'
import { consequences } from './consequences.ts'
import { labelPages } from './custody/label-pages.ts'
import { labelRoutes } from './custody/label-routes.ts'
import { paperPages } from './custody/paper-pages.ts'
import { reviewRoutes } from './custody/review-routes.ts'
import * as custody from './custody/routes.ts'
import { scanPages } from './custody/scan-pages.ts'
import { undoPages } from './custody/undo-pages.ts'
import { counterPages } from './dossiers/counter-pages.ts'
import { decisionRoutes } from './dossiers/decision-routes.ts'
import { deskPages } from './dossiers/desk-pages.ts'
import { dossierPages } from './dossiers/dossier-pages.ts'
import { listPages } from './dossiers/list-pages.ts'
import { printPages } from './dossiers/print-pages.ts'
import { printRoutes } from './dossiers/print-routes.ts'
import * as dossiers from './dossiers/routes.ts'
import * as evidence from './evidence/routes.ts'
import { openApiRoute } from './exchange/openapi-routes.ts'
import { acceptancePages } from './handovers/acceptance-pages.ts'
import { handoverPages } from './handovers/pages.ts'
import { releasePages } from './handovers/release-pages.ts'
import * as handovers from './handovers/routes.ts'
import { settlingRoutes } from './handovers/settling-routes.ts'
import { signingRoutes } from './handovers/signing-routes.ts'
import { unlistedPages } from './handovers/unlisted-pages.ts'
import { unlistedRoutes } from './handovers/unlisted-routes.ts'
import { speakVietnamese } from './kit/fields.ts'
import { rootFolder } from './kit/root-folder.ts'
import { citizenPages } from './messages/citizen-pages.ts'
import * as messages from './messages/routes.ts'
import { staffPages } from './messages/staff-pages.ts'
import { openingPages } from './openings/pages.ts'
import * as openings from './openings/routes.ts'
import { rangePages } from './parcels/range-pages.ts'
import { adminPages } from './people/admin-pages.ts'
import type { Api } from './people/endpoint.ts'
import { guessLimit } from './people/guess-limit.ts'
import { frameOf } from './people/page.ts'
import { personPages } from './people/person-pages.ts'
import * as people from './people/routes.ts'
import { setUpPages } from './people/set-up-pages.ts'
import { signInPages } from './people/sign-in-pages.ts'
import { refuseForgedForms, whoIsAsking } from './people/who-is-asking.ts'
import { answerErrors } from './platform/answer-errors.ts'
import { healthRoutes } from './platform/health.ts'
import type { House } from './platform/house.ts'
import { logRequests } from './platform/log.ts'
import { refuseUnstorable } from './platform/refuse-unstorable.ts'
import { neverCache, securityHeaders } from './platform/security-headers.ts'
import { procedurePages } from './procedures/pages.ts'
import * as procedures from './procedures/routes.ts'
import { attendPages } from './promises/attend-pages.ts'
import { controlPages } from './promises/control-pages.ts'
import * as promises from './promises/routes.ts'
import { collectionPages } from './rounds/collection-pages.ts'
import { myRoundPages } from './rounds/my-round-pages.ts'
import { noticeRoutes } from './rounds/notice-routes.ts'
import { officePages } from './rounds/office-pages.ts'
import { roundPages } from './rounds/pages.ts'
import { planningRoutes } from './rounds/planning-routes.ts'
import { proofRoutes } from './rounds/proof-routes.ts'
import { reportRoutes } from './rounds/report-routes.ts'
import * as rounds from './rounds/routes.ts'
import { sheetRoutes } from './rounds/sheet-routes.ts'
import { stopPages } from './rounds/stop-pages.ts'
import { countPages } from './stock/count-pages.ts'
import { countingRoutes } from './stock/counting-routes.ts'
import { listRoutes } from './stock/list-routes.ts'
import { stockPages } from './stock/pages.ts'
import * as stock from './stock/routes.ts'
import { trackingPages } from './tracking/pages.ts'
import * as tracking from './tracking/routes.ts'
import { trackLimits } from './tracking/track-limits.ts'

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
  const limits = limitsOf(house)
  const apis = apisOf(house, limits)
  return [...apis.map(({ router }) => router), openApiRoute(apis, house), ...pagesOf(house, limits)]
}

/** In the order of the slices. */
function pagesOf(house: House, limits: Limits): Router[] {
  return [
    signInPages({ ...house, ...limits }),
    setUpPages(house),
    adminPages(house),
    personPages(house),
    procedurePages(house),
    rangePages(house),
    scanPages({ ...house, consequences }),
    undoPages({ ...house, consequences }),
    paperPages({ ...house, consequences }),
    labelPages(house),
    stockPages(house),
    blankPages(house),
    countPages(house),
    releasePages(house),
    unlistedPages(house),
    acceptancePages({ ...house, consequences, ...limits }),
    handoverPages(house),
    bagPages(house),
    workPages({ ...house, consequences }),
    controlPages(house),
    attendPages(house),
    myRoundPages({ ...house, consequences }),
    stopPages({ ...house, consequences }),
    officePages(house),
    roundPages(house),
    collectionPages({ ...house, consequences }),
    deskPages({ ...house, consequences }),
    counterPages({ ...house, consequences }),
    listPages(house),
    dossierPages({ ...house, consequences }),
    printPages(house),
    openingPages(house),
    staffPages(house),
    citizenPages(house),
    trackingPages({ ...house, ...limits }),
  ]
}

/** How often one may guess or ask: made once, so that pages and programs share what is counted in memory. */
export const limitsOf = ({ db }: House) => ({ signInLimit: guessLimit(db), trackLimits: trackLimits(db) })
type Limits = ReturnType<typeof limitsOf>

/** In the order of the slices. */
export function apisOf(house: House, limits: Limits): Api[] {
  return [
    people.routes({ ...house, ...limits }),
    procedures.routes(house),
    custody.routes({ ...house, consequences }),
    reviewRoutes(house),
    labelRoutes(house),
    countingRoutes(house),
    listRoutes(house),
    stock.routes(house),
    blanks.routes(house),
    signingRoutes({ ...house, consequences, ...limits }),
    settlingRoutes(house),
    unlistedRoutes(house),
    handovers.routes(house),
    packingRoutes({ ...house, consequences }),
    bags.routes(house),
    bagLabels.labelRoutes(house),
    promises.routes(house),
    evidence.routes(house),
    planningRoutes({ ...house, consequences }),
    noticeRoutes({ ...house, consequences }),
    rounds.routes(house),
    sheetRoutes(house),
    reportRoutes({ ...house, consequences }),
    proofRoutes(house),
    dossiers.routes({ ...house, consequences }),
    decisionRoutes({ ...house, consequences }),
    printRoutes(house),
    openings.routes(house),
    messages.routes(house),
    tracking.routes({ ...house, ...limits }),
  ]
}
