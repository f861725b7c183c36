import type { Knex } from 'knex'
import type { HolderKind } from '../custody/steps.ts'
import type { Purpose } from '../parcels/register-parcel.ts'

/** One part of a long list, and how long the whole is. */
export type Part<Row> = { rows: Row[]; total: number }
export type Slice = { limit: number; offset: number }

export type DeskParcel = {
  code: string
  purpose: Purpose
  dossiers: number
  holder_kind: HolderKind
  holder_unit: string | null
  holder_person: string | null
  since: Date
  is_lost: boolean
}

type Asked = { where: string; order?: string }

const read = async (
  db: Knex,
  { where, order = 'parcels.created_at' }: Asked,
  units: readonly string[],
  slice: Slice,
): Promise<Part<DeskParcel>> => {
  const { rows } = await db.raw(
    `select parcels.code, parcels.purpose, parcel_presents.holder_kind, parcel_presents.since, parcel_presents.is_lost,
            units.name as holder_unit, people.name as holder_person,
            (select count(*) from parcel_contents where parcel_id = parcels.id) as dossiers,
            count(*) over () as total
     from parcels
     join parcel_presents on parcel_presents.parcel_id = parcels.id
     left join units on units.id = parcel_presents.holder_unit
     left join people on people.id = parcel_presents.holder_person
     where not parcel_presents.is_over and ${where}
     order by ${order}, parcels.id
     limit :limit offset :offset`,
    { units, ...slice },
  )
  return part(rows)
}

/** Rows that carry the length of the whole. */
export const part = <Row>(rows: (Row & { total: number })[]): Part<Row> => ({ rows, total: rows[0]?.total ?? 0 })

/** Who opens a sealed bag counts it before seeing what should be in it. */
const isNotInABag = `not exists (select from bags where code = parcel_presents.bag and bags.state = 'sealed')`

/** On its way to these police units and not in their hands yet, the oldest first. */
export const arriving = (db: Knex, units: readonly string[], slice: Slice): Promise<Part<DeskParcel>> =>
  read(
    db,
    {
      where: `parcels.destination_kind = 'police_unit' and parcels.destination_unit = any(:units)
     and parcel_presents.holder_kind <> 'police_unit' and ${isNotInABag}`,
    },
    units,
    slice,
  )

/** In the hands of these units and not opened yet, the longest here first. */
export const toOpen = (db: Knex, units: readonly string[], slice: Slice): Promise<Part<DeskParcel>> =>
  read(
    db,
    {
      where: `parcels.destination_kind = 'police_unit' and parcel_presents.holder_kind = 'police_unit'
     and parcel_presents.holder_unit = any(:units)
     and ${isNotInABag}
     -- An old card has no list that it is compared with.
     and parcels.purpose <> 'collected_papers'
     and not exists (
       select from openings where parcel_id = parcels.id and openings.taken_at >= parcel_presents.since)`,
      order: 'parcel_presents.since',
    },
    units,
    slice,
  )

/** Made here for the way home, and not fetched by the post yet. */
export const toFetch = (db: Knex, units: readonly string[], slice: Slice): Promise<Part<DeskParcel>> =>
  read(
    db,
    {
      where: `parcels.destination_kind = 'recipient' and parcel_presents.holder_kind = 'police_unit'
     and parcel_presents.holder_unit = any(:units)`,
    },
    units,
    slice,
  )
