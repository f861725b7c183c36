import type { Knex } from 'knex'
import { conflict } from '../kit/errors.ts'
import { type IsoDate, localDate } from '../kit/time.ts'

/**
 * Our reference: `BT` + 6-digit unit number + yyMMdd + 4-digit sequence (domain: identifiers). Counted inside the
 * caller's transaction: whoever rolls back leaves no gap, whoever comes next waits for the commit.
 */
export async function nextReference(db: Knex, unitNumber: string, now: Date): Promise<string> {
  const day = localDate(now)
  const [row] = await db('reference_counters')
    .insert({ unit_number: unitNumber, day, last: 1 })
    .onConflict(['unit_number', 'day'])
    .merge({ last: db.raw('reference_counters.last + 1') })
    .returning('last')
  return `BT${unitNumber}${compact(day)}${sequence(row?.last ?? 0)}`
}

/**
 * The official code where the desk is configured as the register: `<agency code>-<yyMMdd>-<sequence>`. Throws conflict
 * `not_the_register` elsewhere, because the ministry's portal issues in the same namespace.
 */
export async function nextOfficialCode(
  db: Knex,
  desk: { id: string; agency_code: string | null; is_register: boolean },
  now: Date,
): Promise<string> {
  if (!desk.is_register || !desk.agency_code)
    throw conflict('not_the_register', 'Đơn vị này không tự cấp mã hồ sơ. Xin nhập mã của Cổng dịch vụ công.')
  const day = localDate(now)
  // Numbers that the portal gave out before the desk became the register are passed over.
  for (;;) {
    const [row] = await db('official_code_counters')
      .insert({ unit_id: desk.id, day, last: 1 })
      .onConflict(['unit_id', 'day'])
      .merge({ last: db.raw('official_code_counters.last + 1') })
      .returning('last')
    const official_code = `${desk.agency_code}-${compact(day)}-${sequence(row?.last ?? 0)}`
    if (!(await db('dossiers').where({ official_code }).first('id'))) return official_code
  }
}

const compact = (day: IsoDate) => day.slice(2).replaceAll('-', '')
const sequence = (last: number) => String(last).padStart(4, '0')
