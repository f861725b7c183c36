// The evidence of one parcel, verified without a database: by the bundle and the keys alone. Pure.
import { checkChain } from './check-parcel.ts'
import { readCheckpoint } from './checkpoint.ts'
import { isIncluded } from './merkle.ts'
import { cosignedAt, isSigned, type Verifier } from './note.ts'
import { rederiveHash } from './rederive-hash.ts'
import { type Bundle, bundle } from './schemas.ts'

export type VerifiedBundle = { code: string; facts: number; proven: number; witnesses: string[]; faults: string[] }

/**
 * Holds a bundle to its own hashes, proofs and signatures; `keys` are those that the reader trusts, from elsewhere than the
 * bundle. Facts recorded after its checkpoint are chained and not proven: `proven` says how many are.
 */
export function verifyBundle(sent: unknown, keys: readonly Verifier[]): VerifiedBundle {
  const read = bundle.safeParse(sent)
  if (!read.success)
    return { code: '', facts: 0, proven: 0, witnesses: [], faults: ['this is no evidence of a parcel'] }
  const { code, facts, log } = read.data
  const stored = facts.map(hashed)
  const head = log.checkpoint ? readCheckpoint(log.checkpoint.note) : null
  const [signed, faults] = [head && isLogs(head, keys) ? head : null, checkChain(stored)]
  if (new Set(stored.map(({ parcel_id }) => parcel_id)).size > 1) faults.push('it has facts of several parcels')
  if (log.checkpoint && !signed) faults.push('its checkpoint is not signed by a log whose key was given')
  const claimed = facts.filter(({ inclusion }) => inclusion)
  if (claimed.length && !signed) faults.push('there is no checkpoint to prove its facts by')
  const proven = claimed.filter(one => signed && isProven(one, signed))
  if (signed && proven.length < claimed.length)
    faults.push(`${claimed.length - proven.length} of its facts are not in the log of its checkpoint`)
  return {
    code,
    facts: facts.length,
    proven: proven.length,
    witnesses: signed ? witnessesOf(signed, keys) : [],
    faults,
  }
}

type Head = NonNullable<ReturnType<typeof readCheckpoint>>

const isLogs = ({ origin, note }: Head, keys: readonly Verifier[]) =>
  keys.some(key => key.name === origin && isSigned(note, key))

function isProven({ fact, hash, inclusion }: Bundle['facts'][number], head: Head): boolean {
  if (!inclusion) return false
  const leaf = { hash: Buffer.from(rederiveHash(hashed({ fact, hash })), 'hex'), index: inclusion.index }
  return isIncluded(
    leaf,
    head,
    inclusion.hashes.map(one => Buffer.from(one, 'base64')),
  )
}

const witnessesOf = ({ note }: Head, keys: readonly Verifier[]) => [
  ...new Set(
    keys
      .filter(key => note.signatures.some(signature => cosignedAt(note.text, signature, key)))
      .map(({ name }) => name),
  ),
]

/** A fact of the bundle in the columns in which it is stored. */
function hashed({ fact, hash }: Pick<Bundle['facts'][number], 'fact' | 'hash'>) {
  const { parcel, person, unit, ...said } = fact
  return { ...said, parcel_id: parcel, person_id: person, unit_id: unit, hash }
}
