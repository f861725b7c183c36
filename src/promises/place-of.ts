import type { Change } from '../custody/consequence.ts'

/**
 * The unit from which a parcel goes on, for the timetable; with the courier who delivers it, only the door is left, also once
 * they left a notice there.
 */
export function placeOf({ parcel, after }: Pick<Change, 'parcel' | 'after'>): string | 'at the door' {
  const { holder, last, redirected_to } = after
  const isInvited = last?.step === 'invite' && holder.kind === 'courier'
  if (last?.step === 'load' || last?.step === 'attempt' || isInvited) return 'at the door'
  const isUnderWay = last?.step === 'depart' || holder.kind === 'carrier'
  if (isUnderWay || !holder.unit) return redirected_to ?? parcel.destination_unit
  return holder.unit
}
