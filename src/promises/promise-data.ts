import type { Knex } from 'knex'
import type {
  CalendarsRow,
  HearersRow,
  HolidaysRow,
  PromisePoliciesRow,
  UnitCalendarsRow,
  WatchSettingsRow,
} from '../../db/tables.ts'
import { groupBy } from '../kit/group-by.ts'
import { localDate } from '../kit/time.ts'
import { type DepartureLine, timetable } from '../places/departure-sheet.ts'

export type PolicyVersion = PromisePoliciesRow
export type UnitCalendar = UnitCalendarsRow & { unit: string }

/** What promises stand on, beside the timetable: holidays of this year and the next, calendars, policies in all versions, hearers, watches. */
export async function promiseData(db: Knex, now: Date) {
  const year = Number(localDate(now).slice(0, 4))
  const [policies, calendars, unitCalendars, holidays, hearers, watches] = await Promise.all([
    db('promise_policies').orderByRaw('clock, valid_from desc, reading').select<PolicyVersion[]>('*'),
    db('calendars').orderBy('id').select<CalendarsRow[]>('*'),
    db('unit_calendars')
      .join('units', 'units.id', 'unit_calendars.unit_id')
      .orderBy(['units.number', 'calendar'])
      .select<UnitCalendar[]>('unit_calendars.*', 'units.name as unit'),
    db('holidays')
      .where('day', '>=', `${year}-01-01`)
      .where('day', '<', `${year + 2}-01-01`)
      .orderBy('day')
      .select<HolidaysRow[]>('*'),
    db('hearers').select<HearersRow[]>('*'),
    db('watch_settings').orderBy('meaning').select<WatchSettingsRow[]>('*'),
  ])
  return { year, policies, calendars, unitCalendars, holidays, hearers, watches }
}
export type PromiseData = Awaited<ReturnType<typeof promiseData>>

export type Leaving = DepartureLine & { to: string | null }
export type UnitTimetable = { id: string; name: string; lines: Leaving[] }

/** The timetable as people read it: what leaves each unit, by the unit's number. */
export async function timetableByUnit(db: Knex): Promise<UnitTimetable[]> {
  const lines = groupBy(await timetable(db), ({ from_unit }) => from_unit)
  const units = await db('units').orderBy('number').select('id', 'name')
  const names = new Map(units.map(({ id, name }) => [id, name]))
  return units.flatMap(({ id, name }) => {
    const leaving = lines.get(id)
    return leaving
      ? [{ id, name, lines: leaving.map(line => ({ ...line, to: line.to_unit && (names.get(line.to_unit) ?? null) })) }]
      : []
  })
}
