import type { Knex } from 'knex'
import { closeDecided } from '../custody/close-review.ts'
import type { Doing } from '../custody/doing.ts'
import { reconsider } from '../custody/reconsider.ts'
import { notFound } from '../kit/errors.ts'

export type Settlement = { review: string; upheld: boolean; reason: string }

/**
 * A supervisor decides whether somebody was at home, with a reason, and so closes its review. Upheld, the attempt excuses
 * nothing any more: the clock moves back and whoever is late by it is told. Throws notFound, conflict `already_closed`.
 */
export async function settleClaim(db: Knex, { review, upheld, reason }: Settlement, doing: Doing): Promise<void> {
  const { by, now } = doing
  await db.transaction(async trx => {
    const asked = await trx('reviews')
      .join('parcels', 'parcels.id', 'reviews.parcel_id')
      .where('reviews.id', review)
      .where('reviews.kind', 'was_at_home')
      .first('parcels.code', 'reviews.event_id')
    if (!asked?.event_id) throw notFound('Không có lời khai này.')
    await closeDecided(trx, { id: review, reason }, doing)
    await trx('home_claims')
      .where({ event_id: asked.event_id })
      .update({ upheld_at: upheld ? now : null, dismissed_at: upheld ? null : now, settled_by: by.id })
    await reconsider(trx, [asked.code], doing)
  })
}
