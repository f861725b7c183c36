import type { Knex } from 'knex'
import { conflict, notFound } from '../kit/errors.ts'
import { normaliseItemCode } from '../parcels/item-code.ts'
import type { Actor } from '../people/actor.ts'
import { visibleUnits } from '../people/may.ts'
import type { FoundPaper } from './found-papers.ts'
import { listedPapers } from './listed-papers.ts'
import type { Seal } from './options.ts'

export type OpeningRecord = {
  code: string
  desk: string
  desk_level: string
  office: string | null
  taken_at: Date
  opened_at: Date
  opened_by: string
  seal: Seal
  remark: string | null
  differs: boolean
  is_late: boolean
  dossiers: string[]
  differences: FoundPaper[]
}

/**
 * The record of an opening, for the desk, the counter that took the papers in, and supervisors: the names of papers tell
 * the procedure, so who only carried the envelope is not told. Throws notFound, or conflict `not_opened`.
 */
export async function openingByCode(db: Knex, written: string, by: Actor): Promise<OpeningRecord> {
  const parcel = await concernedParcel(db, written, by)
  const opening = await db('openings')
    .join('units', 'units.id', 'openings.desk_id')
    .join('people', 'people.id', 'openings.opened_by')
    .where('openings.parcel_id', parcel.id)
    .first('openings.*', 'units.name as desk', 'units.level as desk_level', 'people.name as opened_by_name')
  if (!opening) throw conflict('not_opened', 'Bưu gửi này chưa có biên bản mở.')
  const { taken_at, opened_at, opened_by_name, seal, remark, differs, is_late, desk, desk_level } = opening
  const said = { taken_at, opened_at, seal, remark, differs, is_late, desk, desk_level }
  const differences = await differencesOf(db, opening.id, parcel.id)
  return { ...parcel, ...said, opened_by: opened_by_name, differences }
}

/** An envelope of dossiers that somebody has to do with, with their references. Throws notFound. */
export async function concernedParcel(db: Knex, written: string, by: Actor) {
  const rows = await db('parcels')
    .join('parcel_contents', 'parcel_contents.parcel_id', 'parcels.id')
    .join('dossiers', 'dossiers.id', 'parcel_contents.dossier_id')
    .leftJoin('units', 'units.id', 'dossiers.intake_unit')
    .where('parcels.code', normaliseItemCode(written))
    .orderBy('dossiers.reference')
    .select('parcels.id', 'parcels.code', 'reference', 'intake_unit', 'desk_id', 'units.name as office')
  const visible = visibleUnits(by, 'print')
  const [first] = rows
  const isConcerned = rows.some(
    ({ intake_unit, desk_id }) => visible === 'all' || visible.includes(intake_unit) || visible.includes(desk_id),
  )
  if (!first || !isConcerned) throw notFound('Không có bưu gửi này ở đơn vị của ông/bà.')
  const { id, code, office } = first
  return { id, code, office, dossiers: rows.map(({ reference }) => reference) }
}

async function differencesOf(db: Knex, opening: string, parcel: string): Promise<FoundPaper[]> {
  const rows = await db('opening_differences').where({ opening_id: opening })
  const listed = await listedPapers(db, parcel)
  return listed.flatMap(paper => {
    const row = rows.find(one => one.dossier_id === paper.dossier_id && one.position === paper.position)
    return row ? [{ ...paper, found: { originals: row.originals, certified: row.certified, copies: row.copies } }] : []
  })
}
