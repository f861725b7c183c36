import { idIn } from '../kit/parse.ts'
import { type Api, api } from '../people/endpoint.ts'
import type { House } from '../platform/house.ts'
import { roundView } from './round-view.ts'
import { round } from './schemas.ts'

/** One round to read. */
export function routes(house: House): Api {
  const { on, ...slice } = api(house)

  on(
    { method: 'get', path: '/rounds/:id', summary: 'A round and its stops', who: 'read rounds', reply: round },
    ({ db, actor, params }) => roundView(db, idIn(params), actor),
  )
  return { ...slice, on }
}
