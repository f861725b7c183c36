import { dayOf, hour, momentOf } from './days.ts'
import type { Province } from './province.ts'
import { goesOn, type Run, receivers } from './timetable.ts'

/** The latest moment to leave `from` and be with a receiver of `office`, or to lie there, by `by`. */
export type Way = { from: string; office: string; by: number; rests: boolean }
type Leg = { from: string; to: string; departs: number; arrives: number }

/** Nobody looks further back than this. */
const longest = 14

/**
 * The last chance by the timetable, read backwards: each run from the latest to the earliest saves what it reaches in time.
 * Null where nothing leads there.
 */
export function lastChances({ timetable, counter }: Pick<Province, 'timetable' | 'counter'>) {
  const days = new Map<number, readonly Leg[]>()
  const legsOn = (date: number) => {
    const legs =
      days.get(date) ??
      legsOf(
        timetable.filter(run => goesOn(run, date, counter)),
        date,
      )
    days.set(date, legs)
    return legs
  }
  return ({ from, office, by, rests }: Way): number | null => {
    const latest = new Map<string, number>([rests ? [office, by] : [`${receivers} ${office}`, by]])
    for (let date = dayOf(by); date >= dayOf(by) - longest && !latest.has(from); date--)
      for (const leg of legsOn(date))
        if (leg.arrives <= (latest.get(leg.to) ?? 0) && !latest.has(leg.from)) latest.set(leg.from, leg.departs)
    return latest.get(from) ?? null
  }
}

const legsOf = (runs: readonly Run[], date: number): Leg[] =>
  runs
    .map(({ from, to, departs, arrives }) => ({
      from,
      to: to === receivers ? `${receivers} ${from}` : to,
      departs: momentOf(date, departs),
      arrives: momentOf(date, arrives),
    }))
    .sort((a, b) => b.departs - a.departs)

export type Thresholds = { risk: number; missed: number }

/** Two hours before the last chance, and with it; where none is known, when 75 and 90 of 100 parts have gone. */
export function thresholds(start: number, due: number, chance: number | null): Thresholds {
  const part = (percent: number) => start + Math.round(((due - start) * percent) / 100)
  if (chance === null) return { risk: part(75), missed: part(90) }
  const inside = (at: number) => (at < start ? start : at > due ? due : at)
  return { risk: inside(chance - 2 * hour), missed: inside(chance) }
}
