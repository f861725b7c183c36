// When a clock is due by what it kept of its promise and calendar, by other code than what counted it.
import { day, hour, minute } from '../kit/time.ts'
import type { StoredClock } from './read-stored.ts'

type Kept = {
  target?: { amount?: number; unit?: string }
  week?: Record<string, number[]>
  off?: string[]
  working?: string[]
}

const eastOfGreenwich = 7 * hour
const mostDays = 1000

/** An ISO moment; null where what was kept does not tell. */
export function rederiveDue({ started_at, inputs }: StoredClock): string | null {
  const { target, ...calendar } = inputs as Kept
  const amount = target?.amount
  if (!amount) return null
  const start = Date.parse(started_at)
  if (target.unit === 'hours') return iso(start + amount * hour)
  if (!calendar.week) return null
  return target.unit === 'working_days' ? byDays(start, amount, calendar) : byMinutes(start, amount * 60, calendar)
}

const iso = (at: number) => new Date(at).toISOString()

/** Midnight by the clocks of Viet Nam, `days` after that of the moment. */
const midnight = (at: number, days: number) => (Math.floor((at + eastOfGreenwich) / day) + days) * day - eastOfGreenwich

function byDays(start: number, amount: number, calendar: Kept): string | null {
  let left = amount
  for (let days = 1; days < mostDays; days++) {
    const at = midnight(start, days)
    const ends = Math.max(...worked(at, calendar))
    if (ends > 0 && --left === 0) return iso(at + ends * minute)
  }
  return null
}

function byMinutes(start: number, amount: number, calendar: Kept): string | null {
  let left = amount * minute
  for (let days = 0; days < mostDays; days++) {
    const at = midnight(start, days)
    const hours = worked(at, calendar)
    for (let i = 0; i + 1 < hours.length; i += 2) {
      const [opens, closes] = [at + Number(hours[i]) * minute, at + Number(hours[i + 1]) * minute]
      const open = Math.max(0, closes - Math.max(opens, start))
      if (open > 0 && left <= open) return iso(closes - open + left)
      left -= open
    }
  }
  return null
}

function worked(at: number, { week = {}, off = [], working = [] }: Kept): readonly number[] {
  const local = new Date(at + eastOfGreenwich)
  const date = local.toISOString().slice(0, 10)
  if (working.includes(date)) return week[1] ?? []
  return off.includes(date) ? [] : (week[local.getUTCDay()] ?? [])
}
