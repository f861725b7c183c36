import type { Knex } from 'knex'
import type { BlankSetsRow, ParcelPresentsRow } from '../../db/tables.ts'
import { notFound } from '../kit/errors.ts'
import type { Actor } from '../people/actor.ts'
import { assignmentsFor } from '../people/may.ts'

/** What is left of one printing. */
export type Batch = Pick<BlankSetsRow, 'batch_id' | 'printed_at'> & { printed: number; unused: number }

/** A set that somebody has used, and whose papers are not typed in yet. */
export type UsedBlank = Pick<ParcelPresentsRow, 'since'> & { code: string; holder: string | null }

/** Where somebody prints blank sets. */
export const blankUnits = (by: Actor): string[] =>
  assignmentsFor(by, 'print blank sets').flatMap(({ unit }) => unit ?? [])

/** Printings of these units with sets left, the newest first. */
export const batchesOf = (db: Knex, units: readonly string[]): Promise<Batch[]> =>
  db('blank_sets')
    .join('parcel_presents', 'parcel_presents.parcel_id', 'blank_sets.parcel_id')
    .whereIn('unit_id', units)
    .groupBy('batch_id', 'printed_at')
    .havingRaw(`count(*) filter (where ${isUnused}) > 0`)
    .orderBy('printed_at', 'desc')
    .select('batch_id', 'printed_at')
    .select(db.raw(`count(*)::integer as printed, (count(*) filter (where ${isUnused}))::integer as unused`))

const isUnused = 'typed_in_at is null and spoiled_at is null and next_seq = 1'

/** Sets of these units that have been handed in, and wait to be typed in: the oldest first. */
export const usedBlanks = (db: Knex, units: readonly string[]): Promise<UsedBlank[]> =>
  db('blank_sets')
    .join('parcels', 'parcels.id', 'blank_sets.parcel_id')
    .join('parcel_presents', 'parcel_presents.parcel_id', 'parcels.id')
    .leftJoin('units', 'units.id', 'parcel_presents.holder_unit')
    .leftJoin('people', 'people.id', 'parcel_presents.holder_person')
    .whereIn('unit_id', units)
    .where({ is_over: false })
    .whereNull('typed_in_at')
    .where('next_seq', '>', 1)
    .orderBy('since')
    .select('parcels.code', 'since', db.raw('coalesce(people.name, units.name) as holder'))

export type BlankSet = { code: string; lookup_cipher: Buffer; unit_id: string }

/** The sets of a printing that nobody has used, by code. Throws notFound to those of other offices, and when none is left. */
export async function unusedOfBatch(db: Knex, batch_id: string, by: Actor): Promise<BlankSet[]> {
  const sets: BlankSet[] = await db('blank_sets')
    .join('parcels', 'parcels.id', 'blank_sets.parcel_id')
    .join('parcel_presents', 'parcel_presents.parcel_id', 'parcels.id')
    .where({ batch_id })
    .whereIn('unit_id', blankUnits(by))
    .whereRaw(isUnused)
    .orderBy('parcels.code')
    .select('parcels.code', 'lookup_cipher', 'unit_id')
  if (!sets.length) throw notFound('Không còn bộ phiếu trống nào của lần in này.')
  return sets
}
