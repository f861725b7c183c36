import type { Knex } from 'knex'
import type { Doing } from '../custody/doing.ts'
import type { DossierRow } from './queries.ts'
import { isPaidAtCounter, keepRefund } from './refund.ts'
import type { StoredStatus } from './status.ts'

/** Where the police never took the dossier on, by its own end. */
const ended: Partial<Record<StoredStatus, string>> = {
  refused: 'Công an từ chối tiếp nhận hồ sơ.',
  withdrawn: 'Rút hồ sơ trước khi công an tiếp nhận.',
}

type Paid = Pick<
  DossierRow,
  'id' | 'intake_unit' | 'status' | 'accepted_at' | 'payer' | 'payment_when' | 'state_fee_amount'
>

/**
 * The state fee is owed back by the decision itself that ends a dossier before the police accepted it, where the counter took
 * it from the applicant. Postage is other money: that way was gone.
 */
export async function refundDue(trx: Knex, dossier: Paid, { by, now }: Doing): Promise<void> {
  const reason = ended[dossier.status]
  if (!reason || dossier.accepted_at || !isPaidAtCounter(dossier) || !dossier.state_fee_amount) return
  const { id: dossier_id, state_fee_amount: state_amount } = dossier
  await trx('refunds').insert({ dossier_id, state_amount, reason, due_since: now, asked_by: by.id })
  await keepRefund(trx, dossier, now)
}
