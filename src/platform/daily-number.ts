import type { Knex } from 'knex'
import { conflict } from '../kit/errors.ts'
import type { IsoDate } from '../kit/time.ts'

/** Four digits: a unit that needs more of a kind in a day works through a program that has gone wild. */
const most = 9999

/**
 * The next number of a kind that a unit gives on a day: prefix + 6-digit unit number + yyMMdd + 4-digit sequence. A prefix is
 * without the letters that a Vietnamese keyboard program bends (A E I O U Y D W): the number is scanned. Counted inside the
 * caller's transaction, so that none is left out; who comes next waits for its end. Throws conflict `too_many_today`.
 */
export async function dailyNumber(trx: Knex, prefix: string, unit: string, day: IsoDate): Promise<string> {
  const known = await trx('units').where({ id: unit }).first('number')
  if (!known) throw new Error(`whoever asks for a number works at a unit, and ${unit} is none`)
  const unit_number = known.number
  const [row] = await trx('daily_numbers')
    .insert({ prefix, unit_number, day, last: 1 })
    .onConflict(['prefix', 'unit_number', 'day'])
    .merge({ last: trx.raw('daily_numbers.last + 1') })
    .where('daily_numbers.last', '<', most)
    .returning('last')
  if (!row)
    throw conflict('too_many_today', `Đơn vị này đã dùng hết ${most} số ${prefix} của hôm nay. Xin báo quản trị viên.`)
  return `${prefix}${unit_number}${day.slice(2).replaceAll('-', '')}${String(row.last).padStart(4, '0')}`
}
