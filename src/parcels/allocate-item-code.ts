import type { Knex } from 'knex'
import { conflict } from '../kit/errors.ts'
import { itemCode } from './item-code.ts'

/**
 * The next item code of the ranges granted to `office` (UPU S10: from ranges, never random). The row lock of the UPDATE
 * makes it unique however many ask at once. Throws conflict `range_exhausted` when no granted serial is left.
 */
export async function allocateItemCode(db: Knex, office: string): Promise<{ code: string; range_id: number }> {
  const next = await nextOfRange(db, office)
  // A label printed elsewhere may have used a serial before its range was granted to us: it is passed over.
  const isTaken = await db('parcels').where({ code: next.code }).first('id')
  return isTaken ? allocateItemCode(db, office) : next
}

async function nextOfRange(db: Knex, office: string): Promise<{ code: string; range_id: number }> {
  const { rows } = await db.raw(
    `update item_code_ranges set next_serial = next_serial + 1
     where id = (select id from item_code_ranges where office_id = :office and next_serial <= last_serial order by id limit 1 for update)
     returning id, prefix, country, next_serial - 1 as serial`,
    { office },
  )
  const [range] = rows
  if (!range)
    throw conflict(
      'range_exhausted',
      `Bưu cục ${office} đã hết dải mã bưu gửi được cấp. Xin báo quản trị cấp dải mới; hoặc quét mã trên nhãn in sẵn.`,
    )
  return { code: itemCode(range.prefix, range.serial, range.country), range_id: range.id }
}
