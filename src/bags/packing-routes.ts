import { doingOf, type WorkingHouse } from '../custody/doing.ts'
import { type Api, api } from '../people/endpoint.ts'
import { bagView } from './bag-view.ts'
import { codeIn } from './code-in.ts'
import { makeBag } from './make-bag.ts'
import { openBag } from './open-bag.ts'
import { packParcels, unpackParcels } from './pack-parcels.ts'
import { bag, making, opening, packing, sealing } from './schemas.ts'
import { sealBag } from './seal-bag.ts'

const changes = [
  { name: 'parcels', summary: 'Pack parcels into an open bag', change: packParcels },
  { name: 'removals', summary: 'Take parcels out of an open bag', change: unpackParcels },
] as const

/** The life of a bag: made, packed, sealed, and opened at the other end. */
export function packingRoutes(house: WorkingHouse): Api {
  const { on, ...slice } = api(house)
  const post = { method: 'post', reply: bag, creates: true } as const

  on(
    { ...post, who: 'bag', path: '/bags', summary: 'Begin a bag for another unit', body: making },
    async ({ db, actor, now, body }) => bagView(db, await makeBag(db, body, { by: actor, now }), actor),
  )

  for (const { name, summary, change } of changes)
    on(
      { ...post, who: 'bag', path: `/bags/:code/${name}`, summary, body: packing, status: 200 },
      async ({ db, actor, now, params, body }) => {
        await change(db, { code: codeIn(params), ...body }, doingOf(house, { actor, now }))
        return bagView(db, codeIn(params), actor)
      },
    )

  on(
    {
      ...post,
      who: 'bag',
      path: '/bags/:code/seal',
      summary: 'Seal a bag: its contents are frozen',
      body: sealing,
      status: 200,
    },
    async ({ db, actor, now, params, body }) => {
      await sealBag(db, { code: codeIn(params), ...body }, { by: actor, now })
      return bagView(db, codeIn(params), actor)
    },
  )

  on(
    {
      ...post,
      who: 'bag',
      path: '/bags/:code/opening',
      summary: 'Open a bag by a blind count',
      body: opening,
      status: 200,
    },
    async ({ db, actor, now, params, body }) => {
      await openBag(db, { code: codeIn(params), ...body }, doingOf(house, { actor, now }))
      return bagView(db, codeIn(params), actor)
    },
  )
  return { ...slice, on }
}
