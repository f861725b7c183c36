import { z } from 'zod'
import { paged } from '../kit/paging.ts'
import { idIn } from '../kit/parse.ts'
import { rfc3339 } from '../kit/time.ts'
import { type Api, api } from '../people/endpoint.ts'
import type { House } from '../platform/house.ts'
import { callList } from './call-list.ts'
import { deadLetters } from './dead-letters.ts'
import { sendAgain } from './send-again.ts'
import { callOutcome, settleCall } from './settle-call.ts'

const call = z.strictObject({
  id: z.uuid(),
  reference: z.string(),
  title: z.string(),
  name: z.string(),
  phone: z.string(),
  until: z.string(),
  tries: z.int(),
  words: z.array(z.string()),
})

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

/** Whom to call and what became of it, and messages that nobody got. */
export function routes(house: House): Api {
  const all = api(house)
  callRoutes(house, all)
  deadLetterRoutes(all)
  return all
}

function callRoutes(house: House, { on }: Api) {
  on(
    {
      method: 'get',
      path: '/calls',
      summary: 'Whom an office has to call, and what to say',
      who: 'call people',
      reply: z.strictObject({ items: z.array(call) }),
    },
    async ({ db, actor, now }) => {
      const calls = await callList(db, { by: actor, now, hotline: house.hotline, keys: house.keys })
      return { items: calls.map(one => ({ ...one, until: rfc3339(one.until) })) }
    },
  )

  on(
    {
      method: 'post',
      path: '/calls/:id/outcome',
      summary: 'What became of a call',
      who: 'call people',
      body: callOutcome,
      reply: z.strictObject({ id: z.uuid() }),
    },
    async ({ db, actor, now, params, body }) => {
      const id = idIn(params)
      await settleCall(db, { ...body, id }, { by: actor, now })
      return { id }
    },
  )
}

function deadLetterRoutes({ on }: Api) {
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
}
