import type { Knex } from 'knex'
import type { Doing } from '../custody/doing.ts'
import { lockParcels } from '../custody/lock-parcels.ts'
import { conflict, notFound } from '../kit/errors.ts'
import { assignmentsFor, visibleUnits } from '../people/may.ts'
import { retryClashes } from '../platform/retry.ts'
import { type Coming, comingParcels, waitsAt } from './coming-parcels.ts'
import { recordReport } from './record-report.ts'
import type { Report } from './report.ts'
import { stopsFor } from './stops-for.ts'
import { wasToldBefore } from './told-before.ts'

/**
 * A receiver fetches what waits at the counter: delivered by the clerk with the same proof as at a door. Sent again it changes
 * nothing. Throws notFound for what is not at the clerk's office, conflict `other_receiver`, and what `recordReport` does.
 */
export async function handOut(db: Knex, codes: readonly string[], taking: Report, doing: Doing): Promise<void> {
  const report = { ...taking, codes: [...codes] }
  await retryClashes(() =>
    db.transaction(async trx => {
      if (await wasToldBefore(trx, { report, round: null }, doing)) return
      await lockParcels(trx, codes)
      const parcels = await comingParcels(trx, { codes })
      const unit = officeOf(codes, parcels, doing)
      if (new Set(stopsFor([], parcels)).size > 1)
        throw conflict('other_receiver', 'Các bưu gửi này có người nhận khác nhau. Xin giao từng người.')
      // In no other capacity: what one who is courier too hands out here is no money of a round.
      const by = { ...doing.by, assignments: assignmentsFor(doing.by, 'hand out') }
      await recordReport(trx, { report, parcels, unit, round: null, closed_at: null }, { ...doing, by })
    }),
  )
}

function officeOf(codes: readonly string[], parcels: readonly Coming[], { by }: Doing): string {
  const units = visibleUnits(by, 'hand out')
  const [first] = parcels
  if (!first?.holder_unit || parcels.length < new Set(codes).size || !parcels.every(one => waitsAt(one, units)))
    throw notFound('Không có bưu gửi này tại quầy của ông/bà.')
  return first.holder_unit
}
