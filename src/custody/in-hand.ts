import type { Knex } from 'knex'
import type { ParcelPresentsRow, ParcelsRow } from '../../db/tables.ts'

export type InHand = Pick<ParcelsRow, 'code' | 'purpose'> &
  Pick<ParcelPresentsRow, 'since' | 'last_step'> & { destination: string }

/** The parcels a person has in their own hands, or their unit has, oldest first. What is in a sealed bag is counted when it is opened. */
export const parcelsInHand = (
  db: Knex,
  { person, units }: { person: string; units: readonly string[] },
): Promise<InHand[]> =>
  db('parcel_presents')
    .join('parcels', 'parcels.id', 'parcel_presents.parcel_id')
    .leftJoin('units', 'units.id', 'parcels.destination_unit')
    .where({ is_over: false })
    .whereNotExists(
      db('bags').whereRaw('bags.code = parcel_presents.bag').where('bags.state', 'sealed').select(db.raw('1')),
    )
    .where(mine =>
      mine
        .where('holder_person', person)
        .orWhere(office => office.whereIn('holder_unit', units).whereIn('holder_kind', ['post_office', 'police_unit'])),
    )
    .orderBy('since')
    .limit(200)
    .select('parcels.code', 'parcels.purpose', 'units.name as destination', 'since', 'last_step')
