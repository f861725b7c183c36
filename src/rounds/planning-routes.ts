import { doingOf, type WorkingHouse } from '../custody/doing.ts'
import { idIn } from '../kit/parse.ts'
import { type Api, api } from '../people/endpoint.ts'
import { openRound } from './open-round.ts'
import { currentRound, noSuchRound } from './queries.ts'
import { roundView } from './round-view.ts'
import { newRound, round } from './schemas.ts'
import { takeOverRound } from './take-over-round.ts'

/** Who carries what: planned, read by the courier, taken over. Mounted before ids: `current` is none. */
export function planningRoutes(house: WorkingHouse): Api {
  const { on, ...slice } = api(house)

  on(
    {
      method: 'post',
      path: '/rounds',
      summary: 'Open the round of a courier, or add parcels to the one that is open',
      who: 'plan round',
      body: newRound,
      reply: round,
      creates: true,
    },
    async ({ db, actor, now, body: { courier, codes } }) => {
      const id = await openRound(db, { courier, parcels: codes }, { by: actor, now })
      return roundView(db, id, { by: actor, now })
    },
  )

  on(
    {
      method: 'get',
      path: '/rounds/current',
      summary: 'The round a courier is on: its stops, each with all it needs at the door',
      who: 'carry round',
      reply: round,
    },
    async ({ db, actor, now }) => {
      const mine = await currentRound(db, actor.id)
      if (!mine) throw noSuchRound()
      return roundView(db, mine.id, { by: actor, now })
    },
  )

  on(
    {
      method: 'post',
      path: '/rounds/:id/take-over',
      summary: 'Take over what a colleague cannot finish, in one go; answers the taker’s round',
      who: 'carry round',
      reply: round,
    },
    async ({ db, actor, params, ...call }) => {
      const id = await takeOverRound(db, idIn(params), doingOf(house, { actor, ...call }))
      return roundView(db, id, { by: actor, now: call.now })
    },
  )
  return { ...slice, on }
}
