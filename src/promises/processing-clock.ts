import type { Knex } from 'knex'
import { addMs, type IsoDate, latest, localMoment, nextDate } from '../kit/time.ts'
import { afterWorkingDays, type Calendar, closingOf } from '../places/calendar.ts'
import type { WantedClock } from './clock-row.ts'
import { type Pause, withoutOverlap } from './pauses.ts'
import { inForceAt, type Policy, policiesOf } from './policies.ts'
import { reconcileClocks } from './reconcile-clocks.ts'

/** What the statutory clock of one dossier depends on. */
export type Processing = {
  dossier_id: string
  desk_id: string
  accepted_at: Date | null
  due_on: IsoDate | null
  working_days: number | null
  stopped_at: Date | null
  /** Its waits for supplements, in order; one that lasts has no end. */
  waits: readonly { from: Date; until: Date | null; by: string }[]
}

/**
 * The statutory clock: from the agency's acceptance to its result; it stands still while a supplement is awaited. Due on
 * the date the officer typed, which no wait moves, else after the procedure's working days. Answers when it is due; null
 * where neither is known.
 */
export async function reconcileProcessingClock(db: Knex, processing: Processing, now: Date): Promise<Date | null> {
  const { accepted_at } = processing
  const policy = accepted_at && (await policiesOf(db, 'processing')).find(inForceAt(accepted_at))
  const clock = policy && wantedOf(processing, accepted_at, policy)
  if (!clock) return null
  const [put] = await reconcileClocks(db, [clock], now)
  return put?.due_at ?? null
}

function wantedOf(processing: Processing, accepted_at: Date, policy: Policy): WantedClock | null {
  const { dossier_id, desk_id, due_on, working_days, stopped_at, waits } = processing
  const calendar = policy.calendarOf(desk_id)
  const wall_due_at = due_on
    ? endOf(due_on, accepted_at, calendar)
    : working_days === null
      ? null
      : afterWorkingDays(calendar, accepted_at, working_days)
  return {
    policy_id: policy.id,
    subject: { dossier_id },
    unit_id: desk_id,
    started_at: wall_due_at && accepted_at,
    wall_due_at,
    extends: due_on ? null : 'working_days',
    stopped_at,
    pauses: withoutOverlap(waits.flatMap(wait => pauseOf(wait, accepted_at))),
    calendar,
    chance: null,
    alerts: policy.is_binding,
    target: { working_days, due_on },
    isNew: false,
  }
}

/** What was asked for before it was accepted stopped nothing yet. */
function pauseOf({ from, until, by }: Processing['waits'][number], accepted_at: Date): Pause[] {
  const begins_at = latest([from, accepted_at])
  if (until && until <= begins_at) return []
  const why = { reason: 'supplement', evidence: 'supplement', person_id: by, event_id: null } as const
  return [{ begins_at, ends_at: until, agreed_until: null, ...why }]
}

/** Closing time of a day; a day that was named after it lasts until midnight. */
function endOf(day: IsoDate, namedAt: Date, calendar: Calendar): Date {
  const closing = closingOf(calendar, day)
  return namedAt <= closing ? closing : addMs(localMoment(nextDate(day)), -1)
}
