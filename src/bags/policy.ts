import type { Knex } from 'knex'
import type { BagPoliciesRow } from '../../db/tables.ts'

export type Policy = Pick<BagPoliciesRow, 'needs_seal' | 'needs_weight' | 'weight_tolerance_g'>

/** A unit that has said nothing: seal and weight are optional (custody: “optional per policy”). */
const usual: Policy = { needs_seal: false, needs_weight: false, weight_tolerance_g: 100 }

/** What a unit has to say of the bags that it seals. */
export const policyOf = async (db: Knex, unit_id: string): Promise<Policy> =>
  (await db('bag_policies').where({ unit_id }).first('needs_seal', 'needs_weight', 'weight_tolerance_g')) ?? usual
