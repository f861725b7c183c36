import type { Knex } from 'knex'
import type { ParcelPresentsRow, ParcelsRow } from '../../db/tables.ts'
import type { Receiver } from './stops-for.ts'

export type Coming = Receiver &
  Pick<ParcelsRow, 'id' | 'code' | 'destination_kind' | 'origin_unit' | 'hands' | 'zone' | 'amount_to_collect'> &
  Pick<ParcelPresentsRow, 'holder_kind' | 'holder_unit' | 'holder_person' | 'is_over' | 'is_lost'>

type Which = { codes: readonly string[] } | { ids: readonly string[] }

/**
 * Parcels with who they are for: name and address as their label says them, and, where the papers gave an identity number,
 * its index. One envelope has one receiver, so any of its dossiers tells.
 */
export async function comingParcels(db: Knex, which: Which): Promise<Coming[]> {
  const { rows } = await db.raw(
    `select parcels.id, parcels.code, destination_kind, origin_unit, hands, zone, amount_to_collect,
            holder_kind, holder_unit, holder_person, is_over, is_lost,
            coalesce(parcel_addressees.name, '') as name, coalesce(parcel_addressees.address, '') as address,
            (select encode(parties.id_index, 'hex')
             from parcel_contents
             join parties on parties.dossier_id = parcel_contents.dossier_id and parties.name = parcel_addressees.name
             where parcel_contents.parcel_id = parcels.id and parties.id_index is not null
             order by parties.part = 'receiver' desc, parties.dossier_id limit 1) as identity
     from parcels
     join parcel_presents on parcel_presents.parcel_id = parcels.id
     left join parcel_addressees on parcel_addressees.parcel_id = parcels.id
     where parcels.code = any(:codes) or parcels.id = any(:ids::uuid[])`,
    { codes: 'codes' in which ? [...which.codes] : [], ids: 'ids' in which ? [...which.ids] : [] },
  )
  return rows
}

/** Whether it waits for its receiver at the counter of one of these units. Pure. */
export const waitsAt = (
  { destination_kind, holder_kind, holder_unit, is_lost }: Coming,
  units: readonly string[] | 'all',
): boolean =>
  destination_kind === 'recipient' &&
  holder_kind === 'post_office' &&
  !is_lost &&
  (units === 'all' || units.includes(holder_unit ?? ''))
