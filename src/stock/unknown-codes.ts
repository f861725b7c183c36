import type { Knex } from 'knex'
import type { StockCountsRow } from '../../db/tables.ts'

/** What was scanned and is neither a parcel nor a bag of this unit: read badly, or of another post. */
export async function unknownCodes(
  db: Knex,
  { id, unit_id }: Pick<StockCountsRow, 'id' | 'unit_id'>,
): Promise<string[]> {
  const { rows } = await db.raw<{ rows: { code: string }[] }>(
    `select code from stock_count_codes
     where count_id = :id
       and not exists (select from parcels where parcels.code = stock_count_codes.code)
       and not exists (
         select from parcel_presents
         where holder_unit = :unit_id and not is_over and bag = stock_count_codes.code)
     order by code`,
    { id, unit_id },
  )
  return rows.map(({ code }) => code)
}
