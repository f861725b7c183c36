import { z } from 'zod'
import type { Consequence } from '../custody/consequence.ts'
import type { Actor } from '../people/actor.ts'
import { type Api, api } from '../people/endpoint.ts'
import { visibleUnits } from '../people/may.ts'
import type { House } from '../platform/house.ts'
import { dossierView } from './dossier-view.ts'
import { makeParcel } from './make-parcel.ts'
import { reissueLookupCode } from './reissue-lookup-code.ts'
import { decisionBodies, dossier, newLookup, parcelRequest } from './schemas.ts'
import { verbs } from './verbs.ts'

/** What is decided about a dossier, and the envelopes that follow from it. */
export function decisionRoutes(house: House & { consequences: readonly Consequence[] }): Api {
  const { on, ...slice } = api(house)
  const doing = (by: Actor, now: Date) => ({ by, now, keys: house.keys, consequences: house.consequences })

  for (const { decision, path, who, run } of verbs) {
    on(
      {
        method: 'post',
        path: `/dossiers/:reference/${path}`,
        summary: decision,
        who,
        body: decisionBodies[decision] as z.ZodType,
        reply: dossier,
        status: 200,
      },
      async ({ db, now, actor, params, body }) => {
        const reference = String(params['reference'])
        await run(db, reference, body, doing(actor, now))
        const { dossier: _, ...view } = await dossierView(db, reference, visibleUnits(actor, 'read dossiers'))
        return view
      },
    )
  }

  on(
    {
      method: 'post',
      path: '/dossiers/:reference/lookup-code',
      summary: 'A new lookup code for a lost slip',
      who: 'reissue lookup code',
      body: newLookup,
      reply: z.strictObject({ lookup_code: z.string() }),
    },
    async ({ db, now, actor, params, body }) => ({
      lookup_code: await reissueLookupCode(db, String(params['reference']), body.paper_seen, doing(actor, now)),
    }),
  )

  on(
    {
      method: 'post',
      path: '/parcels',
      summary: 'Make an envelope for results or supplements',
      who: 'make parcel',
      body: parcelRequest,
      reply: z.strictObject({ code: z.string(), links: z.record(z.string(), z.string()) }),
      creates: true,
    },
    async ({ db, now, actor, body }) => {
      const { code } = await makeParcel(db, body, doing(actor, now))
      return { code, links: { label: `/api/v1/parcels/${code}/label.pdf` } }
    },
  )
  return { ...slice, on }
}
