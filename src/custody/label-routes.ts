import { z } from 'zod'
import { labelPdf } from '../../templates/documents/label.ts'
import { labelZpl } from '../../templates/documents/label-zpl.ts'
import { normaliseItemCode } from '../parcels/item-code.ts'
import { type Api, api } from '../people/endpoint.ts'
import type { House } from '../platform/house.ts'
import { labelOf } from './print-label.ts'

/** The label of a parcel, for a page printer and for a label printer. */
export function labelRoutes(house: House): Api {
  const { on, ...slice } = api(house)
  const query = z.strictObject({ size: z.enum(['100x150', 'a6']).default('100x150') })

  on(
    {
      method: 'get',
      path: '/parcels/:code/label.pdf',
      summary: 'The label as PDF',
      who: 'print',
      query,
      reply: 'application/pdf',
    },
    async ({ db, now, actor, params, query }) =>
      labelPdf(await labelOf(db, normaliseItemCode(String(params['code'])), { by: actor, now }), query.size),
  )

  on(
    {
      method: 'get',
      path: '/parcels/:code/label.zpl',
      summary: 'The label for a 203 dpi label printer',
      who: 'print',
      reply: 'text/plain',
    },
    async ({ db, now, actor, params }) =>
      labelZpl(await labelOf(db, normaliseItemCode(String(params['code'])), { by: actor, now })),
  )
  return { ...slice, on }
}
