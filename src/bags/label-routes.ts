import { type Api, api } from '../people/endpoint.ts'
import type { House } from '../platform/house.ts'
import { codeIn } from './code-in.ts'
import { bagLabel } from './print-bag-label.ts'

/** The label of a bag. */
export function labelRoutes(house: House): Api {
  const { on, ...slice } = api(house)

  on(
    {
      method: 'get',
      path: '/bags/:code/label.pdf',
      summary: 'The label of a sealed bag',
      who: 'bag',
      reply: 'application/pdf',
    },
    ({ db, actor, now, params }) => bagLabel(db, codeIn(params), { by: actor, now }),
  )
  return { ...slice, on }
}
