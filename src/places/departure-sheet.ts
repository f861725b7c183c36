import type { Knex } from 'knex'
import { z } from 'zod'
import { cell, orEmpty, timeOfDay, words, yesOrNo, yesWords } from '../kit/cells.ts'
import { localDate, minutesADay, minutesOf, writtenTime } from '../kit/time.ts'
import type { Fault, Said, Sheet } from '../platform/sheet.ts'
import { isOpenOn } from './queries.ts'
import { daysOf, writtenDays } from './week.ts'

/** One van, pick-up or round with the days on which it leaves. */
export type DepartureLine = {
  from_unit: string
  to_unit: string | null
  days: number[]
  leaves: number
  arrives: number
  on_holidays: boolean
}

/** `07:00`, or `06:30+1` where it arrives on a later day. */
function arrivalOf(written: string): number | null {
  const [time = '', days = '0', ...rest] = written.replace(/\s/g, '').split('+')
  const minutes = minutesOf(time)
  return minutes === null || rest.length || !/^[0-7]$/.test(days) ? null : minutes + Number(days) * minutesADay
}

/** When it arrives, with how many days later. */
export const writtenArrival = (arrives: number): string =>
  writtenTime(arrives % minutesADay) + (arrives >= minutesADay ? `+${Math.floor(arrives / minutesADay)}` : '')

const line = z
  .object({
    from_unit: words(40),
    to_unit: orEmpty(words(40)),
    days: cell(daysOf, 'Xin ghi ngày trong tuần từ 0 (Chủ nhật) đến 6, ví dụ 1-6 hoặc 1-5 0.'),
    leaves: timeOfDay('Xin ghi giờ đi dạng 05:00.'),
    arrives: cell(arrivalOf, 'Xin ghi giờ đến dạng 07:00, hôm sau thì 06:30+1.'),
    on_holidays: yesOrNo,
  })
  .refine(({ leaves, arrives }) => arrives > leaves && arrives <= leaves + 7 * minutesADay, {
    path: ['arrives'],
    error: 'Giờ đến phải sau giờ đi, không quá bảy ngày.',
  })

/** The timetable. An import replaces all that leaves the units it names. */
export const departureSheet: Sheet<DepartureLine> = {
  name: 'departures',
  line,
  write: ({ from_unit, to_unit, days, leaves, arrives, on_holidays }) => ({
    from_unit,
    to_unit: to_unit ?? '',
    days: writtenDays(days),
    leaves: writtenTime(leaves),
    arrives: writtenArrival(arrives),
    on_holidays: yesWords(on_holidays),
  }),
  key: ['from_unit', 'to_unit', 'days', 'leaves'],
  scope: ({ from_unit }) => from_unit,
  present: timetable,
  check: async (db, said, now) => [...(await unitFaults(db, said, now)), ...clashes(said)],
  async apply(trx, { added, changed, removed }) {
    for (const line of [...removed, ...changed.map(({ before }) => before)]) await strike(trx, line)
    const rows = [...added, ...changed.map(({ after }) => after)].flatMap(({ days, ...line }) =>
      days.map(weekday => ({ ...line, weekday })),
    )
    if (rows.length) await trx('departures').insert(rows)
  },
}

/** What leaves, days together, by unit and hour. */
export async function timetable(db: Knex): Promise<DepartureLine[]> {
  const { rows } = await db.raw<{ rows: DepartureLine[] }>(
    `select from_unit, to_unit, array_agg(weekday order by weekday) as days, leaves, arrives, on_holidays
     from departures group by from_unit, to_unit, leaves, arrives, on_holidays
     order by from_unit, to_unit nulls last, leaves, min(weekday)`,
  )
  return rows
}

const strike = (trx: Knex, { from_unit, to_unit, leaves, days }: DepartureLine) =>
  trx('departures')
    .where({ from_unit, leaves })
    .whereRaw('to_unit is not distinct from ?', [to_unit])
    .whereIn('weekday', days)
    .delete()

async function unitFaults(db: Knex, said: readonly Said<DepartureLine>[], now: Date): Promise<Fault[]> {
  const open = await db('units')
    .where(isOpenOn(localDate(now)))
    .select('id', 'kind')
  const kinds = new Map(open.map(({ id, kind }) => [id, kind]))
  return said.flatMap(({ at, row: { from_unit, to_unit } }) => [
    ...[from_unit, ...(to_unit === null ? [] : [to_unit])]
      .filter(unit => !kinds.has(unit))
      .map(unit => ({ at, detail: `không có đơn vị “${unit}”, hoặc đơn vị đã đóng cửa.` })),
    ...(to_unit === null && kinds.get(from_unit) === 'police_unit'
      ? [{ at, detail: 'chuyến đi phát (không có nơi đến) chỉ đi từ bưu cục.' }]
      : []),
    ...(to_unit === from_unit ? [{ at, detail: 'nơi đến trùng nơi đi.' }] : []),
  ])
}

/** Two lines cannot both say when the van of a morning arrives. */
function clashes(said: readonly Said<DepartureLine>[]): Fault[] {
  const seen = new Map<string, number>()
  return said.flatMap(({ at, row: { from_unit, to_unit, leaves, days } }) => {
    const before = days.map(one => {
      const name = [from_unit, to_unit, leaves, one].join(' ')
      const other = seen.get(name)
      if (other === undefined) seen.set(name, at)
      return other
    })
    const other = before.find(line => line !== undefined)
    return other === undefined ? [] : [{ at, detail: `cùng chuyến, cùng ngày với dòng ${other}.` }]
  })
}
