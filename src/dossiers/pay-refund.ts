import type { Knex } from 'knex'
import type { Doing } from '../custody/doing.ts'
import { notFound } from '../kit/errors.ts'
import { audit } from '../people/audit.ts'
import { visibleUnits } from '../people/may.ts'
import { settledUnit } from './acting-unit.ts'
import { alreadyRefunded } from './ask-refund.ts'
import { lockedDossier } from './queries.ts'
import { keepRefund, notPaid, paidToUs, refundOf } from './refund.ts'

/**
 * The counter gave the money back; `receipt` is the number of what the applicant signed. Once: throws conflict
 * `already_refunded`, `not_paid` where the delivery was taken back at which it had been paid, notFound where nothing is owed.
 */
export async function payRefund(db: Knex, reference: string, receipt: string, { by, now }: Doing): Promise<void> {
  await db.transaction(async trx => {
    const dossier = await lockedDossier(trx, reference, visibleUnits(by, 'refund'))
    settledUnit(by, 'refund', dossier)
    const { id: dossier_id } = dossier
    if ((await refundOf(trx, dossier_id))?.refunded_at === null && !(await paidToUs(trx, dossier))) throw notPaid()
    const paid = await trx('refunds')
      .where({ dossier_id })
      .whereNull('refunded_at')
      .update({ refunded_at: now, refunded_by: by.id, receipt })
    if (!paid) throw (await refundOf(trx, dossier_id)) ? alreadyRefunded() : notFound('Hồ sơ này không có khoản hoàn.')
    await keepRefund(trx, dossier, now)
    await audit(trx, { by, action: 'pay refund', subject: dossier.reference, detail: { receipt } }, now)
  })
}
