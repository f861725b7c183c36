import { dayOf, dayWritten, minute, momentOf, weekday } from './days.ts'

/** When somebody works: spans of minutes by weekday, and the days that were announced as off or as worked instead. */
export type OfficeHours = { spans: (date: number) => readonly (readonly [number, number])[] }

type Announced = { off: ReadonlySet<number>; working: ReadonlySet<number> }

export const announcedDays = (rows: readonly { day: string; kind: string }[]): Announced => {
  const days = (kind: string) => new Set(rows.filter(row => row.kind === kind).map(row => dayWritten(row.day)))
  return { off: days('off'), working: days('working') }
}

/** `1-5 07:30-11:30 13:30-17:00`, with the announced days; a day worked instead is worked as a Monday. */
export function officeHours(text: string, announced: Announced): OfficeHours {
  const [days = '', ...times] = text.split(' ')
  const [first = 0, last = 0] = days.split('-').map(Number)
  const worked = times.map(span => span.split('-').map(time => minutes(time)) as [number, number])
  return {
    spans: date => {
      if (announced.working.has(date)) return worked
      if (announced.off.has(date)) return []
      return weekday(date) >= first && weekday(date) <= last ? worked : []
    },
  }
}

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

export const isWorked = ({ spans }: OfficeHours, date: number) => spans(date).length > 0

/** The moment at which so many minutes were worked since `at`; with none, the first at which somebody works. What ends with the morning ends then. */
export function afterWork(hours: OfficeHours, at: number, worked: number): number {
  let left = worked * minute
  for (let date = dayOf(at); ; date++)
    for (const [opens, closes] of hours.spans(date)) {
      const from = Math.max(at, momentOf(date, opens))
      const open = momentOf(date, closes) - from
      if (open <= 0) continue
      if (left < open || (left === open && worked > 0)) return from + left
      left -= open
    }
}

/** The end of the `days`-th working day after that of `at`. */
export function endOfWorkingDay(hours: OfficeHours, at: number, days: number): number {
  let date = dayOf(at)
  for (let left = days; left > 0; ) if (isWorked(hours, ++date)) left--
  return closing(hours, date)
}

/** When a day ends for whoever keeps these hours; where nobody works it ends as the next one that is worked. */
export function closing(hours: OfficeHours, date: number): number {
  for (let worked = date; ; worked++) {
    const last = hours.spans(worked).at(-1)
    if (last) return momentOf(date, last[1])
  }
}

/** When something is due in working days that stood still: later by those it lost, and not before it goes on. */
export const movedBy =
  (hours: OfficeHours) =>
  (due: number, from: number, until: number): number => {
    const days = workingDaysIn(hours, from, until)
    let moved = days ? endOfWorkingDay(hours, due, days) : due
    for (let date = dayOf(until); moved < until; date++) if (isWorked(hours, date)) moved = closing(hours, date)
    return moved
  }

/** Working days after that of `from`, up to and with that of `until`. */
export function workingDaysIn(hours: OfficeHours, from: number, until: number): number {
  let days = 0
  for (let date = dayOf(from) + 1; date <= dayOf(until); date++) if (isWorked(hours, date)) days++
  return days
}
