import { idIn } from '../kit/parse.ts'
import { type Api, api } from '../people/endpoint.ts'
import type { House } from '../platform/house.ts'
import { countView } from './count-view.ts'
import { printRecord } from './print-record.ts'
import { count } from './schemas.ts'

/** One count to read, and its record. */
export function routes(house: House): Api {
  const { on, ...slice } = api(house)

  on(
    {
      method: 'get',
      path: '/stock-counts/:id.pdf',
      summary: 'The record of a closed count',
      who: 'read stock counts',
      reply: 'application/pdf',
    },
    ({ db, actor, now, params }) => printRecord(db, idIn(params), { by: actor, now }),
  )

  on(
    {
      method: 'get',
      path: '/stock-counts/:id',
      summary: 'A count; what was short and over once it is closed',
      who: 'read stock counts',
      reply: count,
    },
    ({ db, actor, params }) => countView(db, idIn(params), actor),
  )
  return { ...slice, on }
}
