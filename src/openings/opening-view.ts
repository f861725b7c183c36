import type { Knex } from 'knex'
import { rfc3339 } from '../kit/time.ts'
import type { Actor } from '../people/actor.ts'
import { openingByCode } from './queries.ts'

/** The record of an opening as the API answers it. Throws what `openingByCode` does. */
export async function openingView(db: Knex, written: string, by: Actor) {
  const { desk_level: _, office: __, taken_at, opened_at, ...record } = await openingByCode(db, written, by)
  return {
    ...record,
    taken_at: rfc3339(taken_at),
    opened_at: rfc3339(opened_at),
    links: { record: `/api/v1/parcels/${record.code}/opening.pdf` },
  }
}
