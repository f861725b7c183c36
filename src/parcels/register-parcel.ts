import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import type { ParcelsRow } from '../../db/tables.ts'
import { conflict, invalid } from '../kit/errors.ts'
import { holdName } from '../platform/hold-name.ts'
import { allocateItemCode } from './allocate-item-code.ts'
import { checkItemCode } from './item-code.ts'
import { officesBetween } from './offices-between.ts'

export type Purpose = ParcelsRow['purpose']

export type NewParcel = Pick<ParcelsRow, 'purpose' | 'hands' | 'is_collected' | 'weight_g' | 'amount_to_collect'> & {
  origin: { kind: ParcelsRow['origin_kind']; unit: string | null }
  destination: { kind: ParcelsRow['destination_kind']; unit: string }
  /** Where its receiver lives; null where it goes to the police. */
  zone: ParcelsRow['zone']
  /** The post office whose range gives the code and where its way begins; and the one where it ends. */
  from_office: string
  to_office: string
  addressee: { name: string; phone: string | null; address: string } | null
  /** A label already printed elsewhere, as scanned. */
  item_code: string | null
}

/**
 * Registers a thing under an item code: its own from the office's range, or the one on a label printed elsewhere
 * (S10, right check digit, never used before). Answers the parcel's id and code. Throws invalid, or conflict
 * `range_exhausted`, `item_code_in_use`, `item_code_not_issued`.
 */
export async function registerParcel(
  db: Knex,
  parcel: NewParcel,
  { by, unit, now }: { by: string; unit: string; now: Date },
) {
  const coded =
    parcel.item_code === null
      ? await allocateItemCode(db, parcel.from_office)
      : await printedElsewhere(db, parcel.item_code)
  const id = uuidv7()
  const { purpose, origin, destination, zone, hands, is_collected, weight_g, amount_to_collect } = parcel
  await db('parcels').insert({
    id,
    ...coded,
    purpose,
    zone,
    hands,
    is_collected,
    weight_g,
    amount_to_collect,
    origin_kind: origin.kind,
    origin_unit: origin.unit,
    destination_kind: destination.kind,
    destination_unit: destination.unit,
    on_route: await officesBetween(db, parcel.from_office, parcel.to_office),
    created_at: now,
    created_by: by,
    created_unit: unit,
  })
  if (parcel.addressee) await db('parcel_addressees').insert({ parcel_id: id, ...parcel.addressee })
  return { id, code: coded.code }
}

async function printedElsewhere(db: Knex, written: string) {
  const { code, fault, hint } = checkItemCode(written)
  if (fault) throw invalid([{ pointer: '/item_code', detail: hint ?? 'Mã bưu gửi chưa đúng.' }])
  await holdName(db, `item code ${code}`)
  const isTaken = await db('parcels').where({ code }).first('id')
  if (isTaken) throw conflict('item_code_in_use', `Mã ${code} đã dùng cho một bưu gửi khác. Xin lấy nhãn khác.`)
  await refuseGranted(db, code)
  return { code, range_id: null }
}

/** A serial of our own ranges that was not given out yet would be given out again later. */
async function refuseGranted(db: Knex, code: string) {
  const range = await db('item_code_ranges')
    .where({ prefix: code.slice(0, 2), country: code.slice(11) })
    .where('next_serial', '<=', Number(code.slice(2, 10)))
    .where('last_serial', '>=', Number(code.slice(2, 10)))
    .first('id')
  if (range)
    throw conflict(
      'item_code_not_issued',
      `Mã ${code} thuộc dải mã của hệ thống nhưng chưa được cấp. Xin kiểm tra lại nhãn.`,
    )
}
