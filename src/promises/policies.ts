import type { Knex } from 'knex'
import type { PromisePoliciesRow } from '../../db/tables.ts'
import type { Calendar } from '../places/calendar.ts'
import { type CalendarId, readCalendars } from '../places/queries.ts'
import type { Target } from './deadline.ts'

export type Policy = {
  id: number
  clock: PromisePoliciesRow['clock']
  reading: string
  target: Target | null
  is_binding: boolean
  scope: PromisePoliciesRow['scope']
  excuses: PromisePoliciesRow['excuses']
  /** As a unit keeps it. */
  calendarOf: (unit: string) => Calendar
  /** The counter of a unit: when its receivers can be served. */
  counterOf: (unit: string) => Calendar
  calendar: CalendarId
  valid_from: Date
  valid_to: Date | null
}

type Row = Pick<
  PromisePoliciesRow,
  | 'id'
  | 'clock'
  | 'reading'
  | 'amount'
  | 'unit'
  | 'calendar'
  | 'is_binding'
  | 'scope'
  | 'excuses'
  | 'valid_from'
  | 'valid_to'
>

/** The policies of these clocks with their calendars, all versions: a clock runs under the one in force when it started. */
export async function policiesOf(db: Knex, ...clocks: Policy['clock'][]): Promise<Policy[]> {
  const calendars = await readCalendars(db)
  const { rows } = await db
    .raw<{ rows: Row[] }>(
      `select id, clock, reading, amount, unit, calendar, is_binding, scope, excuses, valid_from, valid_to
       from promise_policies where clock = any(:clocks)`,
      { clocks },
    )
    .options({ name: 'policies' })
  return rows.map(({ amount, unit, calendar, ...row }) => ({
    ...row,
    target: amount === null ? null : { amount, unit },
    calendar,
    calendarOf: unit => calendars(calendar, unit),
    counterOf: unit => calendars('counter', unit),
  }))
}

/** Half-open: a policy ends at the moment at which the next begins. */
export const inForceAt = (at: Date) => (policy: Policy) =>
  policy.valid_from <= at && (!policy.valid_to || at < policy.valid_to)
