import type Router from '@koa/router'
import { visibleUnits } from '../people/may.ts'
import { pages } from '../people/pages.ts'
import type { House } from '../platform/house.ts'
import { prints } from './print-documents.ts'
import { dossierToPrint } from './queries.ts'

/** The forms of a dossier for those who work in a browser: the same as the API's, opened by a link. */
export function printPages(house: House): Router {
  const { router, get } = pages(house)
  for (const { name, print } of prints) {
    get(`/staff/dossiers/:reference/${name}.pdf`, 'print', async ({ ctx, now, actor, params }) => {
      const dossier = await dossierToPrint(house.db, String(params['reference']), visibleUnits(actor, 'print'))
      ctx.body = await print(house.db, dossier, { ...house, by: actor, now })
      ctx.type = 'application/pdf'
    })
  }
  return router
}
