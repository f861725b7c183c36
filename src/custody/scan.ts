import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../people/actor.ts'
import type { Detail, Flag, Holder } from './fact.ts'

export const sources = ['device', 'paper', 'import'] as const

/** One thing somebody says happened to a parcel, as it was sent. Times are instants; `code` is the item code as scanned. */
export type Scan = {
  id: string
  step: string
  code: string
  occurred_at: Date
  sent_at: Date
  /** When it reached us, by our clock. */
  received_at: Date
  device: string | null
  counter: number | null
  source: (typeof sources)[number]
  corrects: string | null
  detail: Detail
  by: Actor
  /** The unit it was scanned for, where the person works in several. */
  unit: string | null
  /** Not scanned itself: it was in this bag, which was. Never said by a device. */
  bag: { code: string; packed_at: Date } | null
  /** Nobody scanned it: it follows from papers that were typed in, as long as nobody says otherwise. Never said by a device. */
  presumed?: true
}

type Said = Pick<Scan, 'step' | 'code' | 'by'> & Partial<Scan>

/** A scan that the service itself makes of what somebody says or does at this moment, at a page or a counter. */
export const scanNow = (said: Said, now: Date): Scan => ({
  id: uuidv7(),
  occurred_at: now,
  sent_at: now,
  received_at: now,
  device: null,
  counter: null,
  source: 'device',
  corrects: null,
  detail: {},
  unit: null,
  bag: null,
  ...said,
})

export type Refusal =
  | 'unknown_code'
  | 'wrong_check_digit'
  | 'unknown_step'
  | 'role_may_not'
  | 'wrong_detail'
  | 'unknown_office'
  | 'too_far_in_the_future'
  | 'too_long_ago'
  | 'nothing_to_correct'
  | 'not_yours'
  | 'moved_on'
  | 'signed'
  | 'unknown_bag'
  | 'bag_not_open'
  | 'bag_sealed'
  | 'bag_full'
  | 'bag_not_sealed'
  | 'bag_opened'
  | 'not_for_a_bag'
  | 'id_reused'

/** Whether the scan changed nothing and somebody has to look: a verb that is made of it does not go on. */
export const isAmiss = ({ verdict }: Verdict): boolean => verdict === 'refused' || verdict === 'for_review'

export const verdictNames = ['recorded', 'recorded_late', 'already_recorded', 'for_review', 'refused'] as const

/** What became of a scan, known on arrival, stored, and answered again on every resend. */
export type Verdict = {
  id: string
  verdict: (typeof verdictNames)[number]
  code: string
  reason?: Refusal | 'contradicts'
  message?: string
  flags?: Flag[]
  first?: string
  parcel?: { code: string; holder: Holder; step: string | null }
}

/** The bytes that make two sendings of one id the same scan. */
export function fingerprint(scan: Scan): string {
  const { id, step, code, unit, occurred_at, device, counter, source, corrects, detail } = scan
  const said = [
    id,
    step,
    code,
    occurred_at.toISOString(),
    device,
    counter,
    source,
    corrects,
    Object.entries(detail).sort(),
    // Left out where it was not said: scans that were stored before it was asked for keep their bytes.
    ...(unit ? [unit] : []),
  ]
  return createHash('sha256').update(JSON.stringify(said)).digest('hex')
}
