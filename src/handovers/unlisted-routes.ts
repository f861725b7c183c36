import { idIn } from '../kit/parse.ts'
import { rfc3339 } from '../kit/time.ts'
import { type Api, api } from '../people/endpoint.ts'
import type { House } from '../platform/house.ts'
import { handoverView, partyOf } from './handover-view.ts'
import { handover, unlistedList, unlistedSignature } from './schemas.ts'
import { signUnlisted } from './sign-unlisted.ts'
import { unlistedOf } from './unlisted.ts'

/** What was taken without a list: to read, and to sign for. */
export function unlistedRoutes(house: House): Api {
  const { on, ...slice } = api(house)

  on(
    {
      method: 'get',
      path: '/unlisted-handovers',
      summary: 'What was taken without a list and nobody has signed for, by giver, taker and day',
      who: 'read hand-overs',
      reply: unlistedList,
    },
    async ({ db, actor, now }) => {
      const items = await unlistedOf(db, { by: actor, now })
      return { items: items.map(itemOf) }
    },
  )

  on(
    {
      method: 'post',
      path: '/unlisted-handovers/:id/acceptance',
      summary: 'The taker signs for what was taken without a list; the count says what they were shown',
      who: 'hand over',
      body: unlistedSignature,
      reply: handover,
      creates: true,
    },
    async ({ db, actor, now, params, body }) => {
      const id = await signUnlisted(db, { crossing: idIn(params), ...body }, { by: actor, now })
      return handoverView(db, id, actor)
    },
  )
  return { ...slice, on }
}

type Item = Awaited<ReturnType<typeof unlistedOf>>[number]

const itemOf = ({ giver, taker, last_at, ...item }: Item) => ({
  ...item,
  giver: partyOf(giver),
  taker: partyOf(taker),
  last_at: rfc3339(last_at),
})
