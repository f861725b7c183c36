import { type IsoDate, localDate, localMoment, minute, minutesADay, nextDate, weekday } from '../kit/time.ts'

/** Minutes of the day in pairs, from and until: `[450, 690, 810, 1020]` is 07:30–11:30 and 13:30–17:00. */
export type Hours = readonly number[]

/** Which days count, and when they begin and end. `off` and `working` are what is announced each year. */
export type Calendar = {
  /** By weekday, 0 = Sunday; a day without hours is not worked. */
  week: Readonly<Partial<Record<number, Hours>>>
  off: ReadonlySet<IsoDate>
  working: ReadonlySet<IsoDate>
}

const monday = 1
const none: Hours = []

/** The hours of a day; none where nobody works. An exchanged Saturday is worked as a Monday. */
export function hoursOn({ week, off, working }: Calendar, date: IsoDate): Hours {
  if (working.has(date)) return week[monday] ?? none
  return off.has(date) ? none : (week[weekday(date)] ?? none)
}

export const isWorkingDay = (calendar: Calendar, date: IsoDate): boolean => hoursOn(calendar, date).length > 0

/** When a day begins for whoever works by this calendar; one that is not worked, as a Monday. */
export const openingOf = (calendar: Calendar, date: IsoDate): Date =>
  localMoment(date, hoursOn(calendar, date)[0] ?? calendar.week[monday]?.[0] ?? 0)

/** When a day ends for whoever works by this calendar; one that is not worked, as a Monday. */
export const closingOf = (calendar: Calendar, date: IsoDate): Date =>
  localMoment(date, hoursOn(calendar, date).at(-1) ?? calendar.week[monday]?.at(-1) ?? minutesADay - 1)

/** Closing time of the `days`-th working day after the local day of `start`. */
export function afterWorkingDays(calendar: Calendar, start: Date, days: number): Date {
  let date = localDate(start)
  for (let left = days; left > 0; ) {
    date = nextWorkingDay(calendar, date)
    left--
  }
  return closingOf(calendar, date)
}

/** The moment at which `minutes` of working time have gone by since `start`. */
export function afterWorkingMinutes(calendar: Calendar, start: Date, minutes: number): Date {
  let left = minutes * minute
  for (let date = localDate(start); ; date = nextWorkingDay(calendar, date))
    for (const [opens, closes] of pairs(hoursOn(calendar, date))) {
      const begins = Math.max(localMoment(date, opens).getTime(), start.getTime())
      const open = localMoment(date, closes).getTime() - begins
      if (open <= 0) continue
      if (left <= open) return new Date(begins + left)
      left -= open
    }
}

/** Working time between two moments. */
export function workingMinutesBetween(calendar: Calendar, from: Date, until: Date): number {
  let minutes = 0
  for (let date = localDate(from); date <= localDate(until); date = nextDate(date))
    for (const [opens, closes] of pairs(hoursOn(calendar, date))) {
      const begins = Math.max(localMoment(date, opens).getTime(), from.getTime())
      const ends = Math.min(localMoment(date, closes).getTime(), until.getTime())
      minutes += Math.max(0, Math.floor((ends - begins) / minute))
    }
  return minutes
}

/** Working days after the local day of `from`, up to and including that of `until`. */
export function workingDaysBetween(calendar: Calendar, from: Date, until: Date): number {
  let days = 0
  for (let date = nextDate(localDate(from)); date <= localDate(until); date = nextDate(date))
    if (isWorkingDay(calendar, date)) days++
  return days
}

/** No people rests so long: a calendar on which nobody works at all is a mistake, not a wait. */
const longestRest = 60

function nextWorkingDay(calendar: Calendar, date: IsoDate): IsoDate {
  for (let days = 1; days <= longestRest; days++) {
    const next = nextDate(date, days)
    if (isWorkingDay(calendar, next)) return next
  }
  throw new Error(`nobody works within ${longestRest} days after ${date}`)
}

/** From and until, span by span. */
export const pairs = (hours: Hours): [number, number][] =>
  hours.flatMap((from, i): [number, number][] => (i % 2 ? [] : [[from, hours[i + 1] ?? from]]))
