import type { Knex } from 'knex'
import type { Doing } from '../custody/doing.ts'
import { lockParcels } from '../custody/lock-parcels.ts'
import { type HandedParcel, parcelsByCodes, uniqueCodes } from '../handovers/handed-parcels.ts'
import type { Acting } from '../handovers/sides.ts'
import { conflict, forbidden } from '../kit/errors.ts'
import { actingAt, openingUnits } from './bag-sides.ts'
import { type LockedBag, lockedBag } from './locked-bag.ts'
import { openDifferences } from './open-differences.ts'
import { sealNumber } from './seal-number.ts'
import { takeOut } from './take-out.ts'

export type Opening = {
  code: string
  codes: readonly string[]
  seal?: string | undefined
  weight_g?: number | undefined
}

/**
 * Opens a bag by a blind count: `codes` is what was found in it, seal and weight are as they were found. What was found is
 * with whoever opens it; what is short or over, and a seal or weight that differs, become differences for both ends (custody:
 * “bags”). Throws invalid that names codes nobody knows, conflict `bag_not_sealed` and `bag_opened`, notFound, forbidden.
 */
export async function openBag(db: Knex, { code, codes, seal, weight_g }: Opening, doing: Doing): Promise<void> {
  const found = uniqueCodes(codes)
  await db.transaction(async trx => {
    const listed = await contentsOf(trx, code)
    await lockParcels(trx, [...listed, ...found])
    const bag = await lockedBag(trx, code, doing.by)
    const acting = openerOf(bag, doing)
    const parcels = await parcelsByCodes(trx, found)
    await writeOpening(trx, bag, { acting, found_seal: sealNumber(seal), found_weight_g: weight_g ?? null }, doing)
    await takeOut(trx, { bag, parcels, acting }, doing)
    await settleContents(trx, bag.id, parcels)
    await openDifferences(trx, bag.id, parcels, doing.now)
  })
}

/** Frozen at the seal: no lock is needed to read them. */
const contentsOf = (trx: Knex, code: string): Promise<string[]> =>
  trx('bags')
    .join('bag_parcels', 'bag_parcels.bag_id', 'bags.id')
    .join('parcels', 'parcels.id', 'bag_parcels.parcel_id')
    .where('bags.code', code)
    .pluck('parcels.code')

/** Possession wins: whoever has the bag may open it, and where it is bound it may be opened before anybody scanned it there. */
function openerOf(bag: LockedBag, { by }: Doing): Acting {
  const acting = actingAt(by, openingUnits(bag))
  if (!acting) throw forbidden('Chỉ nơi nhận túi mới mở được.')
  if (bag.state === 'opened') throw conflict('bag_opened', 'Túi này đã mở rồi.')
  if (bag.state === 'open') throw conflict('bag_not_sealed', 'Túi này chưa niêm phong.')
  return acting
}

type Found = { acting: Acting; found_seal: string | null; found_weight_g: number | null }

const writeOpening = (trx: Knex, { id }: LockedBag, { acting, ...found }: Found, { by, now }: Doing) =>
  trx('bags')
    .where({ id })
    .update({ state: 'opened', opened_at: now, opened_by: by.id, opened_unit: acting.side.unit, ...found })

async function settleContents(trx: Knex, bag_id: string, found: readonly HandedParcel[]) {
  const ids = found.map(({ id }) => id)
  await trx('bag_parcels')
    .where({ bag_id })
    .update({ is_inside: false, is_found: trx.raw('parcel_id = any(?::uuid[])', [ids]) })
}
