import type { Knex } from 'knex'

/** Reviews whose question has an answer now, and those whose answer is gone again. Ids; those closed by a person stay. */
type Settling = { answered: readonly string[]; open: readonly string[] }

/** Withdraws reviews that have become pointless, and opens those again that have not. */
export async function settleReviews(db: Knex, { answered, open }: Settling, now: Date): Promise<void> {
  const of = (ids: readonly string[]) => db('reviews').whereIn('id', ids).whereNull('closed_at')
  if (answered.length) await of(answered).whereNull('withdrawn_at').update({ withdrawn_at: now })
  if (open.length) await of(open).whereNotNull('withdrawn_at').update({ withdrawn_at: null })
}
