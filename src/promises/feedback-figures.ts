import type { Knex } from 'knex'
import { addMs, day } from '../kit/time.ts'
import { isStuck, openSinceOf } from './stuck-messages.ts'
import { watchAmounts } from './watch-amounts.ts'

export type FeedbackFigures = {
  /** Messages that nobody got. */
  dead: number
  /** Messages of machines that should have left, and are still not sent. */
  held_up: number
  answers: number
  average: number | null
  satisfied: number
  had_to_call: number
}

const month = 30 * day

/** Of the last 30 days what people say who got their result; and whether messages leave. */
export async function feedbackFigures(db: Knex, now: Date): Promise<FeedbackFigures> {
  const asked = { since: addMs(now, -month), now, open_since: await openSinceOf(db, now) }
  const { rows } = await db.raw(
    `select
       (select count(*)::integer from messages where state = 'dead') as dead,
       (select count(*)::integer from messages where ${isStuck}) as held_up,
       count(*)::integer as answers, round(avg(rating), 1)::float8 as average,
       count(*) filter (where rating >= 4)::integer as satisfied,
       count(*) filter (where had_to_call)::integer as had_to_call
     from survey_answers where answered_at >= :since`,
    { messages_stuck: null, ...(await watchAmounts(db)), ...asked },
  )
  return rows[0]
}
