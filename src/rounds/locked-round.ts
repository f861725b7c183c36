import type { Knex } from 'knex'
import type { RoundsRow } from '../../db/tables.ts'

/** For who adds to it or reports of it: many may at once. For who closes it or takes it over: nobody else. */
type Lock = 'share' | 'update'

/** A round, its row locked until the transaction ends, whoever may see it; undefined where there is none. */
export const lockedRound = (trx: Knex, id: string, lock: Lock): Promise<RoundsRow | undefined> => {
  const query = trx('rounds').where({ id })
  return (lock === 'share' ? query.forShare() : query.forUpdate()).first('*')
}
