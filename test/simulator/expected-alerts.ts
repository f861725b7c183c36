import type { ExpectedClock, State } from './expected-clocks.ts'

export type ExpectedAlert = { subject: string; clock: string; level: Level; due: number; raised: number }
type Level = 'at_risk' | 'missed' | 'breach'
type Runs = NonNullable<State['runs']>

/** The levels in order, and the share of the time after which each is reached. */
const levels: readonly { level: Level; share: number }[] = [
  { level: 'at_risk', share: 0.75 },
  { level: 'missed', share: 0.9 },
  { level: 'breach', share: 1 },
]
const reachedAt = ({ start, due }: Runs, i: number) => start + Math.round((due - start) * (levels[i]?.share ?? 1))

type Ticks = { each: number; from: number; until: number }

/**
 * Every alert there should be. One hears of a running clock at the first tick after a level is reached, of the highest one
 * alone, and not again while the clock is the same; one that was stopped, paused or begins at another time is another.
 */
export function expectedAlerts(clocks: readonly ExpectedClock[], ticks: Ticks): ExpectedAlert[] {
  return clocks.filter(({ isBinding }) => isBinding).flatMap(clock => alertsOf(clock, ticks))
}

function alertsOf({ subject, clock, states }: ExpectedClock, ticks: Ticks): ExpectedAlert[] {
  const alerts: ExpectedAlert[] = []
  let next = 0
  let before: Runs | null = null
  for (const [i, { at, runs }] of states.entries()) {
    if (!runs) continue
    if (!before || !isSame(before, runs)) next = 0
    before = runs
    if (runs.stop !== null || runs.isPaused) continue
    const until = Math.min(states[i + 1]?.at ?? Number.POSITIVE_INFINITY, ticks.until + 1)
    while (next < levels.length) {
      const raised = tickFrom(Math.max(at, reachedAt(runs, next)), ticks)
      if (raised >= until) break
      while (next + 1 < levels.length && reachedAt(runs, next + 1) <= raised) next++
      alerts.push({ subject, clock, level: levels[next]?.level ?? 'breach', due: runs.due, raised })
      next++
    }
  }
  return alerts
}

const isSame = (one: Runs, other: Runs) =>
  one.start === other.start && one.due === other.due && one.stop === other.stop && one.isPaused === other.isPaused

const tickFrom = (at: number, { from, each }: Ticks) => from + Math.max(1, Math.ceil((at - from) / each)) * each
