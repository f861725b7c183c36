import type { Knex } from 'knex'

export type LockedBlank = {
  parcel_id: string
  unit_id: string
  lookup_cipher: Buffer
  printed_at: Date
  is_used: boolean
}

/** A set that is neither typed in nor spoiled, its parcel locked as scans lock it; undefined for any other code. */
export async function lockedBlank(trx: Knex, code: string): Promise<LockedBlank | undefined> {
  return trx('blank_sets')
    .join('parcels', 'parcels.id', 'blank_sets.parcel_id')
    .join('parcel_presents', 'parcel_presents.parcel_id', 'parcels.id')
    .where({ code })
    .whereNull('typed_in_at')
    .whereNull('spoiled_at')
    .forUpdate('parcel_presents', 'blank_sets')
    .first(
      'blank_sets.parcel_id',
      'unit_id',
      'lookup_cipher',
      'printed_at',
      trx.raw('last_event is not null as is_used'),
    )
}
