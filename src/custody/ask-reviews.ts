import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import type { ReviewsRow } from '../../db/tables.ts'

type Asked = { kind: Exclude<ReviewsRow['kind'], 'stock_short' | 'stock_over'>; parcel_id: string; event_id: string }

/** Opens a review of each of these facts, unless the same was asked of it before. */
export async function askReviews(db: Knex, asked: readonly Asked[], now: Date): Promise<void> {
  if (!asked.length) return
  const rows = asked.map(one => ({ ...one, id: uuidv7(), opened_at: now }))
  await db('reviews').insert(rows).onConflict(['parcel_id', 'event_id', 'kind', 'count_id']).ignore()
}
