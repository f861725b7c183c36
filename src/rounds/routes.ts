import { idIn } from '../kit/parse.ts'
import { type Api, api } from '../people/endpoint.ts'
import type { House } from '../platform/house.ts'
import { closeRound } from './close-round.ts'
import { roundView } from './round-view.ts'
import { closing, round } from './schemas.ts'

/** One round to read and to close. */
export function routes(house: House): Api {
  const { on, ...slice } = api(house)

  on(
    { method: 'get', path: '/rounds/:id', summary: 'A round and its stops', who: 'read rounds', reply: round },
    ({ db, actor, now, params }) => roundView(db, idIn(params), { by: actor, now }),
  )

  on(
    {
      method: 'post',
      path: '/rounds/:id/closing',
      summary: 'Close a round: parcels, papers and the cash that was counted',
      who: 'close round',
      body: closing,
      reply: round,
    },
    async ({ db, actor, now, params, body }) => {
      await closeRound(db, { id: idIn(params), ...body }, { by: actor, now })
      return roundView(db, idIn(params), { by: actor, now })
    },
  )
  return { ...slice, on }
}
