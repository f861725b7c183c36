import type { HolderKind } from '../custody/steps.ts'
import type { ParcelState } from './options.ts'

/** Where a parcel of a round is by its facts, and what its courier did with it that day. */
export type Whereabouts = {
  moved_to: string | null
  holder_kind: HolderKind
  holder_unit: string | null
  holder_person: string | null
  is_lost: boolean
  /** Whose fact was applied last. */
  last_person: string | null
  was_taken: boolean
  /** A courier delivered it who had it on no round: no closing asks for its money. */
  is_off_round: boolean
  attempted_at: Date | null
}

/** What became of it on this round. Pure: it follows from facts alone, so late ones and corrections need no case of their own. */
export function parcelState(parcel: Whereabouts, round: { courier_id: string; unit_id: string }): ParcelState {
  // Also of what a colleague took over meanwhile: who delivered it has the money.
  if (parcel.holder_kind === 'recipient' && parcel.last_person === round.courier_id) return 'delivered'
  if (parcel.moved_to) return 'moved'
  if (parcel.is_lost) return 'lost'
  if (parcel.holder_kind === 'recipient') return parcel.is_off_round ? 'off_round' : 'handed_out'
  if (parcel.holder_person === round.courier_id) return parcel.attempted_at ? 'attempted' : 'in_hand'
  if (parcel.holder_kind !== 'post_office' || parcel.holder_unit !== round.unit_id) return 'elsewhere'
  return parcel.was_taken ? 'back' : 'to_load'
}
