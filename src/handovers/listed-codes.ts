import type { Knex } from 'knex'

/** The codes that the giver listed. The list never changes once it is released: it may be read before anything is locked. */
export const listedCodes = (trx: Knex, handover_id: string): Promise<string[]> =>
  trx('handover_parcels')
    .join('parcels', 'parcels.id', 'handover_parcels.parcel_id')
    .where({ handover_id, is_listed: true })
    .orderBy('parcels.code')
    .pluck('parcels.code')
