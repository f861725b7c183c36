import { dayOf, dayWritten, momentOf } from './days.ts'
import type { Known } from './known.ts'
import { endOfWorkingDay, type OfficeHours } from './office-hours.ts'

/** A time for which a promise stands still: until somebody knows, or by whom; without an end until something happens. */
export type Still = { from: number; until: number | null; by: string }

const excused = new Set([
  'nobody_home',
  'moved',
  'wrong_address',
  'refused',
  'asked_other_time',
  'no_authorised_person',
])
/** A courier's own word is enough for these. */
const believed = new Set(['moved', 'wrong_address', 'refused'])
/** After these there is nobody to wait for. */
const settling = new Set(['attempt', 'deliver', 'send_back', 'take_back'])
const leaving = new Set([...settling, 'load', 'depart'])
const openingTime = 450

/** When a promise stood still for its receiver, by what was told: from each attempt that is excused and proven. */
export const excusesOf = (facts: readonly Known[], counter: OfficeHours): Still[] =>
  facts.flatMap((fact, i) => {
    const rest = facts.slice(i + 1)
    if (!fact.door || !excused.has(fact.door.reason) || !isProven(fact)) return []
    const until = endOf(fact, rest, counter)
    return until !== null && until <= fact.happened ? [] : [{ from: fact.happened, until, by: fact.by }]
  })

function isProven({ door, happened }: Known): boolean {
  if (!door) return false
  if (door.reason === 'asked_other_time') return door.again_on !== null
  const rang = door.called !== null && dayOf(door.called) === dayOf(happened) && door.called <= happened + 300_000
  return rang || door.notice || believed.has(door.reason)
}

/** The agreed morning, no later than the second evening but where another day was asked for; at the counter until it leaves it. */
function endOf({ door, happened }: Known, rest: readonly Known[], counter: OfficeHours): number | null {
  const agreed = door?.again_on ? dayWritten(door.again_on) : 0
  const evening = endOfWorkingDay(counter, happened, 2)
  const most = door?.reason === 'asked_other_time' ? happened + 15 * 86_400_000 : evening
  const latest = agreed > dayOf(happened) ? Math.min(most, momentOf(agreed, openingTime)) : evening
  let isHeld = false
  for (const { step, happened: at } of rest) {
    if (isHeld && leaving.has(step)) return at
    if (settling.has(step)) return Math.min(at, latest)
    isHeld ||= step === 'hold' && at <= latest
  }
  return isHeld ? null : latest
}
