import { z } from 'zod'
import { normaliseItemCode } from '../parcels/item-code.ts'
import { type Api, api } from '../people/endpoint.ts'
import type { House } from '../platform/house.ts'
import { parcelEvidence } from './parcel-evidence.ts'
import { checkpointNote, consistencyProof, inclusionProof, logView } from './queries.ts'
import { bundle, growth, logHead, proof } from './schemas.ts'
import { takeCosignature } from './take-cosignature.ts'

const size = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER)

/** The log of facts, for anybody who wants to hold us to it, and the evidence of one parcel for who may see it. */
export function routes(house: House): Api {
  const { on, ...slice } = api(house)

  on(
    {
      method: 'get',
      path: '/parcels/:code/evidence.json',
      summary: 'What proves a parcel’s history offline',
      who: 'read parcels',
      reply: bundle,
    },
    ({ db, actor, params }) => parcelEvidence(db, normaliseItemCode(String(params['code'])), { by: actor, house }),
  )

  on(
    { method: 'get', path: '/log', summary: 'The log of facts: its keys and its head', who: 'anyone', reply: logHead },
    ({ db }) => logView(db, house),
  )

  on(
    {
      method: 'get',
      path: '/log/checkpoint',
      summary: 'The newest checkpoint, signed (C2SP tlog-checkpoint)',
      who: 'anyone',
      reply: 'text/plain',
    },
    ({ db }) => checkpointNote(db),
  )

  on(
    {
      method: 'get',
      path: '/log/consistency',
      summary: 'That one checkpoint’s log begins with another’s (RFC 6962)',
      who: 'anyone',
      query: z.strictObject({ from: size, to: size }),
      reply: growth,
    },
    ({ db, query }) => consistencyProof(db, query),
  )
  proofsAndWitnesses(house, on)
  return { ...slice, on }
}

function proofsAndWitnesses(house: House, on: Api['on']) {
  on(
    {
      method: 'get',
      path: '/log/inclusion',
      summary: 'That a fact is in a checkpoint’s log (RFC 6962)',
      who: 'anyone',
      query: z.strictObject({ hash: z.string().regex(/^[0-9a-f]{64}$/, 'Mã băm gồm 64 chữ số hex.'), size }),
      reply: proof,
    },
    ({ db, query }) => inclusionProof(db, query),
  )

  on(
    {
      method: 'post',
      path: '/log/cosignatures',
      summary: 'A known witness cosigns a checkpoint (C2SP tlog-cosignature)',
      who: 'anyone',
      body: z.strictObject({ size: z.int().min(1), line: z.string().max(400) }),
      reply: z.strictObject({ size: z.int(), witness: z.string(), same_machine: z.boolean() }),
    },
    ({ ctx, db, now, body }) => takeCosignature(db, body, { now, address: ctx.ip, witnessKeys: house.witnessKeys }),
  )
}
