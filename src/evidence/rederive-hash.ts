// What custody and the log hash, derived again by other code: a slip in one of the two shows as a difference.
import { hash } from 'node:crypto'

/** A fact as it is stored, or as it stands in a bundle. */
export type HashedFact = {
  id: string
  parcel_id: string
  seq: number
  /** In hex. */
  prev_hash: string | null
  step: string
  person_id: string
  role: string
  unit_id: string | null
  device: string | null
  counter: number | null
  source: string
  /** Times in ISO 8601, UTC, with milliseconds. */
  occurred_at: string
  recorded_at: string
  effective_at: string
  corrects: string | null
  detail: Record<string, unknown>
}

const word = JSON.stringify

/** RFC 8785 of a value that came out of JSON: members sorted by UTF-16 code units, no space. */
const canonical = (value: unknown): string =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? `{${Object.entries(value)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, member]) => `${word(name)}:${canonical(member)}`)
        .join(',')}}`
    : Array.isArray(value)
      ? `[${value.map(canonical).join(',')}]`
      : word(value)

/** SHA-256(0x00 ‖ RFC 8785 bytes of the fact), in hex. Written out, because it is done for each fact there is. */
export function rederiveHash(fact: HashedFact): string {
  const text = `{"corrects":${word(fact.corrects)},"counter":${fact.counter},"detail":${canonical(fact.detail)},"device":${word(fact.device)},"effective_at":"${fact.effective_at}","id":"${fact.id}","occurred_at":"${fact.occurred_at}","parcel":"${fact.parcel_id}","person":"${fact.person_id}","prev_hash":${word(fact.prev_hash)},"recorded_at":"${fact.recorded_at}","role":${word(fact.role)},"seq":${fact.seq},"source":${word(fact.source)},"step":${word(fact.step)},"unit":${word(fact.unit_id)}}`
  return hash('sha256', `\0${text}`)
}

// One for all: a log of a million facts has as many nodes.
const node = Buffer.alloc(65, 1)

/** SHA-256(0x01 ‖ left ‖ right), in hex: a new buffer for each would cost more than to hash it. `both`: 64 bytes. */
export function rederiveNode(both: Buffer): string {
  both.copy(node, 1)
  return hash('sha256', node)
}
