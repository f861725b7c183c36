import type { AttemptReason } from '../custody/reasons.ts'
import type { Dong } from '../kit/money.ts'
import { type Collectable, type EnvelopeState, isSettled, type ParcelState } from './options.ts'

/** A parcel of a closed round: what became of it, and to whom it went if another took it over. */
export type RecordParcel = {
  code: string
  stop: number
  state: ParcelState
  moved_to: string | null
  /** Why it could not be delivered. */
  reason: AttemptReason | null
}
export type RecordEnvelope = { code: string; papers: Collectable[]; state: EnvelopeState }

/** Every word of a closing (biên bản chốt chuyến phát), as it was then. Receivers are not named. Moments are RFC 3339. */
export type RoundRecord = {
  number: string
  unit: string
  courier: string
  opened_at: string
  closed_at: string
  closed_by: string
  parcels: RecordParcel[]
  envelopes: RecordEnvelope[]
  /** Papers that had to be collected back with what was delivered, and were not. */
  missing_papers: { code: string; papers: Collectable[] }[]
  /** Of earlier rounds, and reckoned by no closing until now: their money and papers come with this one. */
  carried_over: { code: string; round: string }[]
  cash: {
    /** Of what this courier delivered and was not reckoned yet, as far as it is known. */
    to_collect: Dong
    /** Parcels that did not say how much. */
    unknown: number
    collected: Dong
    handed_in: Dong
  }
}

/** What does not agree: parcels the courier still holds, or nobody scanned; papers; money. None of it stops a closing. */
export const differencesOf = ({ parcels, envelopes, missing_papers, cash }: RoundRecord) => ({
  parcels: parcels.filter(({ state }) => !isSettled(state)).length,
  papers: missing_papers.length + envelopes.filter(({ state }) => state !== 'handed_in').length,
  collected: cash.collected - cash.to_collect,
  handed_in: cash.handed_in - cash.collected,
})
