import type { AttemptMeasure, AttemptReason, capacities, leftWith } from '../custody/reasons.ts'
import type { Dong } from '../kit/money.ts'
import type { IsoDate } from '../kit/time.ts'
import type { Collectable, papersSeen } from './options.ts'

/** By what the taking is proven; the code on a slip is checked and never kept. */
export type Means =
  | { kind: 'sheet' }
  | { kind: 'slip_code'; code: string }
  | { kind: 'witness'; name: string }
  | { kind: 'signature'; png: Buffer }

/** Into whose hands it came, and how that is proven; money and papers that came back across the door. */
export type Delivered = {
  outcome: 'delivered'
  capacity: keyof typeof capacities
  /** As they said it. */
  name: string
  paper: { kind: keyof typeof papersSeen; tail: string } | null
  means: Means
  collected: Dong
  papers: readonly Collectable[]
  /** Label of the return envelope, where one that was printed before was used. */
  envelope: string | null
}

export type Attempted = {
  outcome: 'attempted'
  reason: AttemptReason
  measure: AttemptMeasure
  again_on: IsoDate | null
  /** When they rang up first; a call is evidence that nobody was there. */
  called_at: Date | null
  /** A collection notice was left; which one it is follows from those before. */
  notice: { left_with: keyof typeof leftWith | null } | null
}

/** When it happened, as a device tells it; null: as it is told. */
export type When = { occurred_at: Date | null; sent_at: Date | null; device: string | null; counter: number | null }

/** What somebody says of one receiver, once for all their parcels. Its id is the sender's own: sent twice, it is one report. */
export type Report = {
  id: string
  /** Of all parcels of the stop, or these alone. */
  codes: readonly string[] | null
  when: When
  what: Delivered | Attempted
}
