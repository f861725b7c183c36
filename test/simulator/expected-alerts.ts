import { day } from './days.ts'
import type { ExpectedClock, Runs } from './expected-clocks.ts'

export type ExpectedAlert = {
  subject: string
  clock: string
  level: Level
  due: number
  raised: number
  closed: number | null
}
type Level = 'at_risk' | 'missed' | 'breach' | 'breach_day'
export type Ticks = { each: number; from: number; until: number }

const levels: readonly Level[] = ['at_risk', 'missed', 'breach', 'breach_day']
const reachedAt = ({ risk, missed, due }: Runs, level: number) => [risk, missed, due, due + day][level] ?? due

/**
 * Every alert there should be, and until when. One hears of a running clock at the first tick after a level is reached, of
 * the highest one alone. It closes when a higher one follows, the clock stops, stands still, is due at another time, or has
 * time left again; what
 * changed is looked at from the first level on, and nothing is said twice while it is open.
 */
export const expectedAlerts = (clocks: readonly ExpectedClock[], ticks: Ticks): ExpectedAlert[] =>
  clocks.filter(({ isBinding }) => isBinding).flatMap(clock => alertsOf(clock, ticks))

/** `next` is the level to be looked at next; after the last one there is none. */
type Heard = { alerts: ExpectedAlert[]; open: Set<ExpectedAlert>; next: number }

function alertsOf({ subject, clock, states }: ExpectedClock, ticks: Ticks): ExpectedAlert[] {
  const heard: Heard = { alerts: [], open: new Set(), next: 0 }
  let before: Runs | null = null
  for (const [i, { at, runs }] of states.entries()) {
    if (!before || !runs || !isSame(before, runs)) heard.next = 0
    before = runs
    for (const alert of heard.open) if (!runs || isOutlived(alert, runs, at)) close(heard, alert, at)
    const until = Math.min(states[i + 1]?.at ?? Number.POSITIVE_INFINITY, ticks.until + 1)
    if (runs && isHeard(runs)) raise(heard, { subject, clock, runs }, { ...ticks, from: at, until, origin: ticks.from })
  }
  return heard.alerts
}

const isHeard = ({ stop, still }: Runs) => stop === null && (still === null || still.until !== null)

function close({ open }: Heard, alert: ExpectedAlert, at: number) {
  alert.closed = at
  open.delete(alert)
}

function isOutlived({ level, due }: ExpectedAlert, runs: Runs, at: number): boolean {
  const isStill = runs.still !== null && (runs.still.until === null || runs.still.until > at) && runs.still.from <= at
  const reached = reachedAt(runs, Math.min(levels.indexOf(level), 2))
  return runs.stop !== null || runs.due !== due || isStill || at < reached
}

type Of = Pick<ExpectedAlert, 'subject' | 'clock'> & { runs: Runs }

function raise(heard: Heard, { runs, ...of }: Of, span: { from: number; until: number; each: number; origin: number }) {
  while (heard.next < levels.length) {
    const raised = whenHeard(tickFrom(Math.max(span.from, reachedAt(runs, heard.next)), span), runs, span)
    if (raised >= span.until) return
    const reached = levels.findLastIndex((_, level) => reachedAt(runs, level) <= raised)
    const level = levels[Math.max(reached, 0)] ?? 'at_risk'
    if (![...heard.open].some(alert => alert.level === level)) {
      const alert: ExpectedAlert = { ...of, level, due: runs.due, raised, closed: null }
      for (const lower of heard.open) close(heard, lower, raised)
      heard.alerts.push(alert)
      heard.open.add(alert)
    }
    heard.next = Math.max(reached, 0) + 1
  }
}

/** While it stands still nobody hears of it. */
const whenHeard = (at: number, { still }: Runs, span: { origin: number; each: number }) =>
  still?.until && at >= still.from && at < still.until ? tickFrom(still.until, span) : at

const isSame = (one: Runs, other: Runs) =>
  (['due', 'risk', 'missed', 'stop'] as const).every(name => one[name] === other[name]) &&
  one.still?.from === other.still?.from &&
  one.still?.until === other.still?.until

const tickFrom = (at: number, { origin, each }: { origin: number; each: number }) =>
  origin + Math.max(1, Math.ceil((at - origin) / each)) * each
