import { type IsoDate, localDate, localMoment, nextDate, weekday } from '../kit/time.ts'

/** Which days count, and when they end. `off` and `working` are the holidays and exchanged Saturdays announced each year. */
export type Calendar = {
  weekdays: readonly number[]
  closes_at: number
  off: ReadonlySet<IsoDate>
  working: ReadonlySet<IsoDate>
}

/** Exchanged Saturdays count, holidays do not (as announced each year). */
export const isWorkingDay = (calendar: Calendar, date: IsoDate) =>
  calendar.working.has(date) || (calendar.weekdays.includes(weekday(date)) && !calendar.off.has(date))

/** Closing time of the `days`-th working day after the local day of `start`. */
export function afterWorkingDays(calendar: Calendar, start: Date, days: number): Date {
  let date = localDate(start)
  for (let left = days; left > 0; ) {
    date = nextDate(date)
    if (isWorkingDay(calendar, date)) left--
  }
  return localMoment(date, calendar.closes_at)
}

/** Working days after the local day of `from`, up to and including that of `until`. */
export function workingDaysBetween(calendar: Calendar, from: Date, until: Date): number {
  let days = 0
  for (let date = nextDate(localDate(from)); date <= localDate(until); date = nextDate(date))
    if (isWorkingDay(calendar, date)) days++
  return days
}
