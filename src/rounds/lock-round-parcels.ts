import type { Knex } from 'knex'
import { lockParcels } from '../custody/lock-parcels.ts'

/** Locks all parcels of a round: until the transaction ends nothing of them moves. Call it before reading where they are. */
export async function lockRoundParcels(trx: Knex, round: string): Promise<void> {
  const codes: string[] = await trx('round_parcels')
    .join('parcels', 'parcels.id', 'round_parcels.parcel_id')
    .where({ round_id: round })
    .pluck('code')
  await lockParcels(trx, codes)
}
