import type { AttemptMeasure, AttemptReason } from '../custody/reasons.ts'
import type { Dong } from '../kit/money.ts'
import type { IsoDate } from '../kit/time.ts'
import type { Hands } from '../parcels/strictest-hands.ts'

/** Why something is late, as far as we know it. */
export type Why = 'not_delivered' | 'astray' | 'lost' | 'slow' | 'police'

/** What a text may say: never a name, an address of a person, or what the dossier is about. */
export type MessageWords = {
  /** The reference; the lookup code is a secret and is in no message. */
  code: string
  /** So many other dossiers of the same person are in the same envelope. */
  others: number
  /** When it happened. */
  at: Date
  /** Where it is fetched, or whose courier brings it. */
  office: string | null
  isCollected: boolean
  /** What comes home: a result, or papers that the police could not accept. */
  thing: 'result' | 'papers'
  dueOn: IsoDate | null
  promisedBy: Date | null
  /** Until when something is to be done, or is kept. */
  until: IsoDate | null
  /** Papers that are asked for. */
  items: readonly string[]
  /** To be paid at the door or the counter, as on the slip; null where nobody knows it yet. */
  pay: Dong | null
  bring: Hands | null
  attempt: { reason: AttemptReason; measure: AttemptMeasure; againOn: IsoDate | null } | null
  why: Why
  /** Set by the police, or when the next round leaves; null where nobody knows. */
  newDay: IsoDate | null
  hotline: string
}
