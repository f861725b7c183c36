import { z } from 'zod'
import { rfc3339 } from '../kit/time.ts'
import { type Api, api } from '../people/endpoint.ts'
import type { House } from '../platform/house.ts'
import { whereTimeWent } from './where-time-went.ts'

const held = z.strictObject({
  step: z.string().nullable(),
  kind: z.string(),
  unit: z.string().nullable(),
  person: z.string().nullable(),
  since: z.string(),
  until: z.string().nullable(),
  minutes: z.number(),
})

/** Where the time of one parcel went. */
export function parcelTimeRoutes(house: House): Api {
  const { on, ...slice } = api(house)

  on(
    {
      method: 'get',
      path: '/parcels/:code/time',
      summary: 'Who had a parcel for how long',
      who: 'watch promises',
      reply: z.strictObject({ items: z.array(held) }),
    },
    async ({ db, now, params }) => {
      const items = await whereTimeWent(db, String(params['code']), now)
      return {
        items: items.map(item => ({ ...item, since: rfc3339(item.since), until: item.until && rfc3339(item.until) })),
      }
    },
  )
  return { ...slice, on }
}
