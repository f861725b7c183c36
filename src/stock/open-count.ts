import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { notFound } from '../kit/errors.ts'
import { addMs, hour } from '../kit/time.ts'
import type { Actor } from '../people/actor.ts'
import { assignmentsFor } from '../people/may.ts'

/** A cupboard is counted in one go. What was scanned longer ago says nothing of what is there now. */
export const longest = 2 * hour

/**
 * Opens the count of a unit, or answers the one that colleagues have open there: two may scan one cupboard. One that nobody
 * closed in time is abandoned. Answers its id. Throws notFound for a unit where the asker does not count.
 */
export async function openCount(
  db: Knex,
  { unit }: { unit: string },
  { by, now }: { by: Actor; now: Date },
): Promise<string> {
  if (!assignmentsFor(by, 'count stock').some(assignment => assignment.unit === unit))
    throw notFound('Không có đơn vị này trong phân công của ông/bà.')
  return db.transaction(async trx => {
    await abandonForgotten(trx, unit, now)
    return openOrJoin(trx, unit, { by, now })
  })
}

const abandonForgotten = (trx: Knex, unit_id: string, now: Date) =>
  trx('stock_counts')
    .where({ unit_id, state: 'open' })
    .where('opened_at', '<', addMs(now, -longest))
    .update({ state: 'abandoned', abandoned_at: now })

/** Somebody else may open it at this moment: theirs is read back. If they close it just as fast, it is opened anew. */
async function openOrJoin(trx: Knex, unit_id: string, who: { by: Actor; now: Date }): Promise<string> {
  const row = { id: uuidv7(), unit_id, state: 'open' as const, opened_at: who.now, opened_by: who.by.id }
  await trx('stock_counts').insert(row).onConflict().ignore()
  const open = await trx('stock_counts').where({ unit_id, state: 'open' }).first('id')
  return open?.id ?? openOrJoin(trx, unit_id, who)
}
