import { dayOf, hour, momentOf } from './days.ts'
import type { Ticks } from './expected-alerts.ts'
import { nextVisit } from './expected-homes.ts'
import { type Course, coursesOf } from './known.ts'
import type { WorldLog } from './log.ts'
import { isWorked } from './office-hours.ts'
import type { Province } from './province.ts'
import { type Whereabouts, whereaboutsOf } from './whereabouts.ts'

export type ExpectedWatch = { watch: string; subject: string; raised: number; closed: number | null }
/** For so long there is something to be told. */
type Cause = { watch: string; subject: string; from: number; until: number }

/** What somebody forgot, each once for as long as it lasts, by the ticks that look for it. */
export function expectedWatches(log: WorldLog, province: Province, ticks: Ticks): ExpectedWatch[] {
  const courses = [...coursesOf(log).values()]
  const causes = [
    ...unaccepted(log, province),
    ...openRounds(log, at => firstEvening(province.counter, at)),
    ...silent(courses),
    ...uncounted(courses, (kind, at) => firstEvening(kind === 'police_unit' ? province.agency : province.counter, at)),
  ]
  const bySubject = new Map<string, Cause[]>()
  for (const cause of causes) {
    const key = `${cause.watch} ${cause.subject}`
    bySubject.set(key, [...(bySubject.get(key) ?? []), cause])
  }
  return [...bySubject.values()].flatMap(some => alertsOf(some, ticks))
}

/** Causes that follow each other from one tick to the next are one. */
function alertsOf(causes: readonly Cause[], { each, from, until }: Ticks): ExpectedWatch[] {
  const tick = (at: number) => Math.max(1, Math.ceil((at - from) / each))
  const last = Math.floor((until - from) / each)
  const alerts: (ExpectedWatch & { end: number })[] = []
  for (const { watch, subject, ...cause } of [...causes].sort((a, b) => a.from - b.from)) {
    const [first, end] = [tick(cause.from), Math.min(tick(cause.until), last + 1)]
    if (first >= end) continue
    const open = alerts.at(-1)
    if (open && first <= open.end) open.end = Math.max(open.end, end)
    else alerts.push({ watch, subject, raised: from + first * each, closed: null, end })
  }
  return alerts.map(({ end, ...alert }) => ({ ...alert, closed: end > last ? null : from + end * each }))
}

/** The first evening of a working day after this moment, when that day's work should have been done. */
function firstEvening(calendar: Province['counter'], at: number): number {
  for (let date = dayOf(at); ; date++) {
    const evening = momentOf(date, 20 * 60)
    if (evening > at && isWorked(calendar, date)) return evening
  }
}

/** A list that nobody signed two hours after it was made, or after somebody should have come for it. */
function unaccepted(log: WorldLog, hours: Province): Cause[] {
  const settled = new Map(log.of('settled').map(({ sheet, at }) => [sheet, at]))
  return log.of('released').map(({ sheet, from: giver, at }) => {
    const [kind, desk = ''] = giver.split(' ')
    const from = (kind === 'police_unit' ? nextVisit(hours, desk, at) : at) + 2 * hour
    return { watch: 'unaccepted', subject: sheet, from, until: settled.get(sheet) ?? Number.POSITIVE_INFINITY }
  })
}

function openRounds(log: WorldLog, evening: (at: number) => number): Cause[] {
  const rounds = log.of('round')
  const closed = new Map(rounds.flatMap(({ round, how, at }) => (how === 'closed' ? [[round, at] as const] : [])))
  return rounds
    .filter(({ how }) => how === 'opened')
    .map(({ round, at }) => {
      const until = closed.get(round) ?? Number.POSITIVE_INFINITY
      return { watch: 'round_open', subject: round, from: evening(at), until }
    })
}

/** Nobody counts in this world: whatever lies somewhere in the evening was not counted. What was filed lies in no cupboard. */
const uncounted = (courses: readonly Course[], evening: (kind: string, at: number) => number): Cause[] =>
  courses
    .flatMap(course => whereaboutsOf(course).map(one => ({ ...one, course })))
    .flatMap(one => {
      const { at, until, holder, since, step, course } = one
      const [kind = '', subject = ''] = holder.split(' ')
      const isAtUnit = kind === 'post_office' || kind === 'police_unit'
      const isFiled =
        kind === 'police_unit' && (step === 'take_back' || (course.zone === null && course.bound === subject))
      return isAtUnit && !isFiled
        ? [{ watch: 'uncounted', subject, from: Math.max(at, evening(kind, since)), until }]
        : []
    })

/** Of all that somebody carries nothing was scanned for twelve hours. */
function silent(courses: readonly Course[]): Cause[] {
  const carried = new Map<string, Whereabouts[]>()
  for (const one of courses.flatMap(whereaboutsOf))
    if (one.holder.startsWith('courier ')) carried.set(one.holder, [...(carried.get(one.holder) ?? []), one])
  return [...carried].flatMap(([subject, some]) => silentOf(subject, some))
}

function silentOf(subject: string, some: readonly Whereabouts[]): Cause[] {
  const turns = [...new Set(some.flatMap(({ at, until }) => [at, until]))].sort((a, b) => a - b)
  return turns.slice(0, -1).flatMap((at, i) => {
    const carried = some.filter(one => one.at <= at && at < one.until)
    const from = Math.max(at, ...carried.map(({ last }) => last + 12 * hour))
    return carried.length ? [{ watch: 'silent', subject, from, until: turns[i + 1] ?? at }] : []
  })
}
