import type { capacities } from '../../src/custody/reasons.ts'
import type { Hands } from '../../src/parcels/strictest-hands.ts'

/** Who may take it at the door, as the procedure says. */
export const handsWords: Record<Hands, string> = {
  recipient_only: 'Chỉ phát tận tay người nhận',
  authorised: 'Phát cho người nhận hoặc người được ủy quyền',
  household: 'Phát cho người nhận hoặc người cùng nhà',
}

/** In which capacities somebody may take it then: what a stricter word allows, a laxer one does too. */
export const capacitiesOf: Record<Hands, readonly (keyof typeof capacities)[]> = {
  recipient_only: ['recipient'],
  authorised: ['recipient', 'authorised'],
  household: ['recipient', 'authorised', 'household'],
}
