import type { Knex } from 'knex'
import { addMs, day, minute } from '../kit/time.ts'

export type ToldFigures = {
  /** Messages that nobody got. */
  dead: number
  /** Messages of machines that were due a quarter of an hour ago, and are still not sent. */
  held_up: number
  answers: number
  average: number | null
  satisfied: number
  had_to_call: number
}

const month = 30 * day

/** Of the last 30 days what people say who got their result; and whether messages leave. */
export async function toldFigures(db: Knex, now: Date): Promise<ToldFigures> {
  const { rows } = await db.raw(
    `select
       (select count(*)::integer from messages where state = 'dead') as dead,
       (select count(*)::integer from messages
        where state = 'waiting' and channel <> 'call' and not_before < :late) as held_up,
       count(*)::integer as answers, round(avg(rating), 1)::float8 as average,
       count(*) filter (where rating >= 4)::integer as satisfied,
       count(*) filter (where had_to_call)::integer as had_to_call
     from survey_answers where answered_at >= :since`,
    { since: addMs(now, -month), late: addMs(now, -15 * minute) },
  )
  return rows[0]
}
