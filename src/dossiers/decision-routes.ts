import { z } from 'zod'
import { doingOf, type WorkingHouse } from '../custody/doing.ts'
import { type Api, api } from '../people/endpoint.ts'
import { dossierAnswer } from './dossier-view.ts'
import { makeParcel } from './make-parcel.ts'
import { reissueLookupCode } from './reissue-lookup-code.ts'
import { decisionBodies, dossier, newLookup, parcelRequest } from './schemas.ts'
import { type Verb, verbs } from './verbs.ts'

/** What is decided about a dossier, and the envelopes that follow from it. */
export function decisionRoutes(house: WorkingHouse): Api {
  const { on, ...slice } = api(house)

  for (const { run, ...verb } of verbs)
    on(decision(verb), async ({ db, params, body, ...call }) => {
      const reference = String(params['reference'])
      await run(db, reference, body, doingOf(house, call))
      return dossierAnswer(db, reference, { by: call.actor, now: call.now })
    })

  on(newLookupCode, async ({ db, params, body, ...call }) => ({
    lookup_code: await reissueLookupCode(db, String(params['reference']), body.paper_seen, doingOf(house, call)),
  }))

  on(envelope, async ({ db, body, ...call }) => {
    const { code } = await makeParcel(db, body, doingOf(house, call))
    return { code, links: { label: `/api/v1/parcels/${code}/label.pdf` } }
  })
  return { ...slice, on }
}

const decision = ({ decision, path, who }: Omit<Verb, 'run'>) => ({
  method: 'post' as const,
  path: `/dossiers/:reference/${path}`,
  summary: decision,
  who,
  body: decisionBodies[decision] as z.ZodType,
  reply: dossier,
  status: 200 as const,
})

const newLookupCode = {
  method: 'post',
  path: '/dossiers/:reference/lookup-code',
  summary: 'A new lookup code for a lost slip',
  who: 'reissue lookup code',
  body: newLookup,
  reply: z.strictObject({ lookup_code: z.string() }),
} as const

const envelope = {
  method: 'post',
  path: '/parcels',
  summary: 'Make an envelope for results or supplements',
  who: 'make parcel',
  body: parcelRequest,
  reply: z.strictObject({ code: z.string(), links: z.record(z.string(), z.string()) }),
  creates: true,
} as const
