import type { Knex } from 'knex'
import { invalid } from '../kit/errors.ts'
import { type IsoDate, localDate } from '../kit/time.ts'
import { isOpenOn } from '../places/queries.ts'
import type { Side } from './sides.ts'

/** To whom a sheet is made out: an office or police unit, whoever serves there, or one who carries. */
export type To = { unit?: string | undefined; person?: string | undefined }

/** The side that is to take. Throws invalid unless it is one of both, the person carries, the unit is open. */
export async function takerSide(db: Knex, { unit, person }: To, now: Date): Promise<Side> {
  if ((unit === undefined) === (person === undefined))
    throw invalid([{ pointer: '/to', detail: 'Xin chọn một bên nhận: một đơn vị hoặc một bưu tá.' }])
  return person === undefined ? unitSide(db, String(unit), localDate(now)) : carrierSide(db, person, now)
}

async function unitSide(db: Knex, id: string, today: IsoDate): Promise<Side> {
  const unit = await db('units').where({ id }).where(isOpenOn(today)).first('kind')
  if (!unit) throw invalid([{ pointer: '/to/unit', detail: 'Không có đơn vị này, hoặc đơn vị đã đóng.' }])
  return { kind: unit.kind, unit: id, person: null }
}

async function carrierSide(db: Knex, person: string, now: Date): Promise<Side> {
  const carrier = await carriers(db, now).where('people.id', person).first('assignments.unit_id as unit')
  if (!carrier) throw invalid([{ pointer: '/to/person', detail: 'Người này không đi thư, không nhận được bưu gửi.' }])
  return { kind: 'courier', unit: carrier.unit, person }
}

/** Couriers and drivers with an assignment in force. */
export const carriers = (db: Knex, now: Date) =>
  db('assignments')
    .join('people', 'people.id', 'assignments.person_id')
    .join('units', 'units.id', 'assignments.unit_id')
    .whereIn('assignments.role', ['courier', 'driver'])
    .whereNull('people.disabled_at')
    .where('assignments.since', '<=', now)
    .where(open => open.whereNull('assignments.until').orWhere('assignments.until', '>', now))
    .orderBy('people.name')
    .orderBy('assignments.id')
