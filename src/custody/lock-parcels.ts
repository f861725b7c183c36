import type { Knex } from 'knex'

/**
 * Locks the parcels of these codes in the order in which scans do, until the transaction ends: nobody takes one away
 * meanwhile. Call it before locking a sheet or a bag: two who meet on one wait, and do not strangle each other. Answers what
 * each is packed in.
 */
export const lockParcels = (trx: Knex, codes: readonly string[]): Promise<{ code: string; bag: string | null }[]> =>
  trx('parcel_presents')
    .join('parcels', 'parcels.id', 'parcel_presents.parcel_id')
    .whereIn('parcels.code', codes)
    .orderBy('parcels.id')
    .forUpdate('parcel_presents')
    .select('parcels.code', 'parcel_presents.bag')
