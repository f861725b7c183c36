import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'

type Question = { parcel_id: string; event_id: string }

/**
 * Asks of these facts what is to be asked, and takes back the same question about other facts of `settled` parcels, whose
 * whole history was looked at. What somebody has answered stays answered.
 */
export async function askAnew(
  db: Knex,
  kind: 'signed_sheet' | 'out_of_bag',
  { asked, settled }: { asked: readonly Question[]; settled: readonly string[] },
  now: Date,
): Promise<void> {
  const events = asked.map(({ event_id }) => event_id)
  if (settled.length)
    await db('reviews')
      .where({ kind })
      .whereIn('parcel_id', settled)
      .whereNotIn('event_id', events)
      .whereNull('closed_at')
      .whereNull('withdrawn_at')
      .update({ withdrawn_at: now })
  if (!asked.length) return
  const rows = asked.map(({ parcel_id, event_id }) => ({ id: uuidv7(), kind, parcel_id, event_id, opened_at: now }))
  await db('reviews')
    .insert(rows.map(row => ({ ...row, withdrawn_at: null })))
    .onConflict(['parcel_id', 'event_id', 'kind', 'count_id'])
    .merge(['withdrawn_at'])
    .whereNull('reviews.closed_at')
}
