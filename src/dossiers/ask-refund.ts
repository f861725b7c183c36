import type { Knex } from 'knex'
import type { z } from 'zod'
import type { Doing } from '../custody/doing.ts'
import { conflict, type FieldError, invalid } from '../kit/errors.ts'
import { dong } from '../kit/money.ts'
import { audit } from '../people/audit.ts'
import { visibleUnits } from '../people/may.ts'
import { settledUnit } from './acting-unit.ts'
import { type DossierRow, lockedDossier } from './queries.ts'
import { isRefundable, keepRefund, notPaid, paidToUs, refundOf } from './refund.ts'
import type { refundRequest } from './schemas.ts'

/** Of the state fee and of the postage, each for itself; at least one. */
export type Asked = z.output<typeof refundRequest>

/**
 * A clerk of the counter that took the money asks that it be paid back, or adds what is not yet part of a refund that waits.
 * Throws invalid where more is asked than is known to be paid; conflict `too_early` before the police accepted or refused the
 * dossier, `not_paid` where nobody paid us yet, `already_asked`, `already_refunded`.
 */
export async function askRefund(db: Knex, reference: string, asked: Asked, doing: Doing): Promise<void> {
  const { by, now } = doing
  await db.transaction(async trx => {
    const dossier = await lockedDossier(trx, reference, visibleUnits(by, 'refund'))
    settledUnit(by, 'refund', dossier)
    refuseEarly(dossier)
    refuseTooMuch(asked, await paidToUs(trx, dossier))
    await put(trx, dossier.id, asked, doing)
    await keepRefund(trx, dossier, now)
    const { reason: _, ...detail } = asked
    await audit(trx, { by, action: 'ask refund', subject: dossier.reference, detail }, now)
  })
}

function refuseEarly(dossier: DossierRow) {
  if (isRefundable(dossier)) return
  throw conflict(
    'too_early',
    'Công an chưa tiếp nhận hay từ chối hồ sơ này. Khi đó, hoặc khi rút hồ sơ, mới ghi hoàn tiền.',
  )
}

function refuseTooMuch(asked: Asked, most: Awaited<ReturnType<typeof paidToUs>>) {
  if (!most) throw notPaid()
  const errors = (['state_amount', 'postage_amount'] as const).flatMap((name): FieldError[] => {
    const [paid, wanted] = [most[name], asked[name] ?? 0]
    if (wanted === 0 || (paid !== null && wanted <= paid)) return []
    const detail = paid === null ? 'Chưa ghi đã thu khoản này.' : `Nhiều hơn số đã thu: ${dong(paid)}.`
    return [{ pointer: `/${name}`, detail }]
  })
  if (errors.length) throw invalid(errors)
}

async function put(trx: Knex, dossier_id: string, asked: Asked, { by, now }: Doing) {
  const { state_amount = null, postage_amount = null, reason } = asked
  const known = await refundOf(trx, dossier_id)
  if (!known)
    return trx('refunds').insert({ dossier_id, state_amount, postage_amount, reason, due_since: now, asked_by: by.id })
  if (known.refunded_at) throw alreadyRefunded()
  if ((state_amount && known.state_amount) || (postage_amount && known.postage_amount))
    throw conflict('already_asked', 'Khoản này đã được ghi hoàn, đang chờ trả cho người nộp.')
  return trx('refunds')
    .where({ dossier_id })
    .update({
      state_amount: known.state_amount ?? state_amount,
      postage_amount: known.postage_amount ?? postage_amount,
      reason: `${known.reason} ${reason}`,
    })
}

export const alreadyRefunded = () => conflict('already_refunded', 'Tiền của hồ sơ này đã được hoàn.')
