import type { Knex } from 'knex'
import { settleReviews } from '../custody/settle-reviews.ts'
import { lastProofs } from './last-proofs.ts'

type Question = { id: string; parcel_id: string; event_id: string | null; is_seen: boolean }

/**
 * What counts have asked about these parcels is answered when a fact says where it is that the count did not know, or when a
 * later count saw it where it should be. A fact that is taken back takes its answer with it. Call it with the parcels locked.
 */
export async function settleQuestions(db: Knex, parcels: readonly string[], now: Date): Promise<void> {
  const questions = await lastQuestions(db, parcels)
  if (!questions.length) return
  const proofs = await lastProofs(
    db,
    questions.map(({ parcel_id }) => parcel_id),
  )
  const isAnswered = ({ parcel_id, event_id, is_seen }: Question) =>
    is_seen || (proofs.get(parcel_id) ?? null) !== event_id
  const idsOf = (some: Question[]) => some.map(({ id }) => id)
  const [answered, open] = [questions.filter(isAnswered), questions.filter(one => !isAnswered(one))]
  await settleReviews(db, { answered: idsOf(answered), open: idsOf(open) }, now)
}

/** Of each parcel the last question of its kind: those before it are history, whatever becomes of their facts. */
async function lastQuestions(db: Knex, parcels: readonly string[]): Promise<Question[]> {
  if (!parcels.length) return []
  const { rows } = await db.raw(
    `select distinct on (reviews.parcel_id, reviews.kind) reviews.id, reviews.parcel_id, reviews.event_id,
            exists (
              select from stock_count_parcels
              join stock_counts on stock_counts.id = stock_count_parcels.count_id
              where stock_count_parcels.parcel_id = reviews.parcel_id and outcome = 'matched'
                and stock_counts.closed_at > asking.closed_at) as is_seen
     from reviews
     join stock_counts as asking on asking.id = reviews.count_id
     where reviews.parcel_id = any(:parcels)
     order by reviews.parcel_id, reviews.kind, reviews.opened_at desc, reviews.id desc`,
    { parcels: [...parcels] },
  )
  return rows
}
