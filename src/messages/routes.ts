import { z } from 'zod'
import { paged } from '../kit/paging.ts'
import { idIn } from '../kit/parse.ts'
import { rfc3339 } from '../kit/time.ts'
import { type Api, api } from '../people/endpoint.ts'
import type { House } from '../platform/house.ts'
import { deadLetters, sendAgain } from './dead-letters.ts'

const deadLetter = z.strictObject({
  id: z.uuid(),
  kind: z.string(),
  channel: z.string(),
  caused_at: z.string(),
  settled_at: z.string(),
  trouble: z.string().nullable(),
  attempts: z.int(),
  note: z.string().nullable(),
  reference: z.string().nullable(),
  unit: z.string().nullable(),
})

/** Messages that nobody got. */
export function routes(house: House): Api {
  const { on, ...slice } = api(house)

  on(
    {
      method: 'get',
      path: '/messages/dead',
      summary: 'Messages that nobody got',
      who: 'read messages',
      query: paged,
      reply: z.strictObject({ items: z.array(deadLetter), next: z.uuid().nullable() }),
    },
    async ({ db, query }) => {
      const { items, next } = await deadLetters(db, query)
      const written = items.map(one => ({
        ...one,
        caused_at: rfc3339(one.caused_at),
        settled_at: rfc3339(one.settled_at),
      }))
      return { items: written, next }
    },
  )

  on(
    {
      method: 'post',
      path: '/messages/:id/sending',
      summary: 'Send a message again that failed',
      who: 'send again',
      reply: z.strictObject({ id: z.uuid() }),
    },
    async ({ db, actor, now, params }) => {
      const id = idIn(params)
      await sendAgain(db, id, { by: actor, now })
      return { id }
    },
  )
  return { ...slice, on }
}
