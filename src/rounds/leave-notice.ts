import type { Knex } from 'knex'
import type { Doing } from '../custody/doing.ts'
import type { leftWith } from '../custody/reasons.ts'
import { recordScans } from '../custody/record-scans.ts'
import { scanNow } from '../custody/scan.ts'
import { notFound } from '../kit/errors.ts'
import { visibleUnits } from '../people/may.ts'
import { comingParcels } from './coming-parcels.ts'
import { lockParcels } from './lock-parcels.ts'
import { noticesFor } from './notices-for.ts'

type Notice = { code: string; left_with: keyof typeof leftWith }

/**
 * A clerk invites the receiver of what lies at the office; which notice it is follows from those before. Answers its
 * number. Throws notFound for what is elsewhere, and conflict as `noticeNumber` does.
 */
export async function leaveNotice(db: Knex, { code, left_with }: Notice, doing: Doing): Promise<1 | 2> {
  return db.transaction(async trx => {
    await lockParcels(trx, [code])
    const [parcel] = await comingParcels(trx, { codes: [code] })
    const units = visibleUnits(doing.by, 'hand out')
    const unit = parcel?.holder_kind === 'post_office' ? parcel.holder_unit : null
    if (!parcel || !unit || !(units === 'all' || units.includes(unit)) || parcel.destination_kind !== 'recipient')
      throw notFound('Không có bưu gửi này tại quầy của ông/bà.')
    const number = (await noticesFor(trx, [parcel], doing.now)).get(parcel.id) ?? 1
    const scan = scanNow({ step: 'invite', code, by: doing.by, unit, detail: { number, left_with } }, doing.now)
    await recordScans(trx, [scan], doing)
    return number
  })
}
