import type { Knex } from 'knex'
import type { HandoversRow } from '../../db/tables.ts'

type Sheet = Pick<HandoversRow, 'id' | 'taker_kind' | 'taker_unit' | 'taker_person' | 'released_at'>

/**
 * By which fact each of these parcels came to the taker of a released sheet and stands on no signed one, by parcel: it
 * waits on this list, or happened after its release. The first, where a parcel came more than once.
 */
export async function arrivals(db: Knex, sheet: Sheet, parcels: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await db.raw<{ rows: { parcel_id: string; event_id: string }[] }>(
    `select distinct on (parcel_id) parcel_id, event_id
     from open_crossings
     where parcel_id = any(:parcels) and taker_kind = :taker_kind
       and coalesce(taker_person::text, taker_unit) = coalesce(:taker_person::text, :taker_unit)
       and (waiting_on = :id or at >= :released_at)
     order by parcel_id, at`,
    { ...sheet, parcels },
  )
  return new Map(rows.map(({ parcel_id, event_id }) => [parcel_id, event_id]))
}
