import type { Knex } from 'knex'
import type { ParcelPresentsRow, ParcelsRow } from '../../db/tables.ts'
import { isDue, isHeld, isUnusedBlank } from './due.ts'
import type { Outcome } from './options.ts'
import { type Counted, outcomeOf } from './outcome.ts'

type Row = Counted &
  Pick<ParcelsRow, 'id' | 'code' | 'purpose'> &
  Pick<ParcelPresentsRow, 'holder_kind' | 'holder_unit' | 'holder_person' | 'is_lost'> & {
    /** The bag of another unit that it is sealed in, unless it was scanned itself: what is in there only its opening tells. */
    sealed_in: string | null
  }
export type CountedParcel = Row & { outcome: Outcome }

/**
 * Everything that was scanned or should be there, with what came of it. Locked in id order, as scans lock: until the count
 * is closed nothing of it moves. The code of a bag stands for what is in it; blank labels that nobody used are no parcels yet.
 */
export async function lockedParcels(
  trx: Knex,
  { id: count, unit_id: unit, opened_at }: { id: string; unit_id: string; opened_at: Date },
): Promise<CountedParcel[]> {
  const { rows } = await trx.raw<{ rows: Row[] }>(
    `with scanned as materialized (select code, scanned_at from stock_count_codes where count_id = :count)
     select parcels.id, parcels.code, purpose, holder_kind, holder_unit, holder_person, since, is_lost,
            coalesce(alone.scanned_at, packed.scanned_at) as scanned_at,
            case when alone.code is null then sealed.code end as sealed_in,
            coalesce(holder_unit = :unit and ${isHeld}, false) as is_held,
            coalesce(holder_unit = :unit and ${isDue}, false) as is_due
     from parcel_presents
     join parcels on parcels.id = parcel_presents.parcel_id
     left join bags as sealed on sealed.code = bag and sealed.state = 'sealed' and sealed.made_unit <> :unit
     left join scanned as alone on alone.code = parcels.code
     left join scanned as packed on packed.code = bag and holder_unit = :unit
       and not exists (select from parcels as labelled where labelled.code = packed.code)
     where not ${isUnusedBlank} and parcels.id in (
       select id from parcels where code in (select code from scanned)
       union
       select id from parcel_presents join parcels on parcels.id = parcel_id where holder_unit = :unit and ${isDue})
     order by parcels.id
     for update of parcel_presents`,
    { count, unit },
  )
  return (
    rows
      // What left while it was waited for is neither.
      .filter(({ scanned_at, is_due }) => scanned_at || is_due)
      .map(row => ({ ...row, outcome: outcomeOf(row, opened_at) }))
  )
}
