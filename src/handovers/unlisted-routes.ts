import { idIn } from '../kit/parse.ts'
import { rfc3339 } from '../kit/time.ts'
import { type Api, api } from '../people/endpoint.ts'
import type { House } from '../platform/house.ts'
import { handoverView, partyOf } from './handover-view.ts'
import { handover, unlistedDetail, unlistedList, unlistedSignature } from './schemas.ts'
import { signUnlisted } from './sign-unlisted.ts'
import { unlistedOf } from './unlisted.ts'
import { unlistedParcels } from './unlisted-parcels.ts'

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
    async ({ db, actor, now }) => ({ items: (await unlistedOf(db, { by: actor, now })).map(itemOf) }),
  )

  on(
    {
      method: 'get',
      path: '/unlisted-handovers/:id',
      summary: 'Its parcels, each with the fact that its signature names',
      who: 'read hand-overs',
      reply: unlistedDetail,
    },
    async ({ db, actor, params }) => detailOf(await unlistedParcels(db, idIn(params), actor)),
  )

  on(
    {
      method: 'post',
      path: '/unlisted-handovers/:id/acceptance',
      summary: 'The taker signs for what was taken without a list; `events` are those that they were shown',
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

const detailOf = ({ giver, taker, day, parcels }: Awaited<ReturnType<typeof unlistedParcels>>) => ({
  giver: partyOf(giver),
  taker: partyOf(taker),
  day,
  parcels: parcels.map(({ code, event_id, at }) => ({ code, event: event_id, at: rfc3339(at) })),
})
