import { z } from 'zod'
import { cell, words, yesOrNo, yesWords } from '../kit/cells.ts'
import { oneOf } from '../kit/fields.ts'
import type { Fault, Sheet } from '../platform/sheet.ts'
import type { CalendarId } from './queries.ts'
import { type Week, weekOf, writtenWeek } from './week.ts'

const calendars: Record<CalendarId, true> = { agency: true, counter: true, rounds: true }
const calendar = oneOf(calendars, 'Xin ghi agency, counter hoặc rounds.')
const hours = cell(weekOf, 'Xin ghi giờ dạng 1-5 07:30-11:30 13:30-17:00; 6 07:30-11:30 (0 là Chủ nhật).')

type CalendarLine = { id: CalendarId; name: string; hours: Week; keeps_holidays: boolean; is_verified: boolean }

/** The three calendars: there are always three, their hours and names change. */
export const calendarSheet: Sheet<CalendarLine> = {
  name: 'calendars',
  line: z.object({ id: calendar, name: words(), hours, keeps_holidays: yesOrNo, is_verified: yesOrNo }),
  write: ({ id, name, hours, keeps_holidays, is_verified }) => ({
    id,
    name,
    hours: writtenWeek(hours),
    keeps_holidays: yesWords(keeps_holidays),
    is_verified: yesWords(is_verified),
  }),
  key: ['id'],
  scope: ({ id }) => id,
  isFixed: true,
  present: async db => {
    const rows = await db('calendars').orderBy('id').select('id', 'name', 'hours', 'keeps_holidays', 'is_verified')
    return rows.map(row => ({ ...row, hours: row.hours as Week }))
  },
  async apply(trx, { changed }) {
    for (const { after } of changed) await trx('calendars').where({ id: after.id }).update(after)
  },
}

type UnitCalendarLine = { unit_id: string; calendar: CalendarId; hours: Week; is_verified: boolean }

/** Units that keep hours of their own. An import replaces those of the units it names. */
export const unitCalendarSheet: Sheet<UnitCalendarLine> = {
  name: 'unit_calendars',
  line: z.object({ unit_id: words(40), calendar, hours, is_verified: yesOrNo }),
  write: ({ unit_id, calendar, hours, is_verified }) => ({
    unit_id,
    calendar,
    hours: writtenWeek(hours),
    is_verified: yesWords(is_verified),
  }),
  key: ['unit_id', 'calendar'],
  scope: ({ unit_id }) => unit_id,
  present: async db => {
    const rows = await db('unit_calendars')
      .orderBy(['unit_id', 'calendar'])
      .select('unit_id', 'calendar', 'hours', 'is_verified')
    return rows.map(row => ({ ...row, hours: row.hours as Week }))
  },
  async check(db, said): Promise<Fault[]> {
    const known: string[] = await db('units').pluck('id')
    return said
      .filter(({ row }) => !known.includes(row.unit_id))
      .map(({ at, row }) => ({ at, detail: `không có đơn vị “${row.unit_id}”.` }))
  },
  async apply(trx, { added, changed, removed }) {
    for (const { unit_id, calendar } of [...removed, ...changed.map(({ before }) => before)])
      await trx('unit_calendars').where({ unit_id, calendar }).delete()
    const rows = [...added, ...changed.map(({ after }) => after)]
    if (rows.length) await trx('unit_calendars').insert(rows)
  },
}
