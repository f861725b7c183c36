import type { Knex } from 'knex'
import { localDate } from '../kit/time.ts'

/** Without the letters that a Vietnamese keyboard program bends: the number of a record is scanned. */
const prefix = 'KK'

/** `KK` + 6-digit unit number + yyMMdd + 4-digit sequence. A unit has one open count, whose row is locked: they can be counted. */
export async function nextNumber(trx: Knex, unit_id: string, now: Date): Promise<string> {
  const unit = await trx('units').where({ id: unit_id }).first('number')
  const stem = `${prefix}${unit?.number}${localDate(now).slice(2).replaceAll('-', '')}`
  const today = trx('stock_counts').where({ unit_id }).where('number', 'like', `${stem}%`)
  const last = await today.orderBy('number', 'desc').first('number')
  return `${stem}${String(Number(last?.number?.slice(-4) ?? 0) + 1).padStart(4, '0')}`
}
