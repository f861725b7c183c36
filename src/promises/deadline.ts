import { addMs, hour, type IsoDate, localDate } from '../kit/time.ts'
import {
  afterWorkingDays,
  afterWorkingMinutes,
  type Calendar,
  closingOf,
  isWorkingDay,
  workingDaysBetween,
  workingMinutesBetween,
} from '../places/calendar.ts'
import type { Pause } from './pauses.ts'

export type Unit = 'hours' | 'working_hours' | 'working_days'
export type Target = { amount: number; unit: Unit }
export type Thresholds = { at_risk_at: Date; missed_at: Date }

/** When a clock that starts at `start` is due. Hours run day and night: the promise is 48 giờ liên tục. */
export function dueAt(start: Date, { amount, unit }: Target, calendar: Calendar): Date {
  switch (unit) {
    case 'hours':
      return addMs(start, amount * hour)
    case 'working_hours':
      return afterWorkingMinutes(calendar, start, amount * 60)
    case 'working_days':
      return afterWorkingDays(calendar, start, amount)
    default:
      return unit satisfies never
  }
}

type Stood = Pick<Pause, 'begins_at' | 'ends_at'>

/** When it is due once it stood still: each pause that began in time moves it by what was lost in its own unit. Pauses in order. */
export const extendedBy = (due: Date, pauses: readonly Stood[], unit: Unit, calendar: Calendar): Date =>
  pauses.reduce(
    (at, { begins_at, ends_at }) => (ends_at && begins_at < at ? later(at, begins_at, ends_at, unit, calendar) : at),
    due,
  )

function later(due: Date, from: Date, until: Date, unit: Unit, calendar: Calendar): Date {
  switch (unit) {
    case 'hours':
      return addMs(due, until.getTime() - from.getTime())
    case 'working_hours':
      return afterWorkingMinutes(calendar, due, workingMinutesBetween(calendar, from, until))
    case 'working_days': {
      const days = workingDaysBetween(calendar, from, until)
      const moved = days ? afterWorkingDays(calendar, due, days) : due
      return moved < until ? closingAfter(calendar, until) : moved
    }
    default:
      return unit satisfies never
  }
}

/** What stood still until a day that is not worked, or an evening, goes on with the next working day: it is due then. */
function closingAfter(calendar: Calendar, at: Date): Date {
  const closing = closingOf(calendar, localDate(at))
  return at <= closing && isWorkingDay(calendar, localDate(at)) ? closing : afterWorkingDays(calendar, at, 1)
}

/** How long before the last chance somebody must hear of it. */
const warning = 2 * hour

/**
 * The moments at which somebody must hear of it: two hours before the last departure that can still keep it, and when that
 * has gone; where the timetable knows of none, when three quarters and nine tenths of the time have gone.
 */
export function thresholds(start: Date, due: Date, chance: Date | null): Thresholds {
  const share = (part: number) => addMs(start, Math.round((due.getTime() - start.getTime()) * part))
  const within = (at: Date) => new Date(Math.min(due.getTime(), Math.max(start.getTime(), at.getTime())))
  if (!chance) return { at_risk_at: share(0.75), missed_at: share(0.9) }
  return { at_risk_at: within(addMs(chance, -warning)), missed_at: within(chance) }
}

/** What a due time was counted with, whatever becomes of policy and calendar: enough to count it again. */
export function countedWith(from: Date, until: Date, { week, off, working }: Calendar) {
  const [first, last] = [localDate(from), localDate(until)]
  const within = (days: ReadonlySet<IsoDate>) => [...days].filter(day => day >= first && day <= last).sort()
  return { week, off: within(off), working: within(working) }
}
