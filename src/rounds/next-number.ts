import type { Knex } from 'knex'
import { localDate } from '../kit/time.ts'
import { holdName } from '../platform/hold-name.ts'

/** Without the letters that a Vietnamese keyboard program bends: the number of a sheet is scanned. */
const prefix = 'CP'

/** `CP` + 6-digit office number + yyMMdd + 4-digit sequence. Who opens a round at the same office waits for the number before. */
export async function nextNumber(trx: Knex, unit_id: string, now: Date): Promise<string> {
  const unit = await trx('units').where({ id: unit_id }).first('number')
  const stem = `${prefix}${unit?.number}${localDate(now).slice(2).replaceAll('-', '')}`
  await holdName(trx, `round ${stem}`)
  const last = await trx('rounds').where('number', 'like', `${stem}%`).orderBy('number', 'desc').first('number')
  return `${stem}${String(Number(last?.number.slice(-4) ?? 0) + 1).padStart(4, '0')}`
}
