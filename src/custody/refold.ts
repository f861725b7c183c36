import type { Knex } from 'knex'
import { changeOf } from './change-of.ts'
import type { Doing } from './doing.ts'
import { foldHistory, lockHistories } from './history.ts'
import { writeHistories } from './write-histories.ts'

/** Older than every fact: whatever comes then needs the whole history. */
const first = { effective_at: new Date(0), corrects: null }

/**
 * Folds a parcel's facts anew, because what is known of the parcel itself has changed: standings, present, reviews, and
 * what follows from them. Call it in the transaction that changed the parcel.
 */
export async function refold(
  trx: Knex,
  code: string,
  { now, consequences }: Pick<Doing, 'now' | 'consequences'>,
): Promise<void> {
  const history = (await lockHistories(trx, [{ code, ...first }])).get(code)
  if (!history) return
  const { present, standings } = history
  foldHistory(history)
  await writeHistories(trx, [], [{ history, standingsBefore: standings }], now)
  const changes = [changeOf(history, present)]
  for (const consequence of consequences) await consequence(trx, changes, { now })
}
