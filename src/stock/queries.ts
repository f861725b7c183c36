import type { Knex } from 'knex'
import type { StockCountsRow } from '../../db/tables.ts'
import type { Actor, UnitKind } from '../people/actor.ts'
import { visibleUnits } from '../people/may.ts'
import { isDue } from './due.ts'
import { noSuchCount } from './locked-count.ts'
import type { StockRecord } from './record.ts'

export type StockCount = Pick<StockCountsRow, 'id' | 'unit_id' | 'state' | 'number' | 'opened_at' | 'closed_at'> & {
  unit_name: string
  unit_kind: UnitKind
  opened_by: string
  closed_by: string | null
}

const counts = (db: Knex): Knex.QueryBuilder<StockCount, StockCount[]> =>
  db('stock_counts')
    .join('units', 'units.id', 'stock_counts.unit_id')
    .join('people as opener', 'opener.id', 'stock_counts.opened_by')
    .leftJoin('people as closer', 'closer.id', 'stock_counts.closed_by')
    .select('stock_counts.id', 'unit_id', 'state', 'stock_counts.number', 'opened_at', 'closed_at')
    .select(
      'units.name as unit_name',
      'units.kind as unit_kind',
      'opener.name as opened_by',
      'closer.name as closed_by',
    )

/** A count for those who work in its unit, or see everything. Throws notFound. */
export async function countById(db: Knex, id: string, by: Actor): Promise<StockCount> {
  const row = await counts(db).where('stock_counts.id', id).first()
  const visible = visibleUnits(by, 'read stock counts')
  if (!row || (visible !== 'all' && !visible.includes(row.unit_id))) throw noSuchCount()
  return row
}

type Asked = { limit: number; after?: string | undefined }

/** Counts of the units somebody sees, the newest first; one more than `limit`. */
export function countsFor(db: Knex, { limit, after }: Asked, by: Actor): Promise<StockCount[]> {
  const visible = visibleUnits(by, 'read stock counts')
  const query = counts(db)
    .orderBy('stock_counts.id', 'desc')
    .limit(limit + 1)
  if (visible !== 'all') query.whereIn('unit_id', visible)
  if (after) query.where('stock_counts.id', '<', after)
  return query
}

export type CodeScanned = { code: string; scanned_at: Date; by: string }

/** What was scanned so far, the latest first. */
export const codesOfCount = (db: Knex, id: string): Promise<CodeScanned[]> =>
  db('stock_count_codes')
    .join('people', 'people.id', 'stock_count_codes.scanned_by')
    .where({ count_id: id })
    .orderBy('scanned_at', 'desc')
    .orderBy('code')
    .select('code', 'scanned_at', 'people.name as by')

/** The words that a count closed with; null while it is not. */
export async function recordOf(db: Knex, id: string): Promise<StockRecord | null> {
  const row = await db('stock_counts').where({ id }).first('record')
  return (row?.record as StockRecord | null | undefined) ?? null
}

export type Missing = {
  review: string
  code: string
  unit_name: string
  times: number
  opened_at: Date
}

/** What counts miss and nothing has answered, the most often missed first. */
export const missingParcels = (db: Knex, limit: number): Promise<Missing[]> =>
  db('reviews')
    .join('stock_count_parcels as counted', join =>
      join.on('counted.count_id', 'reviews.count_id').on('counted.parcel_id', 'reviews.parcel_id'),
    )
    .join('stock_counts', 'stock_counts.id', 'reviews.count_id')
    .join('units', 'units.id', 'stock_counts.unit_id')
    .join('parcels', 'parcels.id', 'reviews.parcel_id')
    .where('reviews.kind', 'stock_short')
    .whereNull('reviews.closed_at')
    .whereNull('reviews.withdrawn_at')
    .orderBy('counted.times', 'desc')
    .orderBy('reviews.opened_at')
    .orderBy('reviews.id')
    .limit(limit)
    .select('reviews.id as review', 'parcels.code', 'units.name as unit_name', 'counted.times', 'reviews.opened_at')

export type UnitCounted = {
  unit: string
  name: string
  kind: UnitKind
  held: number
  last_counted_at: Date | null
  short: number
}

/** Every open unit: what it should hold now, when it was last counted and how many are still missing; those longest not counted first. */
export async function unitsCounted(
  db: Knex,
  { today, units }: { today: string; units: string[] | 'all' },
): Promise<UnitCounted[]> {
  const { rows } = await db.raw(
    `with held as (
       select holder_unit, count(*)::integer as held
       from parcel_presents join parcels on parcels.id = parcel_id where ${isDue} group by holder_unit),
     missing as (
       select stock_counts.unit_id, count(*)::integer as short
       from reviews join stock_counts on stock_counts.id = reviews.count_id
       where reviews.kind = 'stock_short' and reviews.closed_at is null and reviews.withdrawn_at is null
       group by stock_counts.unit_id),
     counted as (select unit_id, max(closed_at) as at from stock_counts where state = 'closed' group by unit_id)
     select units.id as unit, units.name, units.kind, coalesce(held, 0) as held, counted.at as last_counted_at,
            coalesce(short, 0) as short
     from units
     left join held on held.holder_unit = units.id
     left join missing on missing.unit_id = units.id
     left join counted on counted.unit_id = units.id
     where (closed_on is null or closed_on > :today) and (:every or units.id = any(:units))
     order by coalesce(held, 0) = 0, counted.at nulls first, units.number`,
    { today, every: units === 'all', units: units === 'all' ? [] : units },
  )
  return rows
}
