import { dayOf, hour, momentOf } from './days.ts'
import { excusesOf } from './excuses.ts'
import { type ExpectedClock, type Hours, type State, type Timed, timed } from './expected-clocks.ts'
import type { Course, Known, Moment } from './known.ts'
import type { lastChances, Way } from './last-chance.ts'
import { endOfWorkingDay, movedBy } from './office-hours.ts'
import { goesOn } from './timetable.ts'

type Chance = ReturnType<typeof lastChances>

/** The promise itself in both readings, and how long a counter may keep it. */
export function homeClocks(course: Course, hours: Hours, chance: Chance): ExpectedClock[] {
  const { code: subject, bound: unit, moments } = course
  const delivery = (count: Counted) => moments.map((moment): State => deliveryState(course, moment, hours, count))
  const hold = moments.map((moment): State => holdingState(course, moment))
  const counted = countedIn(course, hours, chance)
  return [
    { subject, clock: 'delivery', reading: '48 giờ liên tục', isBinding: true, unit, states: delivery(counted.hours) },
    {
      ...{ subject, clock: 'delivery', reading: 'J+2 ngày làm việc bưu chính', isBinding: false, unit },
      states: delivery(counted.days),
    },
    {
      ...{ subject, clock: 'holding', isBinding: true, states: hold },
      reading: course.zone === 'town' ? 'Giữ 15 ngày (thành thị)' : 'Giữ 30 ngày (nông thôn)',
      unit: moments.at(-1)?.facts.find(({ step }) => step === 'hold')?.unit ?? unit,
    },
  ]
}

type Counted = Pick<Timed, 'moves'> & {
  wall: (start: number) => number
  chance: (moment: Moment) => (due: number) => number | null
}

/** Hours run day and night; days are those of the counter. */
function countedIn(course: Course, { counter }: Hours, chance: Chance): { hours: Counted; days: Counted } {
  const chanceOf = (moment: Moment) => {
    const from = whereIs(course, moment.facts)
    const way = { office: course.bound, rests: course.isCollected } satisfies Partial<Way>
    return (due: number) => (from === null ? due : chance({ ...way, from, by: due }))
  }
  return {
    hours: { wall: start => start + 48 * hour, moves: (due, from, until) => due + until - from, chance: chanceOf },
    days: { wall: start => endOfWorkingDay(counter, start, 2), moves: movedBy(counter), chance: chanceOf },
  }
}

function deliveryState(course: Course, moment: Moment, hours: Hours, { wall, moves, chance }: Counted): State {
  const { at, facts } = moment
  const left = facts.find(({ step }) => leaving.has(step))?.happened
  const should = pickUpOf(course, moment, hours)
  const start = Math.min(left ?? Number.POSITIVE_INFINITY, should ?? Number.POSITIVE_INFINITY)
  if (!Number.isFinite(start)) return { at, runs: null }
  const stills = excusesOf(facts, hours.counter)
  const stop = endOf(course, facts)
  return { at, runs: timed({ start, wall: wall(start), stop, stills, moves: moves ?? null, chance: chance(moment) }) }
}

const leaving = new Set(['hand_back', 'arrive', 'depart', 'load'])

/** Delivered, or where its receiver fetches it, or with the police again. */
function endOf({ bound, isCollected }: Course, facts: readonly Known[]): number | null {
  const lies = isCollected ? facts.find(({ step, unit }) => step === 'arrive' && unit === bound) : undefined
  return (lies ?? facts.find(({ step }) => step === 'deliver' || step === 'take_back'))?.happened ?? null
}

/** When somebody should have come for it: of each list that was not taken back before, the first scheduled visit. */
function pickUpOf({ holder }: Course, { listed }: Moment, hours: Hours): number | null {
  const times = listed.flatMap(({ released, cancelled }) => {
    const at = nextVisit(hours, holder.replace('police_unit ', ''), released)
    return cancelled !== null && cancelled < at ? [] : [at]
  })
  return times.length ? Math.min(...times) : null
}

/** The first visit to a desk by the timetable at this moment or later. */
export function nextVisit(
  { timetable, counter }: Pick<Hours, 'timetable' | 'counter'>,
  desk: string,
  at: number,
): number {
  const visits = timetable.filter(({ from }) => from === desk)
  for (let date = dayOf(at); ; date++) {
    const times = visits.filter(one => goesOn(one, date, counter)).map(({ departs }) => momentOf(date, departs))
    const next = Math.min(...times.filter(time => time >= at))
    if (Number.isFinite(next)) return next
  }
}

const units = new Set(['arrive', 'lodge', 'take_back', 'hand_back', 'take_over'])

/** From where it goes on; null with the courier who delivers it; on the way, where it is on the way to. */
function whereIs({ bound, holder }: Course, facts: readonly Known[]): string | null {
  const last = facts.at(-1)
  if (last?.step === 'load' || last?.step === 'attempt') return null
  const taken = facts.findLast(
    ({ step }) => units.has(step) || step === 'load' || step === 'depart' || step === 'deliver',
  )
  if (!taken) return holder.replace('police_unit ', '')
  return last?.step === 'depart' || taken.step === 'deliver' ? bound : taken.unit
}

const takenOut = new Set(['attempt', 'deliver', 'send_back', 'take_back', 'load', 'depart'])

/** Fifteen days in town, thirty in the country: from when it was laid up last until somebody took it out. */
function holdingState({ zone }: Course, { at, facts }: Moment): State {
  let start: number | null = null
  let stop: number | null = null
  for (const { step, happened } of facts) {
    if (step === 'hold' && (start === null || stop !== null)) [start, stop] = [happened, null]
    if (takenOut.has(step) && start !== null) stop ??= happened
  }
  const wall = (start ?? 0) + (zone === 'town' ? 360 : 720) * hour
  return { at, runs: start === null ? null : timed({ start, wall, stop }) }
}
