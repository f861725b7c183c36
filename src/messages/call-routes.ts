import { z } from 'zod'
import { idIn } from '../kit/parse.ts'
import { rfc3339 } from '../kit/time.ts'
import { type Api, api } from '../people/endpoint.ts'
import type { House } from '../platform/house.ts'
import { callList } from './call-list.ts'
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

/** Whom to call, and what became of it. */
export function callRoutes(house: House): Api {
  const { on, ...slice } = api(house)

  on(
    {
      method: 'get',
      path: '/calls',
      summary: 'Whom an office has to call, and what to say',
      who: 'call people',
      reply: z.strictObject({ items: z.array(call) }),
    },
    async ({ db, actor, now }) => {
      const calls = await callList(db, { by: actor, now, hotline: house.hotline })
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

  return { ...slice, on }
}
