import type { Knex } from 'knex'
import { officesBetween } from './offices-between.ts'

type Address = { desk: string; from_office: string; to_office: string; weight_g: number | null }

/** Says where a parcel goes whose label was blank until its papers were read. Once only; the caller holds its row. */
export async function addressParcel(
  db: Knex,
  id: string,
  { desk, from_office, to_office, weight_g }: Address,
): Promise<void> {
  await db('parcels')
    .where({ id, destination_kind: 'post_office' })
    .update({
      destination_kind: 'police_unit',
      destination_unit: desk,
      on_route: await officesBetween(db, from_office, to_office),
      weight_g,
    })
}
