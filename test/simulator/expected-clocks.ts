import type { Still } from './excuses.ts'
import { dossierClocks } from './expected-dossiers.ts'
import { homeClocks } from './expected-homes.ts'
import { type Course, coursesOf, type Known, type Moment } from './known.ts'
import { lastChances, thresholds } from './last-chance.ts'
import type { WorldLog } from './log.ts'
import { endOfWorkingDay } from './office-hours.ts'
import type { Province } from './province.ts'

/** How a clock runs: due by the wall and with what was excused; when one hears of it; when it stood still last, in time. */
export type Runs = {
  start: number
  wall: number
  due: number
  stop: number | null
  risk: number
  missed: number
  still: Still | null
  stills: readonly Still[]
}
/** A clock as the system must have known it from `at` on, until its next state. Null: it does not run, and never did. */
export type State = { at: number; runs: Runs | null }
export type ExpectedClock = {
  subject: string
  clock: string
  reading: string
  isBinding: boolean
  unit: string
  states: State[]
}
export type Hours = Pick<Province, 'agency' | 'counter' | 'timetable'>

/**
 * Every clock there should be, with all its states in the order in which they became known. Worked out from the log alone:
 * by the agreement (48 hours, J+2), and the targets that ship as data.
 */
export function expectedClocks(log: WorldLog, hours: Hours): ExpectedClock[] {
  const courses = coursesOf(log)
  const chance = lastChances(hours)
  return [...courses.values()]
    .flatMap(course => (course.zone ? homeClocks(course, hours, chance) : [outgoingClock(course, hours)]))
    .concat(dossierClocks(log, courses, hours))
    .filter(({ states }) => states.some(({ runs }) => runs))
}

export type Timed = {
  start: number
  wall: number
  stop: number | null
  stills?: readonly Still[]
  /** How a time for which it stood still moves what is due; null: it does not. */
  moves?: ((due: number, from: number, until: number) => number) | null
  chance?: (due: number) => number | null
}

/** All that follows from when a clock began and what excused it. */
export function timed({ start, wall, stop, stills = [], moves = null, chance = () => null }: Timed): Runs {
  let due = wall
  for (const { from, until } of stills) if (moves && until !== null && from < due) due = moves(due, from, until)
  const still = stills.filter(({ from }) => from < due).at(-1) ?? null
  const { risk, missed } = thresholds(start, due, chance(due))
  // A level that falls into a time for which it stood still is reached when that is over, when it is due at the latest.
  const later = (at: number) => (still?.until && at >= still.from && at < still.until ? Math.min(still.until, due) : at)
  return { start, wall, due, stop, risk: later(risk), missed: later(missed), still, stills }
}

/** One working day to the desk, three for papers that were collected back. */
function outgoingClock({ code, purpose, bound, moments }: Course, { agency }: Hours): ExpectedClock {
  const isPapers = purpose === 'collected_papers'
  const spans = moments.map(moment => ({ at: moment.at, ...outgoingSpan(moment, bound) }))
  const states = spans.map(({ at, start, stop }): State => {
    const wall = start && endOfWorkingDay(agency, start.happened, isPapers ? 3 : 1)
    return { at, runs: start && wall ? timed({ start: start.happened, wall, stop: stop?.happened ?? null }) : null }
  })
  return {
    ...{ subject: code, isBinding: true, unit: spans.at(-1)?.start?.unit ?? bound, states },
    ...(isPapers
      ? { clock: 'papers_back', reading: 'Ba ngày làm việc nộp lại giấy tờ thu hồi' }
      : { clock: 'lodging', reading: 'Một ngày làm việc đến công an' }),
  }
}

/** From the first hand that took it until its desk has it. */
function outgoingSpan({ facts }: Moment, desk: string) {
  const start: Known | undefined = facts.find(({ step }) => step === 'accept' || step === 'collect')
  const stop = facts.find(({ step, unit }) => (step === 'lodge' || step === 'take_back') && unit === desk)
  return { start, stop: start && stop }
}
