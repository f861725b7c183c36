import * as bagLabels from './bags/label-routes.ts'
import { packingRoutes } from './bags/packing-routes.ts'
import * as bags from './bags/routes.ts'
import * as blanks from './blanks/routes.ts'
import { labelRoutes } from './custody/label-routes.ts'
import { reviewRoutes } from './custody/review-routes.ts'
import * as custody from './custody/routes.ts'
import { decisionRoutes } from './dossiers/decision-routes.ts'
import { printRoutes } from './dossiers/print-routes.ts'
import { refundRoutes } from './dossiers/refund-routes.ts'
import * as dossiers from './dossiers/routes.ts'
import * as evidence from './evidence/routes.ts'
import * as handovers from './handovers/routes.ts'
import { settlingRoutes } from './handovers/settling-routes.ts'
import { signingRoutes } from './handovers/signing-routes.ts'
import { unlistedRoutes } from './handovers/unlisted-routes.ts'
import * as messages from './messages/routes.ts'
import * as openings from './openings/routes.ts'
import type { Api } from './people/endpoint.ts'
import * as people from './people/routes.ts'
import * as procedures from './procedures/routes.ts'
import { importRoutes } from './promises/import-routes.ts'
import { pauseRoutes } from './promises/pause-routes.ts'
import * as promises from './promises/routes.ts'
import { parcelTimeRoutes } from './reports/parcel-time-routes.ts'
import * as reports from './reports/routes.ts'
import { noticeRoutes } from './rounds/notice-routes.ts'
import { planningRoutes } from './rounds/planning-routes.ts'
import { proofRoutes } from './rounds/proof-routes.ts'
import { reportRoutes } from './rounds/report-routes.ts'
import * as rounds from './rounds/routes.ts'
import { sheetRoutes } from './rounds/sheet-routes.ts'
import { countingRoutes } from './stock/counting-routes.ts'
import { listRoutes } from './stock/list-routes.ts'
import * as stock from './stock/routes.ts'
import * as tracking from './tracking/routes.ts'
import type { WholeHouse } from './whole-house.ts'

/** In the order of the slices. */
const apis: readonly ((house: WholeHouse) => Api)[] = [
  people.routes,
  procedures.routes,
  custody.routes,
  reviewRoutes,
  labelRoutes,
  countingRoutes,
  listRoutes,
  stock.routes,
  blanks.routes,
  signingRoutes,
  settlingRoutes,
  unlistedRoutes,
  handovers.routes,
  packingRoutes,
  bags.routes,
  bagLabels.labelRoutes,
  promises.routes,
  pauseRoutes,
  importRoutes,
  evidence.routes,
  planningRoutes,
  noticeRoutes,
  rounds.routes,
  sheetRoutes,
  reportRoutes,
  proofRoutes,
  dossiers.routes,
  decisionRoutes,
  refundRoutes,
  printRoutes,
  openings.routes,
  messages.routes,
  tracking.routes,
  reports.routes,
  parcelTimeRoutes,
]

export const apisOf = (house: WholeHouse): Api[] => apis.map(make => make(house))
