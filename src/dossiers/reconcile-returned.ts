import type { Consequence } from '../custody/consequence.ts'

/** A dossier is returned once its envelope home is in the receiver's hands, and is not when that delivery is taken back. */
export const reconcileReturned: Consequence = async (db, changes) => {
  const home = changes.filter(({ parcel }) => parcel.destination_kind === 'recipient')
  if (!home.length) return
  await db.raw(
    `update dossiers set returned_at = told.ended_at
     from jsonb_to_recordset(:rows::jsonb) as told (parcel_id uuid, ended_at timestamptz)
     join parcel_contents on parcel_contents.parcel_id = told.parcel_id
     where dossiers.id = parcel_contents.dossier_id and dossiers.returned_at is distinct from told.ended_at`,
    {
      rows: JSON.stringify(
        home.map(({ parcel, after }) => ({ parcel_id: parcel.id, ended_at: after.is_over ? after.ended_at : null })),
      ),
    },
  )
}
