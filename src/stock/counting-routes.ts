import { idIn } from '../kit/parse.ts'
import { type Api, api } from '../people/endpoint.ts'
import type { House } from '../platform/house.ts'
import { closeCount } from './close-count.ts'
import { countView } from './count-view.ts'
import { openCount } from './open-count.ts'
import { closing, count, newCount, scanned } from './schemas.ts'
import { takeCodes } from './take-codes.ts'

/** Counting: opened, scanned in as many goes as it takes, closed. */
export function countingRoutes(house: House): Api {
  const { on, ...slice } = api(house)

  on(
    {
      method: 'post',
      path: '/stock-counts',
      summary: 'Open the count of a unit, or join the one that is open there',
      who: 'count stock',
      body: newCount,
      reply: count,
      creates: true,
    },
    async ({ db, actor, now, body: { unit, codes = [] } }) => {
      const id = await openCount(db, { unit }, { by: actor, now })
      await takeCodes(db, { id, codes }, { by: actor, now })
      return countView(db, id, actor)
    },
  )

  on(
    {
      method: 'post',
      path: '/stock-counts/:id/codes',
      summary: 'Take what was scanned; sent again it changes nothing',
      who: 'count stock',
      body: scanned,
      reply: count,
    },
    async ({ db, actor, now, params, body }) => {
      await takeCodes(db, { id: idIn(params), ...body }, { by: actor, now })
      return countView(db, idIn(params), actor)
    },
  )

  on(
    {
      method: 'post',
      path: '/stock-counts/:id/closing',
      summary: 'Close: what is short and over becomes known, and a review each',
      who: 'count stock',
      body: closing,
      reply: count,
    },
    async ({ db, actor, now, params, body }) => {
      await closeCount(db, { id: idIn(params), ...body }, { by: actor, now })
      return countView(db, idIn(params), actor)
    },
  )
  return { ...slice, on }
}
