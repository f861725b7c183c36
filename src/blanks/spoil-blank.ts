import type { Knex } from 'knex'
import { conflict, notFound } from '../kit/errors.ts'
import { normaliseItemCode } from '../parcels/item-code.ts'
import type { Actor } from '../people/actor.ts'
import { lockedBlank } from './locked-blank.ts'
import { blankUnits } from './queries.ts'

/** A set was spoiled or lost before anybody used it: its code stays used. Throws notFound, conflict `blank_in_use`. */
export async function spoilBlank(
  db: Knex,
  { code, reason }: { code: string; reason: string },
  { by, now }: { by: Actor; now: Date },
): Promise<void> {
  await db.transaction(async trx => {
    const blank = await lockedBlank(trx, normaliseItemCode(code))
    if (!blank || !blankUnits(by).includes(blank.unit_id)) throw notFound('Không có bộ phiếu trống nào mang mã này.')
    if (blank.is_used) throw conflict('blank_in_use', 'Bộ phiếu này đã dùng. Xin nhập hồ sơ của bộ phiếu.')
    await trx('blank_sets')
      .where({ parcel_id: blank.parcel_id })
      .update({ spoiled_at: now, spoiled_by: by.id, spoiled_reason: reason })
  })
}
