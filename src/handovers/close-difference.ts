import type { Knex } from 'knex'
import type { Actor } from '../people/actor.ts'
import { noSuchDifference, wordOn } from './difference-side.ts'
import { bothSides } from './sides.ts'

export type Closing = { handover: string; id: string; reason: string }

/**
 * One side says why a parcel was short or over; what both have explained is closed. Answers whether it is closed now.
 * Throws notFound, conflict `already_closed`.
 */
export async function closeDifference(
  db: Knex,
  { handover, id, reason }: Closing,
  { by, now }: { by: Actor; now: Date },
): Promise<{ id: string; is_closed: boolean }> {
  return db.transaction(async trx => {
    const row = await locked(trx, handover, id)
    const { columns, isLast } = wordOn(row, bothSides(row), { by, now, reason })
    await trx('handover_differences').where({ id }).update(columns)
    return { id, is_closed: isLast }
  })
}

async function locked(trx: Knex, handover_id: string, id: string) {
  const row = await trx('handover_differences')
    .join('handovers', 'handovers.id', 'handover_differences.handover_id')
    .where('handover_differences.id', id)
    .where('handover_differences.handover_id', handover_id)
    .forUpdate('handover_differences')
    .first('handover_differences.*', 'handovers.is_self', ...sideColumns)
  if (!row) throw noSuchDifference()
  return row
}

const sideColumns = ['giver_kind', 'giver_unit', 'giver_person', 'taker_kind', 'taker_unit', 'taker_person'] as const
