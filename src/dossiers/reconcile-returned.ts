import type { Consequence } from '../custody/consequence.ts'

/**
 * A dossier is returned once its envelope home is in the receiver's hands, and is not when that delivery is taken back. Only
 * the newest envelope counts: what the result was in before it was sent again does not carry it any more.
 */
export const reconcileReturned: Consequence = async (db, changes) => {
  const home = changes.filter(({ parcel }) => parcel.destination_kind === 'recipient')
  if (!home.length) return
  await db.raw(
    `update dossiers set returned_at = home.ended_at
     from (
       select distinct on (parcel_contents.dossier_id) parcel_contents.dossier_id,
              case when parcel_presents.holder_kind = 'recipient' then parcel_presents.ended_at end as ended_at
       from parcel_contents
       join parcels on parcels.id = parcel_contents.parcel_id and parcels.destination_kind = 'recipient'
       join parcel_presents on parcel_presents.parcel_id = parcels.id
       where parcel_contents.dossier_id in (select dossier_id from parcel_contents where parcel_id = any(:parcels))
       order by parcel_contents.dossier_id, parcels.created_at desc, parcels.id desc
     ) as home
     where dossiers.id = home.dossier_id and dossiers.returned_at is distinct from home.ended_at`,
    { parcels: home.map(({ parcel }) => parcel.id) },
  )
}
