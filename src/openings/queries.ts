import type { Knex } from 'knex'
import { conflict, notFound } from '../kit/errors.ts'
import { normaliseItemCode } from '../parcels/item-code.ts'
import type { Actor } from '../people/actor.ts'
import { visibleUnits } from '../people/may.ts'
import { type OpeningRecord, revived } from './opening-record.ts'

/**
 * The record of an opening, for the desks, the counter that took the papers in, and supervisors: the names of papers tell
 * the procedure, so who only carried the envelope is not told. Throws notFound, or conflict `not_opened`.
 */
export async function openingByCode(db: Knex, written: string, by: Actor): Promise<OpeningRecord> {
  const record = await openingOf(db, await concernedParcel(db, written, by))
  if (!record) throw conflict('not_opened', 'Bưu gửi này chưa có biên bản mở.')
  return record
}

/** The last record of a parcel that the asker has to do with; null while it was never opened. */
export async function openingOf(db: Knex, { id }: { id: string }): Promise<OpeningRecord | null> {
  const opening = await db('openings').where({ parcel_id: id }).orderBy('taken_at', 'desc').first('record')
  return opening ? revived(opening.record) : null
}

/** An envelope of dossiers that somebody has to do with, and since when a desk has it. Throws notFound. */
export async function concernedParcel(db: Knex, written: string, by: Actor) {
  const rows = await db('parcels')
    .join('parcel_contents', 'parcel_contents.parcel_id', 'parcels.id')
    .join('dossiers', 'dossiers.id', 'parcel_contents.dossier_id')
    .join('parcel_presents', 'parcel_presents.parcel_id', 'parcels.id')
    .leftJoin('openings', 'openings.parcel_id', 'parcels.id')
    .where('parcels.code', normaliseItemCode(written))
    .select('parcels.id', 'parcels.code', 'intake_unit', 'dossiers.desk_id')
    .select('holder_kind', 'holder_unit', 'since', 'openings.desk_id as opened_at')
  const visible = visibleUnits(by, 'print')
  const [first] = rows
  const isConcerned = rows.some(({ intake_unit, desk_id, holder_kind, holder_unit, opened_at }) =>
    [intake_unit, desk_id, opened_at, holder_kind === 'police_unit' && holder_unit].some(
      unit => visible === 'all' || (unit && visible.includes(unit)),
    ),
  )
  if (!first || !isConcerned) throw notFound('Không có bưu gửi này ở đơn vị của ông/bà.')
  const { id, code, holder_kind, since } = first
  return { id, code, taken_at: holder_kind === 'police_unit' ? since : null }
}
