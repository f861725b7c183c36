import type { Knex } from 'knex'
import type { Actor } from '../people/actor.ts'
import { assignmentsFor } from '../people/may.ts'
import { codesOfCount, countById, recordOf } from './queries.ts'
import { linesOf } from './record.ts'
import { takingStep } from './taking-step.ts'
import { unknownCodes } from './unknown-codes.ts'

/** A count with all that its page shows. While it is open that is what was scanned, and nothing of what should be there. */
export async function countOnScreen(db: Knex, id: string, by: Actor) {
  const count = await countById(db, id, by)
  const [codes, record] = await Promise.all([codesOfCount(db, id), recordOf(db, id)])
  const counts = assignmentsFor(by, 'count stock').some(({ unit }) => unit === count.unit_id)
  const over = record ? linesOf(record, 'over') : []
  return {
    count,
    codes,
    unknown: record?.unknown ?? (await unknownCodes(db, count)),
    record,
    over: over.map(line => ({ ...line, step: counts ? takingStep(count.unit_kind, line) : null })),
    may: { count: counts && count.state === 'open' },
  }
}
export type CountOnScreen = Awaited<ReturnType<typeof countOnScreen>>
