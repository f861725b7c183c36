import type { Knex } from 'knex'
import type { BagsRow } from '../../db/tables.ts'
import type { Actor, UnitKind } from '../people/actor.ts'
import { maySee, noSuchBag } from './bag-sides.ts'

export type Bag = Omit<BagsRow, 'id' | 'made_by' | 'sealed_by' | 'opened_by'> & {
  id: string
  made_name: string
  made_kind: UnitKind
  made_number: string
  to_name: string
  to_number: string
  opened_name: string | null
  opened_kind: UnitKind | null
  /** The offices that by the record hold something of a bag that nobody opened: one, unless it was torn apart. */
  held_by: string[]
  parcels: number
}

/** Parcels of a bag that by the record lie at an office. */
export const inside = `from bag_parcels join parcel_presents using (parcel_id)
  where bag_id = bags.id and is_inside and holder_kind in ('post_office', 'police_unit')`

/** Where a bag lies, as a column. */
export const heldBy = (db: Knex) => db.raw(`array(select distinct holder_unit ${inside}) as held_by`)

/** Bags with the names of their ends, where they are, and how much is listed in them. */
export const bags = (db: Knex): Knex.QueryBuilder<Bag, Bag[]> =>
  db('bags')
    .join('units as maker', 'maker.id', 'bags.made_unit')
    .join('units as destination', 'destination.id', 'bags.to_unit')
    .leftJoin('units as opener', 'opener.id', 'bags.opened_unit')
    .select(
      'bags.*',
      'maker.name as made_name',
      'maker.kind as made_kind',
      'maker.number as made_number',
      'destination.name as to_name',
      'destination.number as to_number',
      'opener.name as opened_name',
      'opener.kind as opened_kind',
      heldBy(db),
      db.raw('(select count(*)::integer from bag_parcels where bag_id = bags.id) as parcels'),
    )

/** A bag for those at its ends, where it lies, or who see everything. Throws notFound. */
export async function bagByCode(db: Knex, code: string, by: Actor): Promise<Bag> {
  const bag = await bags(db).where('bags.code', code).first()
  if (!bag || !maySee(by, bag)) throw noSuchBag()
  return bag
}

export type BagParcel = { code: string; is_inside: boolean; is_found: boolean | null }

/** What is listed in a bag, by code. */
export const parcelsOfBag = (db: Knex, bag_id: string): Promise<BagParcel[]> =>
  db('bag_parcels')
    .join('parcels', 'parcels.id', 'bag_parcels.parcel_id')
    .where({ bag_id })
    .orderBy('parcels.code')
    .select('parcels.code', 'is_inside', 'is_found')

export type BagDifference = {
  id: string
  kind: 'short' | 'over' | 'seal' | 'weight'
  code: string | null
  giver_closed_at: Date | null
  giver_reason: string | null
  taker_closed_at: Date | null
  taker_reason: string | null
}

/** What was not as it was sealed, and what each end said of it. */
export const differencesOfBag = (db: Knex, bag_id: string): Promise<BagDifference[]> =>
  db('bag_differences')
    .leftJoin('parcels', 'parcels.id', 'bag_differences.parcel_id')
    .where({ bag_id })
    .orderBy(['bag_differences.kind', 'parcels.code'])
    .select(
      'bag_differences.id',
      'bag_differences.kind',
      'parcels.code',
      'giver_closed_at',
      'giver_reason',
      'taker_closed_at',
      'taker_reason',
    )
