import type { Knex } from 'knex'
import { texts } from '../platform/texts.ts'
import { checkCheckpoints } from './check-checkpoints.ts'
import type { DeliveryPolicy } from './check-clocks.ts'
import { checkHandovers } from './check-handovers.ts'
import { checkLog } from './check-log.ts'
import { checkParcel } from './check-parcel.ts'
import type { Verifier } from './note.ts'
import { readStored } from './read-stored.ts'

export type Verified = {
  parcels: number
  facts: number
  sheets: number
  leaves: number
  checkpoints: number
  faults: number
}

/**
 * Derives everything again from the facts, by other code than what wrote it (shared: the table of steps, the reading of
 * signed notes), and compares: chains, standings, presents, delivery clocks, signed hand-over sheets, the log and its checkpoints. One snapshot, constant memory.
 * `keys`: those of the log (type 1) and of its witnesses (type 4). Calls `report` with a sentence for each fault.
 */
export async function verifyDatabase(
  db: Knex,
  keys: readonly Verifier[],
  report: (fault: string) => void,
): Promise<Verified> {
  let faults = 0
  const count = (fault: string) => {
    faults++
    report(fault)
  }
  const snapshot = { isolationLevel: 'repeatable read', readOnly: true } as const
  return db.transaction(async trx => {
    await trx.raw('set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0')
    const { parcels, facts } = await checkParcels(trx, count)
    const sheets = await checkHandovers(trx, count)
    const leaves = await checkLog(trx, count)
    const checkpoints = await checkCheckpoints(trx, leaves, keys, count)
    return { parcels, facts, sheets, leaves, checkpoints, faults }
  }, snapshot)
}

async function checkParcels(trx: Knex, report: (fault: string) => void) {
  const policies = await trx('promise_policies')
    .where({ clock: 'delivery' })
    .options({ types: texts })
    .select<DeliveryPolicy[]>('id', 'amount', 'valid_from', 'valid_to')
  let [parcels, facts] = [0, 0]
  for await (const stored of readStored(trx)) {
    parcels++
    facts += stored.facts.length
    for (const fault of checkParcel(stored, policies)) report(fault)
  }
  return { parcels, facts }
}
