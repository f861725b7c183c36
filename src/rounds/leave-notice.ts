import type { Knex } from 'knex'
import type { Doing } from '../custody/doing.ts'
import { lockParcels } from '../custody/lock-parcels.ts'
import type { leftWith } from '../custody/reasons.ts'
import { recordScans } from '../custody/record-scans.ts'
import { isAmiss, scanNow } from '../custody/scan.ts'
import { conflict, notFound } from '../kit/errors.ts'
import { visibleUnits } from '../people/may.ts'
import { comingParcels, waitsAt } from './coming-parcels.ts'
import { noticesFor } from './notices-for.ts'

type Notice = { code: string; left_with: keyof typeof leftWith }

/**
 * A clerk invites the receiver of what lies at the office; which notice it is follows from those before. Answers its
 * number. Throws notFound for what is elsewhere, conflict as `noticeNumber` does, and
 * `not_invited` where the scan does not stand.
 */
export async function leaveNotice(db: Knex, { code, left_with }: Notice, doing: Doing): Promise<1 | 2> {
  return db.transaction(async trx => {
    await lockParcels(trx, [code])
    const [parcel] = await comingParcels(trx, { codes: [code] })
    if (!parcel?.holder_unit || !waitsAt(parcel, visibleUnits(doing.by, 'hand out')))
      throw notFound('Không có bưu gửi này tại quầy của ông/bà.')
    const number = (await noticesFor(trx, [parcel], doing.now)).get(parcel.id) ?? 1
    const said = {
      step: 'invite',
      code,
      by: doing.by,
      unit: parcel.holder_unit,
      detail: { number, left_with },
    } as const
    const [verdict] = await recordScans(trx, [scanNow(said, doing.now)], doing)
    if (!verdict || isAmiss(verdict))
      throw conflict('not_invited', verdict?.message ?? 'Bưu gửi này cần xem xét trước.')
    return number
  })
}
