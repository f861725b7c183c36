// When a clock is due by what it kept of its promise and calendar, by other code than what counted it.
import { day, hour, minute } from '../kit/time.ts'
import type { StoredClock } from './read-stored.ts'

type Days = { week?: Record<string, number[]>; off?: string[]; working?: string[] }
type Kept = Days & {
  target?: { amount?: number; unit?: string }
  pauses?: [string, string | null][]
  moved?: Days & { unit?: string }
}

const eastOfGreenwich = 7 * hour
const mostDays = 1000

/** An ISO moment; null where what was kept does not tell. */
export function rederiveDue({ started_at, inputs }: StoredClock): string | null {
  const { target, pauses = [], moved, ...days } = inputs as Kept
  const amount = target?.amount
  if (!amount) return null
  const wall = add(Date.parse(started_at), amount, target.unit, days)
  if (wall === null || !moved) return wall === null ? null : iso(wall)
  const due = pauses.reduce<number | null>(
    (due, pause) => (due === null ? null : delayed(due, pause, target.unit, moved)),
    wall,
  )
  return due === null ? null : iso(due)
}

function add(start: number, amount: number, unit: string | undefined, days: Days): number | null {
  if (unit === 'hours') return start + amount * hour
  if (!days.week) return null
  return unit === 'working_days' ? byDays(start, amount, days) : byMinutes(start, amount * 60, days)
}

/** A pause that began in time moves it by what was lost. */
function delayed(due: number, [from, until]: [string, string | null], unit: string | undefined, days: Days) {
  const [begins, ends] = [Date.parse(from), until === null ? null : Date.parse(until)]
  if (ends === null || begins >= due) return due
  if (unit === 'hours') return due + ends - begins
  if (unit === 'working_days') return byDaysLost(due, begins, ends, days)
  const lost = minutesWithin(begins, ends, days)
  return lost ? byMinutes(due, lost, days) : due
}

/** Not before it goes on: then with the first working day that closes after it. */
function byDaysLost(due: number, begins: number, ends: number, days: Days): number | null {
  const lost = daysWithin(begins, ends, days)
  const moved = lost ? byDays(due, lost, days) : due
  if (moved === null || moved >= ends) return moved
  const today = midnight(ends, 0) + Math.max(...worked(ends, days)) * minute
  return today >= ends ? today : byDays(ends, 1, days)
}

function daysWithin(from: number, until: number, days: Days): number {
  let count = 0
  for (let i = 1; midnight(from, i) <= until; i++) if (worked(midnight(from, i), days).length) count++
  return count
}

function minutesWithin(from: number, until: number, days: Days): number {
  let count = 0
  for (let i = 0; midnight(from, i) <= until; i++) {
    const hours = worked(midnight(from, i), days)
    for (let span = 0; span + 1 < hours.length; span += 2) {
      const [opens, closes] = [Number(hours[span]), Number(hours[span + 1])].map(at => midnight(from, i) + at * minute)
      const open = Math.min(closes ?? 0, until) - Math.max(opens ?? 0, from)
      count += Math.max(0, Math.floor(open / minute))
    }
  }
  return count
}

const iso = (at: number) => new Date(at).toISOString()

/** Midnight by the clocks of Viet Nam, `days` after that of the moment. */
const midnight = (at: number, days: number) => (Math.floor((at + eastOfGreenwich) / day) + days) * day - eastOfGreenwich

function byDays(start: number, amount: number, calendar: Days): number | null {
  let left = amount
  for (let days = 1; days < mostDays; days++) {
    const at = midnight(start, days)
    const ends = Math.max(...worked(at, calendar))
    if (ends > 0 && --left === 0) return at + ends * minute
  }
  return null
}

function byMinutes(start: number, amount: number, calendar: Days): number | null {
  let left = amount * minute
  for (let days = 0; days < mostDays; days++) {
    const at = midnight(start, days)
    const hours = worked(at, calendar)
    for (let i = 0; i + 1 < hours.length; i += 2) {
      const [opens, closes] = [at + Number(hours[i]) * minute, at + Number(hours[i + 1]) * minute]
      const open = Math.max(0, closes - Math.max(opens, start))
      if (open > 0 && left <= open) return closes - open + left
      left -= open
    }
  }
  return null
}

function worked(at: number, { week = {}, off = [], working = [] }: Days): readonly number[] {
  const local = new Date(at + eastOfGreenwich)
  const date = local.toISOString().slice(0, 10)
  if (working.includes(date)) return week[1] ?? []
  return off.includes(date) ? [] : (week[local.getUTCDay()] ?? [])
}
