import { paged, pageOf } from '../kit/paging.ts'
import { type Api, api } from '../people/endpoint.ts'
import type { House } from '../platform/house.ts'
import { headOf } from './count-view.ts'
import { countsFor } from './queries.ts'
import { countList, unitList } from './schemas.ts'
import { unitsView } from './units-view.ts'

/** Which unit was counted when, and the counts of those one sees. Mounted before single counts: `units` is no id. */
export function listRoutes(house: House): Api {
  const { on, ...slice } = api(house)

  on(
    {
      method: 'get',
      path: '/stock-counts/units',
      summary: 'When each unit was last counted, and what it should hold',
      who: 'watch promises',
      reply: unitList,
    },
    async ({ db, now }) => ({ items: await unitsView(db, now) }),
  )

  on(
    {
      method: 'get',
      path: '/stock-counts',
      summary: 'Counts of the units one sees, the newest first',
      who: 'read stock counts',
      query: paged,
      reply: countList,
    },
    async ({ db, actor, query }) => {
      const { items, next } = pageOf(await countsFor(db, query, actor), query.limit, ({ id }) => id)
      return { items: items.map(headOf), next }
    },
  )
  return { ...slice, on }
}
