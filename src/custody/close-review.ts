import type { Knex } from 'knex'
import { conflict, notFound } from '../kit/errors.ts'
import type { Actor } from '../people/actor.ts'

const openReview = (db: Knex, id: string) => db('reviews').where({ id }).whereNull('closed_at')

/** A supervisor closes a review with the reason found. Throws notFound, or conflict when it is closed already, or asks for a decision about what its receiver said. */
export async function closeReview(
  db: Knex,
  { id, reason }: { id: string; reason: string },
  { by, now }: { by: Actor; now: Date },
) {
  const rows = await openReview(db, id)
    .whereNot({ kind: 'was_at_home' })
    .update({ closed_at: now, closed_by: by.id, reason })
    .returning('id')
  if (rows.length) return { id }
  const review = await db('reviews').where({ id }).first('kind', 'closed_at')
  if (!review) throw notFound('Không có mục xem xét này.')
  if (!review.closed_at) throw conflict('needs_settlement', 'Người nhận nói có ở nhà: xin quyết định lời khai trước.')
  throw conflict('already_closed', 'Mục này đã được đóng.')
}

/** The same of what was decided elsewhere. Throws conflict when it is closed already. */
export async function closeDecided(
  db: Knex,
  { id, reason }: { id: string; reason: string },
  { by, now }: { by: Actor; now: Date },
): Promise<void> {
  const closed = await openReview(db, id).update({ closed_at: now, closed_by: by.id, reason })
  if (!closed) throw conflict('already_closed', 'Mục này đã được đóng.')
}
