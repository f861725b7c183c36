import type { AttemptReason } from '../custody/reasons.ts'
import { addMs, day } from '../kit/time.ts'

/** What may pause a promise, each only with evidence. */
export const excuses = [
  'nobody_home',
  'moved',
  'wrong_address',
  'refused',
  'asked_other_time',
  'no_authorised_person',
  'force_majeure',
  'supplement',
] as const satisfies readonly (AttemptReason | 'supplement')[]
export type Excuse = (typeof excuses)[number]

/** What a courier says of the receiver, who may say otherwise. */
export const saidOfReceiver: readonly string[] = excuses.filter(one => one !== 'force_majeure' && one !== 'supplement')

/** A day asked for by a receiver that lies further away than a parcel is kept in town is no appointment. */
export const furthest = 15 * day

/** So long after an attempt its receiver can still say that they were there: two weeks after any day that was agreed. */
const claimable = furthest + 14 * day

/** Attempts later than this can be claimed. */
export const claimableSince = (now: Date): Date => addMs(now, -claimable)
