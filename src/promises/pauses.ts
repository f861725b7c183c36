import type { PausesRow } from '../../db/tables.ts'
import type { AttemptReason } from '../custody/reasons.ts'
import type { Step } from '../custody/steps.ts'
import { addMs, type IsoDate, localDate, minute } from '../kit/time.ts'
import { afterWorkingDays, type Calendar, openingOf } from '../places/calendar.ts'
import { furthest } from './excuses.ts'

/** A time in which a clock stands still, why, and what proves it. Half-open; without an end until something happens. */
export type Pause = Pick<
  PausesRow,
  'begins_at' | 'ends_at' | 'agreed_until' | 'reason' | 'evidence' | 'person_id' | 'event_id'
>

/** A fact of the way home, as far as it says when the receiver could not be reached. */
export type DoorFact = {
  id: string
  step: Step
  at: Date
  unit_id: string | null
  person_id: string
  detail: { reason?: AttemptReason; again_on?: IsoDate; called_at?: string }
}

/** What ends a pause whatever was agreed: the receiver was called on again, has it, or will not get it. */
const ending: readonly Step[] = ['attempt', 'deliver', 'return_in_person', 'send_back', 'take_back', 'report_lost']
/** From these on it waits at the counter until somebody takes it out again. */
const waiting: readonly Step[] = ['hold']
const takenOut: readonly Step[] = [...ending, 'load', 'depart']
/** By these it turns up somewhere else, though nobody scanned that it was taken out. */
const turningUp: readonly Step[] = ['arrive', 'hand_back', 'lodge']
/** The steps that say whether it still waits at a counter. */
export const counterSteps: readonly Step[] = [...takenOut, ...turningUp, ...waiting]
/** The steps that `pausesOf` wants to know of. */
export const doorSteps: readonly Step[] = [...counterSteps, 'invite']

/** Whether this fact says that it waits at the counter of an office no more. */
export const endsWaitingAt =
  (office: string | null) =>
  ({ step, unit_id }: Pick<DoorFact, 'step' | 'unit_id'>): boolean =>
    takenOut.includes(step) || (turningUp.includes(step) && unit_id !== office)

/** What a courier alone cannot say: it takes both organisations. */
const notAtTheDoor = 'force_majeure'
/** Phones are a little wrong. */
const skew = 5 * minute

/** After this many working days somebody has to try again: notices are two working days apart (Luật Bưu chính art. 17.1). */
const longest = 2

export type Excusing = {
  excuses: readonly string[]
  calendar: Calendar
  upheld: ReadonlySet<string>
  agreed: ReadonlyMap<string, Date>
}

/**
 * The pauses that facts excuse, in order and never overlapping: from each attempt that has a reason which `excuses` names, and
 * evidence, until the agreed day begins or somebody tries again, whichever comes first; while it lies ready at the counter,
 * until it is fetched. `facts` stand and are in order; of `upheld` the receiver was at home after all; `agreed` is by when
 * somebody was to call again after attempts that were counted before, whatever holiday was announced since.
 */
export function pausesOf(facts: readonly DoorFact[], { excuses, calendar, upheld, agreed }: Excusing): Pause[] {
  return facts.flatMap((fact, i) => {
    const { reason } = fact.detail
    if (fact.step !== 'attempt' || !reason || !excuses.includes(reason) || reason === notAtTheDoor) return []
    if (upheld.has(fact.id)) return []
    const rest = facts.slice(i + 1)
    const evidence = evidenceOf(fact, rest, calendar)
    const agreed_until = agreed.get(fact.id) ?? latestEnd(fact, calendar)
    const ends_at = endOf(rest, agreed_until)
    if (!evidence || (ends_at && ends_at <= fact.at)) return []
    return [
      { begins_at: fact.at, ends_at, agreed_until, reason, evidence, person_id: fact.person_id, event_id: fact.id },
    ]
  })
}

/** Whoever says that nobody was there had rung that day, or left a numbered notice on it; whoever was asked for another day names it. */
function evidenceOf({ at, detail }: DoorFact, rest: readonly DoorFact[], calendar: Calendar): Pause['evidence'] | null {
  const { reason, called_at, again_on } = detail
  if (reason === 'asked_other_time')
    return again_on && openingOf(calendar, again_on) <= addMs(at, furthest) ? 'appointment' : null
  if (called_at && isCallBefore(new Date(called_at), at)) return 'call'
  const next = rest.findIndex(({ step }) => ending.includes(step))
  const meanwhile = next < 0 ? rest : rest.slice(0, next)
  if (meanwhile.some(one => one.step === 'invite' && localDate(one.at) === localDate(at))) return 'notice'
  return reason === 'refused' || reason === 'wrong_address' || reason === 'moved' ? 'statement' : null
}

const isCallBefore = (called: Date, at: Date) => localDate(called) === localDate(at) && called <= addMs(at, skew)

function endOf(rest: readonly DoorFact[], latest: Date): Date | null {
  const next = rest.find(({ step }) => ending.includes(step))
  const held = rest.findIndex(one => waiting.includes(one.step) && one.at <= latest)
  if (held >= 0 && (!next || held < rest.indexOf(next)))
    return rest.slice(held).find(endsWaitingAt(rest[held]?.unit_id ?? null))?.at ?? null
  return next && next.at < latest ? next.at : latest
}

/** The agreed day, where its receiver asked for it; else no later than somebody has to try again. */
function latestEnd({ at, detail: { reason, again_on } }: DoorFact, calendar: Calendar): Date {
  const tryAgain = afterWorkingDays(calendar, at, longest)
  const agreed = again_on && again_on > localDate(at) ? openingOf(calendar, again_on) : null
  if (!agreed) return tryAgain
  return reason === 'asked_other_time' || agreed < tryAgain ? agreed : tryAgain
}

/** Several reasons at one time are one pause: what begins later gives way. Answers them in order. */
export function withoutOverlap(pauses: readonly Pause[]): Pause[] {
  const inOrder = [...pauses].sort((a, b) => a.begins_at.getTime() - b.begins_at.getTime())
  let busy: Date | null = new Date(0)
  return inOrder.flatMap(pause => {
    if (!busy || (pause.ends_at && pause.ends_at <= busy)) return []
    const begins_at: Date = pause.begins_at < busy ? busy : pause.begins_at
    busy = pause.ends_at
    return [{ ...pause, begins_at }]
  })
}

/** What of these lies in a time: nothing that was over before it began, or began after it ended, excuses anything. */
export const within = (pauses: readonly Pause[], from: Date, until: Date | null): Pause[] =>
  pauses.flatMap(pause => {
    const begins_at = pause.begins_at < from ? from : pause.begins_at
    const ends_at = until && (!pause.ends_at || pause.ends_at > until) ? until : pause.ends_at
    return ends_at && ends_at <= begins_at ? [] : [{ ...pause, begins_at, ends_at }]
  })
