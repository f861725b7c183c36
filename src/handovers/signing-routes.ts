import { doingOf, type WorkingHouse } from '../custody/doing.ts'
import { idIn } from '../kit/parse.ts'
import { type Api, api } from '../people/endpoint.ts'
import type { GuessLimit } from '../people/guess-limit.ts'
import { acceptHandover } from './accept-handover.ts'
import { handoverView } from './handover-view.ts'
import { releaseHandover } from './release-handover.ts'
import { acceptance, handover, release } from './schemas.ts'
import { signingPerson } from './signing-person.ts'

/** The two signatures of a hand-over: the giver’s and the taker’s. */
export function signingRoutes(house: WorkingHouse & { signInLimit: GuessLimit }): Api {
  const { on, ...slice } = api(house)

  on(
    {
      method: 'post',
      path: '/handovers',
      summary: 'Release a list of what the giver holds',
      who: 'hand over',
      body: release,
      reply: handover,
      creates: true,
    },
    async ({ db, actor, now, body }) =>
      handoverView(db, await releaseHandover(db, body, doingOf(house, { actor, now })), actor),
  )

  on(
    {
      method: 'post',
      path: '/handovers/:id/acceptance',
      summary: 'Accept: by scans, by count, signed on the giver’s phone, or from a signed paper sheet',
      who: 'hand over',
      body: acceptance,
      reply: handover,
      creates: true,
      status: 200,
    },
    async ({ db, ctx, actor, now, params, body: { signer, ...body } }) => {
      const id = idIn(params)
      const asking = { actor, address: ctx.ip, now, limit: house.signInLimit }
      const by = await signingPerson(house.db, { id, mode: body.mode, signer }, asking)
      await acceptHandover(db, { id, ...body }, doingOf(house, { actor: by, now }), { entering: actor })
      return handoverView(db, id, actor)
    },
  )
  return { ...slice, on }
}
