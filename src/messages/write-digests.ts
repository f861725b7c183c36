import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { addMs, hour, localDate, localMinutes } from '../kit/time.ts'
import { isWorkingDay } from '../places/calendar.ts'
import { openingHours, readCalendars } from '../places/queries.ts'

const halfPastSeven = 7 * 60 + 30
const noon = 12 * 60

/**
 * From half past seven on working days a digest for each office with a mailbox that has anything open: once a day,
 * however often this runs and whoever missed the minute. Answers how many were written.
 */
export async function writeDigests(db: Knex, now: Date): Promise<number> {
  const [at, day] = [localMinutes(now), localDate(now)]
  if (at < halfPastSeven || at >= noon) return 0
  const calendars = await readCalendars(db)
  const offices = await db('units').whereNotNull('email').whereRaw(hasSomethingOpen).select('id', 'kind')
  const working = offices.filter(unit => isWorkingDay(openingHours(calendars, unit), day))
  if (!working.length) return 0
  const rows = working.map(({ id }) => ({
    id: uuidv7(),
    kind: 'digest' as const,
    channel: 'email' as const,
    unit_id: id,
    day,
    caused_at: now,
    not_before: now,
    not_after: addMs(now, 12 * hour),
    state: 'waiting' as const,
  }))
  const written = await db('messages')
    .insert(rows)
    .onConflict(db.raw('(unit_id, day) where day is not null'))
    .ignore()
    .returning('id')
  return written.length
}

const hasSomethingOpen = `exists (
  select from alert_hearers join alerts on alerts.id = alert_hearers.alert_id
  where alert_hearers.unit_id = units.id and alerts.closed_at is null)`
