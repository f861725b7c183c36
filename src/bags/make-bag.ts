import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { bagPrefix } from '../custody/bag-scans.ts'
import { sidesOf } from '../handovers/sides.ts'
import { forbidden, invalid } from '../kit/errors.ts'
import { localDate } from '../kit/time.ts'
import type { Actor } from '../people/actor.ts'
import { openUnit } from '../places/queries.ts'
import { dailyNumber } from '../platform/daily-number.ts'

/**
 * Begins an empty bag at the maker's unit for another one. Answers its code. Throws notFound unless the destination is
 * open, invalid where it is the maker's own unit, forbidden for those who work at none, conflict
 * `too_many_today`.
 */
export async function makeBag(
  db: Knex,
  { to_unit }: { to_unit: string },
  { by, now }: { by: Actor; now: Date },
): Promise<string> {
  const made_unit = sidesOf(by).find(({ side }) => side.kind !== 'courier')?.side.unit
  if (!made_unit) throw forbidden()
  if (made_unit === to_unit) throw invalid([{ pointer: '/to_unit', detail: 'Túi phải gửi đến đơn vị khác.' }])
  await openUnit(db, to_unit, localDate(now))
  return db.transaction(async trx => {
    const code = await dailyNumber(trx, bagPrefix, made_unit, localDate(now))
    await trx('bags').insert({ id: uuidv7(), code, made_unit, to_unit, state: 'open', made_at: now, made_by: by.id })
    return code
  })
}
