import type { Knex } from 'knex'

/** Locks parcels in id order, as scans do: until the transaction ends nothing of them moves. */
export const lockParcels = (trx: Knex, codes: readonly string[]) =>
  trx('parcel_presents')
    .whereIn('parcel_id', trx('parcels').whereIn('code', codes).select('id'))
    .orderBy('parcel_id')
    .forUpdate()
    .select('parcel_id')
