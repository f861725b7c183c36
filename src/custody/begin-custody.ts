import type { Knex } from 'knex'

/** The present of a parcel nobody has scanned yet: with its origin. Call it in the transaction that registers the parcel. */
export async function beginCustody(db: Knex, parcelId: string): Promise<void> {
  await db.raw(
    `insert into parcel_presents
       (parcel_id, holder_kind, holder_unit, since, next_seq, is_over, is_lost, is_misrouted, is_sent_back, attempts)
     select id, origin_kind, origin_unit, created_at, 1, false, false, false, false, 0 from parcels where id = :parcelId`,
    { parcelId },
  )
}
