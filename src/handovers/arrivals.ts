import type { Knex } from 'knex'
import type { HandoversRow } from '../../db/tables.ts'
import { bothSides, columnsOfSide } from './sides.ts'

/** Parcels of a sheet by id, and which of them the taker says by name that they have. */
type Asked = { parcels: readonly string[]; named?: readonly string[] }

/**
 * By which fact each of these parcels came to the taker of a released sheet and is signed for nowhere, by parcel: what waits
 * on this list, and of what is named whatever came after the release. The last, where a parcel came more than once.
 */
export async function arrivals(
  db: Knex,
  sheet: HandoversRow,
  { parcels, named = [] }: Asked,
): Promise<Map<string, string>> {
  const { id, released_at } = sheet
  const { rows } = await db.raw<{ rows: { parcel_id: string; event_id: string }[] }>(
    `select distinct on (parcel_id) parcel_id, event_id
     from (
       select parcel_id, event_id, at from waiting_crossings where handover_id = :id and parcel_id = any(:parcels)
       union all
       select parcel_id, event_id, at from unsigned_crossings
       where parcel_id = any(:named) and at >= :released_at and taker_kind = :taker_kind
         and coalesce(taker_person::text, taker_unit) = coalesce(:taker_person::text, :taker_unit)
     ) as came
     order by parcel_id, at desc, event_id desc`,
    { id, released_at, parcels, named, ...columnsOfSide('taker', bothSides(sheet).taker) },
  )
  return new Map(rows.map(({ parcel_id, event_id }) => [parcel_id, event_id]))
}
