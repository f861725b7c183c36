import { z } from 'zod'

const base64 = z.string().regex(/^[A-Za-z0-9+/]+=*$/)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.int().min(0)
const moment = z.iso.datetime({ precision: 3 })

export const proof = z.strictObject({ size: count, index: count, hashes: z.array(base64) })
export const growth = z.strictObject({ from: count, to: count, hashes: z.array(base64) })

const checkpoint = z.strictObject({
  note: z.string(),
  size: count,
  issued_at: z.string(),
  cosignatures: z.array(z.strictObject({ witness: z.string(), cosigned_at: z.string(), same_machine: z.boolean() })),
})
export const logHead = z.strictObject({
  origin: z.string(),
  keys: z.array(z.string()),
  checkpoint: checkpoint.nullable(),
})

const fact = z.strictObject({
  id: z.uuid(),
  parcel: z.uuid(),
  seq: count,
  prev_hash: sha256.nullable(),
  step: z.string(),
  person: z.uuid(),
  role: z.string(),
  unit: z.string().nullable(),
  device: z.string().nullable(),
  counter: z.number().nullable(),
  source: z.string(),
  occurred_at: moment,
  recorded_at: moment,
  effective_at: moment,
  corrects: z.uuid().nullable(),
  detail: z.record(z.string(), z.unknown()),
})
const provenFact = z.strictObject({
  fact,
  hash: sha256,
  /** Null: recorded after the checkpoint, and not proven by it. */
  inclusion: z.strictObject({ index: count, hashes: z.array(base64) }).nullable(),
})

/** The evidence of one parcel: what `npm run verify -- FILE --keys KEYS` needs beside the keys. */
export const bundle = z.strictObject({
  format: z.literal('buu-tram/evidence/v1'),
  code: z.string(),
  facts: z.array(provenFact),
  not_yet_proven: z.array(count),
  log: logHead,
})
export type Bundle = z.output<typeof bundle>
