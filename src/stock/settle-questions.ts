import type { Knex } from 'knex'
import { settleReviews } from '../custody/settle-reviews.ts'
import { lastProofs } from './last-proofs.ts'

type Question = { id: string; parcel_id: string; kind: string; event_id: string | null; is_seen: boolean }

/**
 * What counts have asked about these parcels is answered when a fact says where it is that the count did not know, or when a
 * later count saw it where it should be. A fact that is taken back takes its answer with it. Call it with the parcels locked.
 */
export async function settleQuestions(db: Knex, parcels: readonly string[], now: Date): Promise<void> {
  const questions = await questionsOf(db, parcels)
  if (!questions.length) return
  const proofs = await lastProofs(
    db,
    questions.map(({ parcel_id }) => parcel_id),
  )
  const isAnswered = ({ parcel_id, event_id, is_seen }: Question) =>
    is_seen || (proofs.get(parcel_id) ?? null) !== event_id
  // One of a kind is enough: the last that was asked.
  const open = new Map<string, string>()
  for (const question of questions)
    if (!isAnswered(question)) open.set(`${question.parcel_id} ${question.kind}`, question.id)
  const opened = [...open.values()]
  const answered = questions.flatMap(({ id }) => (opened.includes(id) ? [] : [id]))
  await settleReviews(db, { answered, open: opened }, now)
}

/** Everything that counts have asked of each parcel and nobody has closed, in order. */
async function questionsOf(db: Knex, parcels: readonly string[]): Promise<Question[]> {
  if (!parcels.length) return []
  const { rows } = await db
    .raw(
      `select reviews.id, reviews.parcel_id, reviews.kind, reviews.event_id,
            exists (
              select from stock_count_parcels
              join stock_counts on stock_counts.id = stock_count_parcels.count_id
              where stock_count_parcels.parcel_id = reviews.parcel_id and outcome = 'matched'
                and stock_counts.closed_at > asking.closed_at) as is_seen
     from reviews
     join stock_counts as asking on asking.id = reviews.count_id
     where reviews.parcel_id = any(:parcels) and reviews.closed_at is null
     order by reviews.opened_at, reviews.id`,
      { parcels: [...parcels] },
    )
    .options({ name: 'questions of counts' })
  return rows
}
