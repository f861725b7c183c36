import type Router from '@koa/router'
import { bagPages } from './bags/pages.ts'
import { workPages } from './bags/work-pages.ts'
import { blankPages } from './blanks/pages.ts'
import { labelPages } from './custody/label-pages.ts'
import { paperPages } from './custody/paper-pages.ts'
import { scanPages } from './custody/scan-pages.ts'
import { undoPages } from './custody/undo-pages.ts'
import { counterPages } from './dossiers/counter-pages.ts'
import { deskPages } from './dossiers/desk-pages.ts'
import { dossierPages } from './dossiers/dossier-pages.ts'
import { listPages } from './dossiers/list-pages.ts'
import { printPages } from './dossiers/print-pages.ts'
import { acceptancePages } from './handovers/acceptance-pages.ts'
import { handoverPages } from './handovers/pages.ts'
import { releasePages } from './handovers/release-pages.ts'
import { unlistedPages } from './handovers/unlisted-pages.ts'
import { citizenPages } from './messages/citizen-pages.ts'
import { staffPages } from './messages/staff-pages.ts'
import { openingPages } from './openings/pages.ts'
import { rangePages } from './parcels/range-pages.ts'
import { adminPages } from './people/admin-pages.ts'
import { personPages } from './people/person-pages.ts'
import { setUpPages } from './people/set-up-pages.ts'
import { signInPages } from './people/sign-in-pages.ts'
import { procedurePages } from './procedures/pages.ts'
import { attendPages } from './promises/attend-pages.ts'
import { controlPages } from './promises/control-pages.ts'
import { importPages } from './promises/import-pages.ts'
import { promiseDataPages } from './promises/promise-data-pages.ts'
import { standstillPages } from './promises/standstill-pages.ts'
import { reportPages } from './reports/pages.ts'
import { collectionPages } from './rounds/collection-pages.ts'
import { myRoundPages } from './rounds/my-round-pages.ts'
import { officePages } from './rounds/office-pages.ts'
import { roundPages } from './rounds/pages.ts'
import { stopPages } from './rounds/stop-pages.ts'
import { countPages } from './stock/count-pages.ts'
import { stockPages } from './stock/pages.ts'
import { trackingPages } from './tracking/pages.ts'
import type { WholeHouse } from './whole-house.ts'

/** In the order of the slices. */
const pages: readonly ((house: WholeHouse) => Router)[] = [
  signInPages,
  setUpPages,
  adminPages,
  personPages,
  procedurePages,
  rangePages,
  scanPages,
  undoPages,
  paperPages,
  labelPages,
  stockPages,
  blankPages,
  countPages,
  releasePages,
  unlistedPages,
  acceptancePages,
  handoverPages,
  bagPages,
  workPages,
  controlPages,
  standstillPages,
  promiseDataPages,
  importPages,
  attendPages,
  myRoundPages,
  stopPages,
  officePages,
  roundPages,
  collectionPages,
  deskPages,
  counterPages,
  listPages,
  dossierPages,
  printPages,
  openingPages,
  staffPages,
  citizenPages,
  trackingPages,
  reportPages,
]

export const pagesOf = (house: WholeHouse): Router[] => pages.map(make => make(house))
