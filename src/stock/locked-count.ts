import type { Knex } from 'knex'
import type { StockCountsRow } from '../../db/tables.ts'
import { conflict, notFound } from '../kit/errors.ts'
import { addMs } from '../kit/time.ts'
import type { Actor } from '../people/actor.ts'
import { assignmentsFor } from '../people/may.ts'
import { longest } from './open-count.ts'

/** For who adds to it: many may at once. For who closes it: nobody else. */
type Lock = 'share' | 'update'

/** A count of a unit where the asker counts, its row locked until the transaction ends. Throws notFound for any other. */
export async function lockedCount(trx: Knex, id: string, by: Actor, lock: Lock): Promise<StockCountsRow> {
  const query = trx('stock_counts').where({ id })
  const row = await (lock === 'share' ? query.forShare() : query.forUpdate()).first('*')
  if (!row || !assignmentsFor(by, 'count stock').some(({ unit }) => unit === row.unit_id)) throw noSuchCount()
  return row
}

export const noSuchCount = () => notFound('Không có lần kiểm kê này ở đơn vị của ông/bà.')

/** Throws conflict `count_closed` for one that is closed or was left, `count_too_old` for one that nobody closed in time. */
export function refuseFinished({ state, opened_at }: StockCountsRow, now: Date): void {
  if (state !== 'open') throw conflict('count_closed', 'Lần kiểm kê này đã xong. Xin mở lần mới.')
  if (opened_at < addMs(now, -longest))
    throw conflict('count_too_old', 'Lần kiểm kê này đã mở quá 2 giờ. Xin mở lần mới.')
}
