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

/** So long after an attempt its receiver can still say that they were there. */
const claimable = 14 * day

/** Attempts later than this can be claimed. */
export const claimableSince = (now: Date): Date => addMs(now, -claimable)
