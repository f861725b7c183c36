import { type ParcelState, parcelStates } from '../../src/rounds/options.ts'
import { State } from '../custody/shape.tsx'
import type { Look } from '../custody/verdict-words.ts'

const looks: Record<ParcelState, Look> = {
  to_load: 'review',
  in_hand: 'late',
  attempted: 'review',
  back: 'again',
  moved: 'again',
  elsewhere: 'bad',
  lost: 'bad',
  off_round: 'bad',
  handed_out: 'good',
  delivered: 'good',
}

/** What became of a parcel on a round, and to whom it went if another took it over. */
export const ParcelStateText = ({ state, to }: { state: ParcelState; to?: string | null }) => (
  <State look={looks[state]}>{to ? `Chuyển cho ${to}` : parcelStates[state]}</State>
)
