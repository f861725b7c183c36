import type { Knex } from 'knex'

/** The parcels a person has in their own hands, or their unit has, oldest first. */
export const parcelsInHand = (db: Knex, { person, units }: { person: string; units: readonly string[] }) =>
  db('parcel_presents')
    .join('parcels', 'parcels.id', 'parcel_presents.parcel_id')
    .leftJoin('units', 'units.id', 'parcels.destination_unit')
    .where({ is_over: false })
    .where(mine =>
      mine
        .where('holder_person', person)
        .orWhere(office => office.whereIn('holder_unit', units).whereIn('holder_kind', ['post_office', 'police_unit'])),
    )
    .orderBy('since')
    .limit(200)
    .select(
      'parcels.code',
      'parcels.purpose',
      'units.name as destination',
      'holder_kind',
      'since',
      'last_step',
      'is_misrouted',
    )
export type InHand = Awaited<ReturnType<typeof parcelsInHand>>[number]
