import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** A fact as it is hashed: everything that was recorded of it. `standing` is not: that is a projection. */
export type ChainedFact = {
  id: string
  parcel: string
  seq: number
  prev_hash: Buffer | null
  step: string
  person: string
  role: string
  unit: string | null
  device: string | null
  counter: number | null
  source: string
  occurred_at: Date
  recorded_at: Date
  effective_at: Date
  corrects: string | null
  detail: Record<string, unknown>
}

/** The bytes that are hashed: RFC 8785 (JSON Canonicalization Scheme), times in UTC with milliseconds, the hash in hex. */
export function factBytes(fact: ChainedFact): Buffer {
  const { id, parcel, seq, prev_hash, step, person, role, unit, device, counter, source, corrects, detail } = fact
  const times = {
    occurred_at: fact.occurred_at.toISOString(),
    recorded_at: fact.recorded_at.toISOString(),
    effective_at: fact.effective_at.toISOString(),
  }
  const who = { person, role, unit, device, counter, source }
  const link = { id, parcel, seq, prev_hash: prev_hash?.toString('hex') ?? null }
  const text = canonicalize({ ...link, step, ...who, ...times, corrects, detail })
  if (text === undefined) throw new Error('a fact is always JSON')
  return Buffer.from(text, 'utf8')
}

// RFC 6962 §2.1: what is hashed as a leaf cannot be taken for a node.
const leaf = Buffer.of(0)

/** SHA-256(0x00 ‖ bytes of the fact): the link of the parcel's chain, and the leaf of the log. */
export const factHash = (fact: ChainedFact): Buffer =>
  createHash('sha256').update(leaf).update(factBytes(fact)).digest()
