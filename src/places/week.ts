import type { CalendarsRow } from '../../db/tables.ts'
import { minutesOf, writtenTime } from '../kit/time.ts'
import { pairs } from './calendar.ts'

/** By weekday (0 = Sunday) minutes of the day in pairs. */
export type Week = Record<string, number[]>

/** `1-5 0` → the weekdays 0 to 5, in order. Null for what names no days, one of them twice, or goes backwards. */
export function daysOf(written: string): number[] | null {
  const parts = written.split(/\s+/).map(daysFrom)
  const days = parts.flatMap(part => part ?? [])
  return parts.every(part => part !== null) && new Set(days).size === days.length ? days.sort() : null
}

function daysFrom(written: string): number[] | null {
  const [, from, until = from] = /^([0-6])(?:-([0-6]))?$/.exec(written) ?? []
  const [first, last] = [Number(from), Number(until)]
  return last >= first ? Array.from({ length: last - first + 1 }, (_, i) => first + i) : null
}

/** The same the other way: days in a row are written as one. */
export function writtenDays(days: readonly number[]): string {
  const firsts = days.filter(one => !days.includes(one - 1))
  return firsts
    .map(first => {
      let last = first
      while (days.includes(last + 1)) last++
      return last > first ? `${first}-${last}` : `${first}`
    })
    .join(' ')
}

/** `1-5 07:30-11:30 13:30-17:00; 6 07:30-11:30`: which days, and from when until when. Null for what says something else. */
export function weekOf(written: string): Week | null {
  const lines = written.split(';').map(part => lineOf(part.trim()))
  const days = lines.flatMap(line => line?.days ?? [])
  if (lines.some(line => line === null) || new Set(days).size < days.length) return null
  return Object.fromEntries(lines.flatMap(line => (line ? line.days.map(one => [String(one), line.hours]) : [])))
}

function lineOf(written: string) {
  const [, named = '', spans = ''] = /^([0-6 -]+?) (\S*:.*)$/.exec(written) ?? []
  const days = daysOf(named)
  const times = spans.split(/\s+/).flatMap(span => span.split('-').map(minutesOf))
  const hours = times.filter(time => time !== null)
  const isSpans = spans.split(/\s+/).every(span => span.split('-').length === 2) && hours.length === times.length
  const isRising = hours.every((time, i) => i === 0 || time > (hours[i - 1] ?? 0))
  return days && isSpans && isRising && hours.length <= 6 ? { days, hours } : null
}

/** The same the other way: days with the same hours are one part. */
export function writtenWeek(stored: CalendarsRow['hours']): string {
  const groups = new Map<string, number[]>()
  for (const [one, hours] of Object.entries(stored as Week).sort()) {
    const written = pairs(hours)
      .map(([from, until]) => `${writtenTime(from)}-${writtenTime(until)}`)
      .join(' ')
    groups.set(written, [...(groups.get(written) ?? []), Number(one)])
  }
  return [...groups].map(([hours, days]) => `${writtenDays(days)} ${hours}`).join('; ')
}
