import { normaliseItemCode } from '../parcels/item-code.ts'
import { type Api, api } from '../people/endpoint.ts'
import type { House } from '../platform/house.ts'
import { proofOf } from './proof-of.ts'
import { proof } from './schemas.ts'

/** Who took a parcel. */
export function proofRoutes(house: House): Api {
  const { on, ...slice } = api(house)

  on(
    {
      method: 'get',
      path: '/parcels/:code/proof',
      summary: 'Who took it and by what they proved it; each reading is noted',
      who: 'read proof',
      reply: proof,
    },
    ({ db, actor, now, params }) => proofOf(db, normaliseItemCode(String(params['code'])), { by: actor, now }),
  )
  return { ...slice, on }
}
