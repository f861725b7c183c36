import type { Hands } from '../../src/parcels/strictest-hands.ts'

/** Who may take it at the door, as the procedure says. */
export const handsWords: Record<Hands, string> = {
  recipient_only: 'Chỉ phát tận tay người nhận',
  authorised: 'Phát cho người nhận hoặc người được ủy quyền',
  household: 'Phát cho người nhận hoặc người cùng nhà',
}
