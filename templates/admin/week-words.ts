import { minutesADay, writtenTime } from '../../src/kit/time.ts'
import type { Week } from '../../src/places/week.ts'

const names = ['CN', 'T2', 'T3', 'T4', 'T5', 'T6', 'T7']
/** A week begins on Monday here. */
const inOrder = [1, 2, 3, 4, 5, 6, 0]

/** `T2–T7, CN`: days in a row as one. */
export function daysInWords(days: readonly number[]): string {
  const runs: number[][] = []
  for (const [i, day] of inOrder.entries()) {
    if (!days.includes(day)) continue
    if (i > 0 && days.includes(inOrder[i - 1] ?? -1)) runs.at(-1)?.push(day)
    else runs.push([day])
  }
  return runs.map(run => [...new Set([run[0] ?? 0, run.at(-1) ?? 0])].map(day => names[day]).join('–')).join(', ')
}

/** `05:00`; of a later day `06:30 (+1 ngày)`. */
export function timeInWords(minutes: number): string {
  if (minutes <= minutesADay) return writtenTime(minutes)
  return `${writtenTime(minutes % minutesADay)} (+${Math.floor(minutes / minutesADay)} ngày)`
}

/** One line for days with the same hours: `T2–T6 07:30–11:30, 13:30–17:00`. */
export function weekInWords(week: Week): string[] {
  const groups = new Map<string, number[]>()
  for (const weekday of inOrder) {
    const hours = week[weekday]
    if (!hours) continue
    const words = hours
      .map(timeInWords)
      .map((time, i) => (i % 2 ? `–${time}` : `${i ? ', ' : ''}${time}`))
      .join('')
    groups.set(words, [...(groups.get(words) ?? []), weekday])
  }
  return [...groups].map(([words, days]) => `${daysInWords(days)} ${words}`)
}
