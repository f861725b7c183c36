import type { Knex } from 'knex'
import { texts } from '../platform/texts.ts'
import { checkBags } from './check-bags.ts'
import { checkCheckpoints } from './check-checkpoints.ts'
import type { ClockPolicy } from './check-clocks.ts'
import { checkHandovers } from './check-handovers.ts'
import { checkLog } from './check-log.ts'
import { checkParcel } from './check-parcel.ts'
import type { Verifier } from './note.ts'
import { readStored } from './read-stored.ts'

export type Verified = {
  parcels: number
  facts: number
  sheets: number
  bags: number
  leaves: number
  checkpoints: number
  faults: number
}

/**
 * Derives everything again from the facts, by other code than what wrote it (shared: the table of steps, the reading of
 * signed notes), and compares: chains, standings, presents, clocks of parcels, signed hand-over sheets, bags, the log and its
 * checkpoints. One snapshot, on two connections: the log beside all else. Constant memory. `keys`: those of the log (type 1)
 * and of its witnesses (type 4). Calls `report` with a sentence for each fault.
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
  return inSnapshot(db, null, async trx => {
    const { rows } = await trx.raw<{ rows: [{ snapshot: string }] }>('select pg_export_snapshot() as snapshot')
    const [things, log] = await Promise.all([
      checkThings(trx, count),
      inSnapshot(db, rows[0].snapshot, beside => checkProofs(beside, keys, count)),
    ])
    return { ...things, ...log, faults }
  })
}

/** As long as it takes; and no helpers of PostgreSQL's own, which for pages of a moment cost more than they bring. */
const settings = `set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0;
  set local max_parallel_workers_per_gather = 0; set local jit = off`

/** Reads the database as it is at one moment: that of the snapshot which another transaction holds, else now. */
const inSnapshot = <Read>(db: Knex, snapshot: string | null, read: (trx: Knex) => Promise<Read>): Promise<Read> =>
  db.transaction(
    async trx => {
      if (snapshot) await trx.raw(`set transaction snapshot '${snapshot}'`)
      await trx.raw(settings)
      return read(trx)
    },
    { isolationLevel: 'repeatable read', readOnly: true },
  )

async function checkThings(trx: Knex, report: (fault: string) => void) {
  const { parcels, facts } = await checkParcels(trx, report)
  const sheets = await checkHandovers(trx, report)
  return { parcels, facts, sheets, bags: await checkBags(trx, report) }
}

async function checkProofs(trx: Knex, keys: readonly Verifier[], report: (fault: string) => void) {
  const leaves = await checkLog(trx, report)
  return { leaves, checkpoints: await checkCheckpoints(trx, leaves, keys, report) }
}

async function checkParcels(trx: Knex, report: (fault: string) => void) {
  const policies = await trx('promise_policies')
    .whereNotIn('clock', ['processing', 'hand_back', 'refund'])
    .options({ types: texts })
    .select<ClockPolicy[]>('id', 'clock', 'amount', 'scope', 'excuses', 'valid_from', 'valid_to')
  const begun = await trx('standstills').whereNotNull('confirmed_at').options({ types: texts }).select('begins_at')
  const promises = { policies, standstills: begun.map(({ begins_at }) => String(begins_at)) }
  let [parcels, facts] = [0, 0]
  for await (const stored of readStored(trx)) {
    parcels++
    facts += stored.facts?.length ?? 0
    for (const fault of checkParcel(stored, promises)) report(fault)
  }
  return { parcels, facts }
}
