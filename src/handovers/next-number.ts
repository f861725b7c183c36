import type { Knex } from 'knex'
import { conflict } from '../kit/errors.ts'
import type { IsoDate } from '../kit/time.ts'

/** A sheet's number is without the letters that a Vietnamese keyboard program bends (A E I O U Y D W): it is scanned. */
const prefix = 'BG'
/** Four digits: a unit that signs more sheets in a day works through a program that has gone wild. */
const most = 9999

/**
 * The next number of sheets of a unit and day: `BG` + 6-digit unit number + yyMMdd + 4-digit sequence. Counted inside the
 * caller's transaction, so that none is left out. Throws conflict `too_many_sheets`.
 */
export async function nextNumber(db: Knex, unit: string, day: IsoDate): Promise<string> {
  const office = await db('units').where({ id: unit }).first('number')
  const unit_number = String(office?.number)
  const [row] = await db('handover_counters')
    .insert({ unit_number, day, last: 1 })
    .onConflict(['unit_number', 'day'])
    .merge({ last: db.raw('handover_counters.last + 1') })
    .where('handover_counters.last', '<', most)
    .returning('last')
  if (!row) throw conflict('too_many_sheets', `Đơn vị này đã lập ${most} bảng giao nhận trong ngày.`)
  return `${prefix}${unit_number}${day.slice(2).replaceAll('-', '')}${String(row.last).padStart(4, '0')}`
}
