import { z } from 'zod'
import { type Api, api } from '../people/endpoint.ts'
import type { House } from '../platform/house.ts'
import { onTime, pauseShares } from './on-time.ts'
import { type Grouping, groupings } from './options.ts'
import { asked, periodOf } from './period.ts'
import { timeSpent } from './time-spent.ts'

const list = <Item extends z.ZodType>(item: Item) => z.strictObject({ items: z.array(item) })

const kept = z.strictObject({
  clock: z.string(),
  reading: z.string(),
  is_binding: z.boolean(),
  unit: z.string(),
  kept_by_wall: z.int(),
  kept: z.int(),
  late: z.int(),
  running: z.int(),
})
const paused = z.strictObject({
  name: z.string(),
  unit: z.string(),
  pauses: z.int(),
  hours: z.number(),
  deliveries: z.int(),
})
const spent = z.strictObject({
  name: z.string(),
  parcels: z.int(),
  hours: z.number(),
  median_minutes: z.number(),
  slow_minutes: z.number(),
})
/** Whether promises were kept, and where the time went. */
export function routes(house: House): Api {
  const { on, ...slice } = api(house)
  const who = 'watch promises' as const

  on(
    {
      method: 'get',
      path: '/reports/on-time',
      summary: 'Promises kept, by the wall and with what was excused',
      who,
      query: asked,
      reply: list(kept),
    },
    async ({ db, now, query }) => ({ items: await onTime(db, periodOf(query, now), now) }),
  )

  on(
    {
      method: 'get',
      path: '/reports/pauses',
      summary: 'What stood still by the word of each courier',
      who,
      query: asked,
      reply: list(paused),
    },
    async ({ db, now, query }) => ({ items: await pauseShares(db, periodOf(query, now), now) }),
  )

  on(
    {
      method: 'get',
      path: '/reports/time-spent',
      summary: 'Where the time went',
      who,
      query: asked.extend({ by: z.enum(Object.keys(groupings) as Grouping[]).default('holder') }),
      reply: list(spent),
    },
    async ({ db, now, query: { by, ...days } }) => ({ items: await timeSpent(db, periodOf(days, now), by, now) }),
  )
  return { ...slice, on }
}
