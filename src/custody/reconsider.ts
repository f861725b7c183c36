import type { Knex } from 'knex'
import { changeOf } from './change-of.ts'
import type { Doing } from './doing.ts'
import { lockHistories } from './history.ts'

/** Newer than every fact: none has to be read. */
const now = { effective_at: new Date(8.64e15), corrects: null }

/**
 * Reconciles what follows from where parcels are, because something beside their facts has changed. Call it in the
 * transaction of that change; it locks the parcels as scans do.
 */
export async function reconsider(
  trx: Knex,
  codes: readonly string[],
  when: Pick<Doing, 'now' | 'consequences'>,
): Promise<void> {
  const histories = await lockHistories(
    trx,
    codes.map(code => ({ code, ...now })),
  )
  const changes = [...histories.values()].map(history => changeOf(history, history.present))
  for (const consequence of changes.length ? when.consequences : []) await consequence(trx, changes, when)
}
