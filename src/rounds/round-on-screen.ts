import type { Knex } from 'knex'
import type { Actor } from '../people/actor.ts'
import { assignmentsFor } from '../people/may.ts'
import { lateReports, recordOf, roundById } from './queries.ts'
import { roundLines } from './round-lines.ts'
import { stopsOf } from './stops.ts'

/** A round with all that its page shows. Throws what `roundById` does. */
export async function roundOnScreen(db: Knex, id: string, by: Actor) {
  const round = await roundById(db, id, by)
  const [lines, record, late] = await Promise.all([roundLines(db, round), recordOf(db, id), lateReports(db, id)])
  const isClerk = assignmentsFor(by, 'close round').some(({ unit }) => unit === round.unit_id)
  const isOpen = round.closed_at === null
  return {
    round,
    stops: stopsOf(lines),
    record,
    late,
    may: {
      plan: isOpen && (isClerk || round.courier_id === by.id),
      close: isOpen && isClerk,
      carry: round.courier_id === by.id,
    },
  }
}
export type RoundOnScreen = Awaited<ReturnType<typeof roundOnScreen>>
