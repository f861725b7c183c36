import type { Knex } from 'knex'
import { bagPrefix } from '../custody/bag-scans.ts'
import { type IsoDate, localDate } from '../kit/time.ts'
import { unitById } from '../places/queries.ts'

/** The next code of a bag made at this unit: prefix, unit number, yyMMdd and sequence. Counted in the caller's transaction. */
export async function nextBagCode(trx: Knex, unit: string, now: Date): Promise<string> {
  const { number } = await unitById(trx, unit)
  const day: IsoDate = localDate(now)
  const [row] = await trx('bag_counters')
    .insert({ unit_number: number, day, last: 1 })
    .onConflict(['unit_number', 'day'])
    .merge({ last: trx.raw('bag_counters.last + 1') })
    .returning('last')
  return `${bagPrefix}${number}${day.slice(2).replaceAll('-', '')}${String(row?.last).padStart(4, '0')}`
}
