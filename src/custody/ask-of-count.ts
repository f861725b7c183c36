import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'

/** A parcel that a stock count did not find, or found where it should not be; `event_id` is the fact it speaks against. */
type Asked = { kind: 'stock_short' | 'stock_over'; parcel_id: string; event_id: string | null }

/** Opens a review of each of these parcels; where the same is open already, it now asks about this count. */
export async function askOfCount(db: Knex, count: string, asked: readonly Asked[], now: Date): Promise<void> {
  if (!asked.length) return
  const rows = asked.map(one => ({ ...one, id: uuidv7() }))
  await db.raw(
    `insert into reviews (id, kind, parcel_id, event_id, count_id, opened_at)
     select id, kind, parcel_id, event_id, :count, :now
     from jsonb_to_recordset(:rows::jsonb) as asked (id uuid, kind text, parcel_id uuid, event_id uuid)
     on conflict (parcel_id, kind) where count_id is not null and closed_at is null and withdrawn_at is null
     do update set count_id = excluded.count_id`,
    { rows: JSON.stringify(rows), count, now },
  )
}
