import type { Knex } from 'knex'
import type { Doing } from '../custody/doing.ts'
import { lockParcels } from '../custody/lock-parcels.ts'
import { reconsider } from '../custody/reconsider.ts'
import { conflict, forbidden } from '../kit/errors.ts'
import { arrivals } from './arrivals.ts'
import { listedCodes } from './listed-codes.ts'
import { lockedHandover } from './locked-handover.ts'
import { bothSides, speaksFor } from './sides.ts'

/**
 * The giver, or a supervisor of theirs, takes a released sheet back, with a reason; the number stays used. Throws notFound,
 * forbidden for the taker, conflict `not_waiting` once it is signed or cancelled, `taken_already` when the taker has
 * scanned some of it.
 */
export async function cancelHandover(
  db: Knex,
  { id, reason }: { id: string; reason: string },
  doing: Doing,
): Promise<void> {
  const { by, now } = doing
  await db.transaction(async trx => {
    const codes = await listedCodes(trx, id)
    await lockParcels(trx, codes)
    const sheet = await lockedHandover(trx, id, by)
    if (!speaksFor(by, bothSides(sheet).giver)) throw forbidden('Chỉ bên giao mới hủy được bảng này.')
    if (sheet.state !== 'released') throw conflict('not_waiting', 'Bảng này không còn chờ bên nhận.')
    const parcels = await trx('handover_parcels').where({ handover_id: id }).pluck('parcel_id')
    if ((await arrivals(trx, sheet, { parcels })).size)
      throw conflict('taken_already', 'Bên nhận đã quét bưu gửi trong bảng. Xin để bên nhận ký.')
    await trx('handovers')
      .where({ id })
      .update({ state: 'cancelled', cancelled_at: now, cancelled_by: by.id, cancelled_reason: reason })
    if (sheet.giver_kind === 'police_unit') await reconsider(trx, codes, doing)
  })
}
