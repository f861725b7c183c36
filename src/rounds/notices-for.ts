import type { Knex } from 'knex'
import type { Calendar } from '../places/calendar.ts'
import { readCalendars } from '../places/queries.ts'
import { type Invited, noticeNumber } from './notice-number.ts'

/**
 * Which notice each of these parcels gets at a moment, by id, from those before it: a phone without a network may tell of an
 * older one last. The first said twice is one. Throws what `noticeNumber` does.
 */
export async function noticesFor(db: Knex, parcels: readonly { id: string }[], at: Date): Promise<Map<string, 1 | 2>> {
  const calendar = await noticeCalendar(db)
  const rows: (Invited & { parcel_id: string })[] = await db('custody_events')
    .join('event_standings', 'event_standings.event_id', 'custody_events.id')
    .whereIn(
      'custody_events.parcel_id',
      parcels.map(({ id }) => id),
    )
    .where({ step: 'invite', standing: 'applied' })
    .where('effective_at', '<=', at)
    .groupBy('custody_events.parcel_id')
    .select('custody_events.parcel_id')
    .select(db.raw(`count(distinct detail->>'number')::integer as notices, max(effective_at) as noticed_at`))
  const none: Invited = { notices: 0, noticed_at: null }
  return new Map(
    parcels.map(({ id }) => [id, noticeNumber(rows.find(row => row.parcel_id === id) ?? none, calendar, at)]),
  )
}

/** The law says working days and not whose: the stricter calendar, which leaves the receiver more time. */
export async function noticeCalendar(db: Knex): Promise<Calendar> {
  const calendars = await readCalendars(db)
  return calendars('agency', null)
}
