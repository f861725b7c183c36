import type Router from '@koa/router'
import { labelPdf } from '../../templates/documents/label.ts'
import { normaliseItemCode } from '../parcels/item-code.ts'
import { pages } from '../people/pages.ts'
import type { House } from '../platform/house.ts'
import { labelOf } from './print-label.ts'

/** The label of a parcel for those who work in a browser, for a label printer or on half a sheet. */
export function labelPages(house: House): Router {
  const { router, get } = pages(house)
  get('/staff/parcels/:code/label.pdf', 'print', async ({ ctx, now, actor, params, query }) => {
    const label = await labelOf(house.db, normaliseItemCode(String(params['code'])), { by: actor, now })
    ctx.body = await labelPdf(label, query['size'] === 'a6' ? 'a6' : '100x150')
    ctx.type = 'application/pdf'
  })
  return router
}
