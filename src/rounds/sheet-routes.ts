import { idIn } from '../kit/parse.ts'
import { type Api, api } from '../people/endpoint.ts'
import type { House } from '../platform/house.ts'
import { printClosing } from './print-closing.ts'
import { printNotices } from './print-notices.ts'
import { printSheet } from './print-sheet.ts'

/** A round on paper: the sheet of its stops, the notices to leave, and the record of its closing. */
export function sheetRoutes(house: House): Api {
  const { on, ...slice } = api(house)

  on(
    {
      method: 'get',
      path: '/rounds/:id/sheet.pdf',
      summary: 'BD13, one row a stop, with room for signatures',
      who: 'read rounds',
      reply: 'application/pdf',
    },
    ({ db, actor, now, params }) => printSheet(db, idIn(params), { by: actor, now }),
  )

  on(
    {
      method: 'get',
      path: '/rounds/:id/notices.pdf',
      summary: 'Collection notices (giấy mời) to leave at its open stops, A6',
      who: 'read rounds',
      reply: 'application/pdf',
    },
    ({ db, actor, now, params }) => printNotices(db, idIn(params), { by: actor, now }),
  )

  on(
    {
      method: 'get',
      path: '/rounds/:id/closing.pdf',
      summary: 'The record of a closed round',
      who: 'read rounds',
      reply: 'application/pdf',
    },
    ({ db, actor, now, params }) => printClosing(db, idIn(params), { by: actor, now }),
  )
  return { ...slice, on }
}
