import type { Knex } from 'knex'
import { conflict, notFound } from '../kit/errors.ts'
import type { Actor } from '../people/actor.ts'
import { bothSides, speaksFor } from './sides.ts'

export type Closing = { handover: string; id: string; reason: string }

/**
 * One side says why a parcel was short or over; what both have explained is closed. Nobody explains for both sides, unless
 * one person gave and took; who may speak for both speaks for the giver first. Answers whether it is closed now. Throws
 * notFound, conflict `already_closed`.
 */
export async function closeDifference(
  db: Knex,
  { handover, id, reason }: Closing,
  { by, now }: { by: Actor; now: Date },
): Promise<{ id: string; is_closed: boolean }> {
  return db.transaction(async trx => {
    const row = await locked(trx, handover, id)
    const sides = bothSides(row)
    const mine = parts.filter(part => speaksFor(by, sides[part]))
    if (!mine.length) throw gone()
    const part = mine.find(one => row[`${one}_closed_at`] === null)
    const hasSpoken = !row.is_self && parts.some(one => row[`${one}_closed_by`] === by.id)
    if (!part || hasSpoken) throw conflict('already_closed', 'Bên của ông/bà đã nêu lý do cho mục này.')
    await trx('handover_differences')
      .where({ id })
      .update({ [`${part}_closed_at`]: now, [`${part}_closed_by`]: by.id, [`${part}_reason`]: reason })
    return { id, is_closed: row[part === 'giver' ? 'taker_closed_at' : 'giver_closed_at'] !== null }
  })
}

const parts = ['giver', 'taker'] as const

async function locked(trx: Knex, handover_id: string, id: string) {
  const row = await trx('handover_differences')
    .join('handovers', 'handovers.id', 'handover_differences.handover_id')
    .where('handover_differences.id', id)
    .where('handover_differences.handover_id', handover_id)
    .forUpdate('handover_differences')
    .first('handover_differences.*', 'handovers.is_self', ...sideColumns)
  if (!row) throw gone()
  return row
}

const sideColumns = ['giver_kind', 'giver_unit', 'giver_person', 'taker_kind', 'taker_unit', 'taker_person'] as const

const gone = () => notFound('Không có chênh lệch này ở đơn vị của ông/bà.')
