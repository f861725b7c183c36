import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import type { BagsRow } from '../../db/tables.ts'
import type { HandedParcel } from '../handovers/handed-parcels.ts'
import { policyOf } from './policy.ts'

type Difference = { kind: 'short' | 'over' | 'seal' | 'weight'; parcel_id: string | null }

/** Opens what both ends have to explain: what was listed and not found, found and not listed, another seal, another weight. */
export async function openDifferences(
  trx: Knex,
  bag_id: string,
  found: readonly HandedParcel[],
  opened_at: Date,
): Promise<void> {
  const bag = await trx('bags').where({ id: bag_id }).first('*')
  const listed = await trx('bag_parcels').where({ bag_id }).pluck('parcel_id')
  const here = found.map(({ id }) => id)
  const differences: Difference[] = [
    ...listed.filter(id => !here.includes(id)).map(parcel_id => ({ kind: 'short' as const, parcel_id })),
    ...here.filter(id => !listed.includes(id)).map(parcel_id => ({ kind: 'over' as const, parcel_id })),
    ...(bag ? await ofTheBag(trx, bag) : []),
  ]
  if (!differences.length) return
  await trx('bag_differences').insert(differences.map(one => ({ ...one, id: uuidv7(), bag_id, opened_at })))
}

/** A seal that was put on and not found differs too; a weight only where both were taken. */
async function ofTheBag(trx: Knex, bag: BagsRow): Promise<Difference[]> {
  const { weight_tolerance_g } = await policyOf(trx, bag.made_unit)
  const gap = bag.weight_g && bag.found_weight_g ? Math.abs(bag.weight_g - bag.found_weight_g) : 0
  return [
    ...(bag.seal_number === bag.found_seal ? [] : [{ kind: 'seal' as const, parcel_id: null }]),
    ...(gap > weight_tolerance_g ? [{ kind: 'weight' as const, parcel_id: null }] : []),
  ]
}
