import type { Knex } from 'knex'
import type { Actor } from '../people/actor.ts'
import { audit } from '../people/audit.ts'
import { type Round, roundById } from './queries.ts'
import { type RoundLine, roundLines } from './round-lines.ts'

export type Reading = { by: Actor; now: Date }

/**
 * A round with its parcels, whose receivers it names with phone and address, and the note that somebody read them. Throws
 * what `roundById` does.
 */
export async function readRound(
  db: Knex,
  id: string,
  { by, now }: Reading,
): Promise<{ round: Round; lines: RoundLine[] }> {
  const round = await roundById(db, id, by)
  await audit(db, { by, action: 'read round', subject: round.number }, now)
  return { round, lines: await roundLines(db, round) }
}
