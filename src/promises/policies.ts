import type { Knex } from 'knex'
import type { Calendar } from '../places/calendar.ts'
import { calendarsById } from '../places/queries.ts'
import type { Target } from './deadline.ts'

export type Policy = {
  id: number
  reading: string
  target: Target | null
  is_binding: boolean
  calendar: Calendar
  calendar_id: string
  valid_from: Date
  valid_to: Date | null
}

/** The policies of a clock with their calendars, all versions: a clock runs under the one in force when it started. */
export async function policiesOf(db: Knex, clock: 'delivery' | 'processing'): Promise<Policy[]> {
  const calendars = await calendarsById(db)
  const rows = await db('promise_policies')
    .where({ clock })
    .select('id', 'reading', 'amount', 'unit', 'calendar', 'is_binding', 'valid_from', 'valid_to')
  return rows.map(({ amount, unit, calendar, ...row }) => ({
    ...row,
    target: amount === null ? null : { amount, unit },
    calendar_id: calendar,
    calendar: known(calendars.get(calendar)),
  }))
}

const known = (calendar: Calendar | undefined): Calendar => {
  if (!calendar) throw new Error('a policy names a calendar that the foreign key cannot allow')
  return calendar
}

/** Half-open: a policy ends at the moment at which the next begins. */
export const inForceAt = (at: Date) => (policy: Policy) =>
  policy.valid_from <= at && (!policy.valid_to || at < policy.valid_to)
