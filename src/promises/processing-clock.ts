import type { Knex } from 'knex'
import { addMs, type IsoDate, localMoment } from '../kit/time.ts'
import { afterWorkingDays, type Calendar, closingOf, workingDaysBetween } from '../places/calendar.ts'
import { inForceAt, type Policy, policiesOf } from './policies.ts'
import { reconcileClocks } from './reconcile-clocks.ts'

/** What the statutory clock of one dossier depends on. `waits` are its finished waits for supplements. */
export type Processing = {
  dossier_id: string
  desk_id: string
  accepted_at: Date | null
  due_on: IsoDate | null
  working_days: number | null
  stopped_at: Date | null
  waiting_since: Date | null
  waits: readonly { from: Date; until: Date }[]
}

/**
 * The statutory clock: from the agency's acceptance to its result; it stands still while a supplement is awaited. Due on
 * the date the officer typed, else after the procedure's working days; unknown where neither is known.
 */
export async function reconcileProcessingClock(db: Knex, processing: Processing, now: Date): Promise<Date | null> {
  const { dossier_id, desk_id, accepted_at, stopped_at, waiting_since } = processing
  if (!accepted_at) return null
  const policy = (await policiesOf(db, 'processing')).find(inForceAt(accepted_at))
  if (!policy) return null
  const due_at = dueOf(processing, accepted_at, policy)
  const inputs = {
    target: { working_days: processing.working_days, due_on: processing.due_on, waits: processing.waits },
    calendar: policy.calendar,
  }
  const clock = {
    policy_id: policy.id,
    subject: { dossier_id },
    unit_id: desk_id,
    due_at,
    stopped_at,
    paused_at: waiting_since,
    alerts: policy.is_binding,
    inputs,
  }
  if (due_at) await reconcileClocks(db, [{ ...clock, started_at: accepted_at }], now)
  return due_at
}

function dueOf({ due_on, working_days, waits, desk_id }: Processing, accepted_at: Date, policy: Policy): Date | null {
  const calendar = policy.calendarOf(desk_id)
  if (due_on) return endOf(due_on, accepted_at, calendar)
  if (working_days === null) return null
  const waited = waits.reduce((days, { from, until }) => days + workingDaysBetween(calendar, from, until), 0)
  return afterWorkingDays(calendar, accepted_at, working_days + waited)
}

/** Closing time of a day; a day that was named after it lasts until midnight. */
function endOf(day: IsoDate, namedAt: Date, calendar: Calendar): Date {
  const closing = closingOf(calendar, day)
  return namedAt <= closing ? closing : addMs(localMoment(day, 1440), -1)
}
