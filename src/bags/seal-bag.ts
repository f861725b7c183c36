import type { Knex } from 'knex'
import { conflict, type FieldError, forbidden, invalid } from '../kit/errors.ts'
import type { Actor } from '../people/actor.ts'
import { actingAt } from './bag-sides.ts'
import { lockedBag } from './locked-bag.ts'
import { policyOf } from './policy.ts'
import { sealNumber } from './seal-number.ts'

export type Seal = { code: string; seal?: string | undefined; weight_g?: number | undefined }

/**
 * Seals a bag: from now on nothing is added or struck, and it moves as one. Its row is locked, so that whoever packs at this
 * moment is in or too late. Throws invalid where the unit's policy asks for seal or weight, conflict `bag_not_open` and
 * `empty_bag`, notFound, forbidden to the other end.
 */
export async function sealBag(
  db: Knex,
  { code, seal, weight_g }: Seal,
  { by, now }: { by: Actor; now: Date },
): Promise<void> {
  await db.transaction(async trx => {
    const bag = await lockedBag(trx, code, by)
    if (!actingAt(by, [bag.made_unit])) throw forbidden('Chỉ nơi lập túi mới niêm phong được.')
    if (bag.state !== 'open') throw conflict('bag_not_open', 'Túi này đã niêm phong rồi.')
    const { needs_seal, needs_weight } = await policyOf(trx, bag.made_unit)
    const number = sealNumber(seal)
    const errors: FieldError[] = [
      ...(needs_seal && !number ? [{ pointer: '/seal', detail: 'Đơn vị này phải ghi số niêm phong.' }] : []),
      ...(needs_weight && !weight_g ? [{ pointer: '/weight_g', detail: 'Đơn vị này phải cân túi.' }] : []),
    ]
    if (errors.length) throw invalid(errors)
    if (!(await trx('bag_parcels').where({ bag_id: bag.id }).first('parcel_id')))
      throw conflict('empty_bag', 'Túi chưa có bưu gửi nào.')
    await trx('bags')
      .where({ id: bag.id })
      .update({ state: 'sealed', sealed_at: now, sealed_by: by.id, seal_number: number, weight_g: weight_g ?? null })
  })
}
