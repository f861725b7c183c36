import type { Knex } from 'knex'
import type { Fact, Present } from './fact.ts'
import type { History } from './history.ts'

export type Change = {
  parcel: { id: string; code: string } & History['thing']
  before: Present
  after: Present
  /** Its facts that now stand, in order: those recorded just now, or with `isWhole` all, as one came late or was taken back. */
  stands: readonly Fact[]
  isWhole: boolean
}

/**
 * What must follow from where parcels now are, in the scan's own transaction. It reconciles (upsert or withdraw) from
 * `after`, never "on event do", so that late facts and corrections need no special case.
 */
export type Consequence = (db: Knex, changes: readonly Change[], when: { now: Date }) => Promise<void>
