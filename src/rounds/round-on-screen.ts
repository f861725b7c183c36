import type { Knex } from 'knex'
import { assignmentsFor } from '../people/may.ts'
import { lateReports, recordOf } from './queries.ts'
import { type Reading, readRound } from './read-round.ts'
import { stopsOf } from './stops.ts'

/** A round with all that its page shows. Throws what `roundById` does. */
export async function roundOnScreen(db: Knex, id: string, reading: Reading) {
  const { round, lines } = await readRound(db, id, reading)
  const { by } = reading
  const [record, late] = await Promise.all([recordOf(db, id), lateReports(db, id)])
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
