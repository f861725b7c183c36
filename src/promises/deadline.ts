import { addMs, hour, type IsoDate, localDate } from '../kit/time.ts'
import { afterWorkingDays, afterWorkingMinutes, type Calendar } from '../places/calendar.ts'

export type Target = { amount: number; unit: 'hours' | 'working_hours' | 'working_days' }
export type Deadlines = { at_risk_at: Date; missed_at: Date; due_at: Date }

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

/** The moments at which somebody must hear of it: three quarters and nine tenths of the time gone, until timetables are known. */
export function deadlines(start: Date, due_at: Date): Deadlines {
  const share = (part: number) => addMs(start, Math.round((due_at.getTime() - start.getTime()) * part))
  return { at_risk_at: share(0.75), missed_at: share(0.9), due_at }
}

/** What a due time was counted with, whatever becomes of policy and calendar: enough to count it again. */
export function inputsOf(start: Date, due_at: Date, target: Target, calendar: Calendar): Record<string, unknown> {
  if (target.unit === 'hours') return { target }
  const [first, last] = [localDate(start), localDate(due_at)]
  const within = (days: ReadonlySet<IsoDate>) => [...days].filter(day => day >= first && day <= last).sort()
  return { target, week: calendar.week, off: within(calendar.off), working: within(calendar.working) }
}
