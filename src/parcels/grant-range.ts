import type { Knex } from 'knex'
import { z } from 'zod'
import { conflict, invalid } from '../kit/errors.ts'
import { localDate } from '../kit/time.ts'
import type { Actor } from '../people/actor.ts'
import { audit } from '../people/audit.ts'
import { isOpenOn } from '../places/queries.ts'
import { isViolation } from '../platform/violation.ts'

const letters = (wish: string) =>
  z
    .string()
    .transform(text => text.trim().toUpperCase())
    .pipe(z.string().regex(/^[A-Z]{2}$/, wish))
const serial = z
  .string()
  .transform(text => text.replace(/[\s-]/g, ''))
  .pipe(z.string().regex(/^\d{1,8}$/, 'Xin nhập số thứ tự, nhiều nhất 8 chữ số, không kể số kiểm tra.'))
  .transform(Number)

/** A range as an administrator's form sends it. Serials are without their check digit. */
export const rangeForm = z.object({
  office: z.string().min(1, 'Xin chọn bưu cục.'),
  prefix: letters('Tiền tố gồm 2 chữ cái, ví dụ PA.'),
  country: letters('Mã nước gồm 2 chữ cái, ví dụ VN.'),
  first: serial,
  last: serial,
})
export type NewRange = z.output<typeof rangeForm>

/** Grants an office a range of item codes. Throws invalid, or conflict `range_overlaps` when any of them is granted already. */
export async function grantRange(db: Knex, range: NewRange, { by, now }: { by: Actor; now: Date }): Promise<void> {
  const { office, prefix, country, first, last } = range
  if (last < first) throw invalid([{ pointer: '/last', detail: 'Số cuối phải từ số đầu trở lên.' }])
  await db.transaction(async trx => {
    const known = await trx('units')
      .where({ id: office, kind: 'post_office' })
      .where(isOpenOn(localDate(now)))
      .first('id')
    if (!known) throw invalid([{ pointer: '/office', detail: 'Xin chọn bưu cục.' }])
    await insert(trx, {
      office_id: office,
      prefix,
      country,
      first_serial: first,
      last_serial: last,
      next_serial: first,
      granted_by: by.name,
      granted_at: now,
    })
    await audit(trx, { by, action: 'grant range', subject: office, detail: { prefix, country, first, last } }, now)
  })
}

type Row = {
  office_id: string
  prefix: string
  country: string
  first_serial: number
  last_serial: number
  next_serial: number
  granted_by: string
  granted_at: Date
}

async function insert(trx: Knex, range: Row) {
  try {
    await trx('item_code_ranges').insert(range)
  } catch (error) {
    if (!isViolation(error, 'exclusion')) throw error
    throw conflict('range_overlaps', 'Dải này trùng một phần với dải đã cấp. Xin xem bảng bên dưới và chọn số khác.')
  }
}
