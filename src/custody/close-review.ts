import type { Knex } from 'knex'
import { conflict, notFound } from '../kit/errors.ts'
import type { Actor } from '../people/actor.ts'

/** A supervisor closes a review with the reason found. Throws notFound, or conflict when it is closed already. */
export async function closeReview(
  db: Knex,
  { id, reason }: { id: string; reason: string },
  { by, now }: { by: Actor; now: Date },
) {
  const rows = await db('reviews')
    .where({ id })
    .whereNull('closed_at')
    .update({ closed_at: now, closed_by: by.id, reason })
    .returning('id')
  if (rows.length) return { id }
  if (!(await db('reviews').where({ id }).first('id'))) throw notFound('Không có mục xem xét này.')
  throw conflict('already_closed', 'Mục này đã được đóng.')
}
