import type { ParcelsRow } from '../../db/tables.ts'

/** Who may take it at the door, as the procedure says. */
const words: Record<NonNullable<ParcelsRow['hands']>, string> = {
  recipient_only: 'Chỉ phát tận tay người nhận',
  authorised: 'Phát cho người nhận hoặc người được ủy quyền',
  household: 'Phát cho người nhận hoặc người cùng nhà',
}

const strict = Object.keys(words) as (keyof typeof words)[]

/** Of several parcels for one receiver the strictest word holds. */
export function handsWords(parcels: readonly { hands: ParcelsRow['hands'] }[]): string {
  const strictest = strict.find(hands => parcels.some(one => one.hands === hands)) ?? 'recipient_only'
  return words[strictest]
}
