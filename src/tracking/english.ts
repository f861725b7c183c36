import type { AttemptMeasure, AttemptReason } from '../custody/reasons.ts'
import { isStep, type Step, type steps } from '../custody/steps.ts'
import type { Decision } from '../dossiers/status.ts'
import type { IsoDate } from '../kit/time.ts'
import type { Words } from './timeline.ts'

/** The steps a citizen reads of: those that have words for citizens. */
type ToldStep = { [S in Step]: (typeof steps)[S]['citizen'] extends null ? never : S }[Step]

const told: Record<ToldStep, string> & Partial<Record<Step, string>> = {
  accept: 'The post received your dossier',
  collect: 'The courier collected your dossier',
  withdraw: 'Returned to you as you asked',
  depart: 'Left the post office',
  arrive: 'Arrived at ‹unit›',
  lodge: 'Your dossier is at ‹unit›, waiting to be checked',
  transfer: 'Moved to ‹unit›',
  hand_back: 'The post took your result from the police',
  return_in_person: 'Handed to you at the police desk',
  load: 'Out for delivery',
  deliver: 'Delivered',
  attempt: 'Could not be delivered yet',
  invite: 'A collection notice was left',
  redirect: 'Being redirected',
  hold: 'Waiting at the post office',
  send_back: 'Being sent back to the police',
  take_back: 'The police took the result back',
  report_lost: 'Being looked into; please call the hotline',
  report_damaged: 'Being looked into; please call the hotline',
  find: 'Your parcel was found',
}

const reasons: Record<AttemptReason, string> = {
  nobody_home: 'nobody was home',
  moved: 'the receiver has moved',
  wrong_address: 'the address is wrong',
  refused: 'it was refused',
  asked_other_time: 'another time was asked for',
  no_authorised_person: 'no authorised person was there',
  fee_not_paid: 'the fee was not paid',
  force_majeure: 'force majeure',
}

const measures: Record<AttemptMeasure, string> = {
  again: 'we will try again',
  hold: 'it waits at the post office',
  send_back: 'it goes back to the police',
}

const decided: Record<Decision, string> = {
  acceptance: 'The police checked and accepted the dossier',
  supplement_request: 'The police ask for more papers',
  supplement: 'The missing papers came in',
  refusal: 'The police could not accept the dossier',
  extension: 'The police set another date',
  stop: 'The dossier was stopped',
  withdrawal: 'The dossier was withdrawn',
  result: 'The result is ready',
}

export const english: Words = {
  step: (step, unit) => (isStep(step) ? (told[step]?.replace('‹unit›', unit ?? '') ?? null) : null),
  attempt: (reason, measure) => [said(reasons, reason), said(measures, measure)].filter(Boolean).join('; '),
  notice: number => `notice no. ${number}`,
  heldUntil: day => `kept until ${dayInEnglish(day)}`,
  decision: kind => decided[kind],
}

const months = 'January February March April May June July August September October November December'.split(' ')
const dayInEnglish = (day: IsoDate) =>
  `${Number(day.slice(8))} ${months[Number(day.slice(5, 7)) - 1]} ${day.slice(0, 4)}`

const said = (words: Record<string, string>, key: string) => words[key] ?? ''
