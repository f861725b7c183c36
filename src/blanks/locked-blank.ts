import type { Knex } from 'knex'

/** Papers with it may still come in to be typed in: not yet, not spoiled unused, not back with its applicant. */
export const isWaiting = '(typed_in_at is null and not is_over and (spoiled_at is null or next_seq > 1))'

export type LockedBlank = {
  parcel_id: string
  unit_id: string
  lookup_cipher: Buffer
  printed_at: Date
  /** Somebody has said something of it. */
  is_used: boolean
}

/**
 * A set that waits to be typed in, its parcel locked as scans lock it; undefined for any other code. One that was called
 * spoiled and then used waits too; one that went back to the applicant does not.
 */
export async function lockedBlank(trx: Knex, code: string): Promise<LockedBlank | undefined> {
  return trx('blank_sets')
    .join('parcels', 'parcels.id', 'blank_sets.parcel_id')
    .join('parcel_presents', 'parcel_presents.parcel_id', 'parcels.id')
    .where({ code })
    .whereRaw(isWaiting)
    .forUpdate('parcel_presents', 'blank_sets')
    .first('blank_sets.parcel_id', 'unit_id', 'lookup_cipher', 'printed_at', trx.raw('next_seq > 1 as is_used'))
}
