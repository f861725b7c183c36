import { idIn } from '../kit/parse.ts'
import { type Api, api } from '../people/endpoint.ts'
import type { House } from '../platform/house.ts'
import { handoverView, headOf } from './handover-view.ts'
import { listHandovers } from './list-handovers.ts'
import { signedSheet } from './print-handover.ts'
import { asked, handover, handoverList } from './schemas.ts'

/** Hand-overs to read: which wait, one with its parcels and differences, and the signed sheet. */
export function routes(house: House): Api {
  const { on, ...slice } = api(house)

  on(
    {
      method: 'get',
      path: '/handovers/:id.pdf',
      summary: 'The sheet as it was last signed, byte for byte',
      who: 'read hand-overs',
      reply: 'application/pdf',
    },
    ({ db, actor, now, params }) => signedSheet(db, idIn(params), { by: actor, now }),
  )

  on(
    {
      method: 'get',
      path: '/handovers/:id',
      summary: 'A sheet with its parcels and differences',
      who: 'read hand-overs',
      reply: handover,
    },
    ({ db, actor, params }) => handoverView(db, idIn(params), actor),
  )

  on(
    {
      method: 'get',
      path: '/handovers',
      summary: 'Sheets that wait: for me, all that are not finished, or those that wait too long',
      who: 'read hand-overs',
      query: asked,
      reply: handoverList,
    },
    async ({ db, actor, now, query }) => {
      const { items, next } = await listHandovers(db, query, { by: actor, now })
      const rows = items.map(({ parcels, differences, is_mine_to_accept, is_mine_to_explain, is_aged, ...item }) => ({
        ...headOf(item),
        ...{ parcels, differences, is_mine_to_accept, is_mine_to_explain, is_aged },
      }))
      return { items: rows, next }
    },
  )
  return { ...slice, on }
}
