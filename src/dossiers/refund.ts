import type { Knex } from 'knex'
import type { RefundsRow } from '../../db/tables.ts'
import { conflict } from '../kit/errors.ts'
import { reconcileDossierClocks } from '../promises/dossier-clocks.ts'
import type { DossierRow } from './queries.ts'

/** What is owed back for a dossier, if anything, and whether it was paid. */
export const refundOf = (db: Knex, dossier_id: string): Promise<Refund | undefined> =>
  db('refunds')
    .leftJoin('people', 'people.id', 'refunds.refunded_by')
    .where({ dossier_id })
    .first(
      'state_amount',
      'postage_amount',
      'reason',
      'due_since',
      'refunded_at',
      'people.name as refunded_by',
      'receipt',
    )
export type Refund = Omit<RefundsRow, 'dossier_id' | 'asked_by'>

/** Reconciles the clock of the refund with what its row says. */
export async function keepRefund(
  trx: Knex,
  { id, intake_unit }: Pick<DossierRow, 'id' | 'intake_unit'>,
  now: Date,
): Promise<void> {
  const spans = await trx('refunds')
    .where({ dossier_id: id })
    .select('dossier_id', 'due_since as start', 'refunded_at as stopped_at')
  await reconcileDossierClocks(
    trx,
    'refund',
    spans.map(span => ({ ...span, unit_id: intake_unit })),
    now,
  )
}

/** Before that the state fee may still become due by the police's own decision, in the one refund there is. */
export const isRefundable = ({ status, accepted_at }: Pick<DossierRow, 'status' | 'accepted_at'>): boolean =>
  accepted_at !== null || status === 'refused' || status === 'withdrawn' || status === 'stopped'

type Payment = Pick<DossierRow, 'payer' | 'payment_when'>

/** At the counter its sender pays both; what a receiver or an agency pays comes later, or never to us. */
export const isPaidAtCounter = ({ payer, payment_when }: Payment): boolean =>
  payer === 'sender' && payment_when === 'counter'

type Amounts = Pick<DossierRow, 'state_fee_amount' | 'postage_amount'>

/** What was paid to us of each, null where nobody wrote down how much: at the counter both, at the door postage alone. */
export async function paidToUs(
  db: Knex,
  dossier: Payment & Amounts & Pick<DossierRow, 'id'>,
): Promise<Record<'state_amount' | 'postage_amount', number | null> | null> {
  const { state_fee_amount: state_amount, postage_amount } = dossier
  if (isPaidAtCounter(dossier)) return { state_amount, postage_amount }
  if (dossier.payer !== 'recipient' || dossier.payment_when !== 'delivery') return null
  const delivered = await db('parcel_contents')
    .join('parcel_presents', 'parcel_presents.parcel_id', 'parcel_contents.parcel_id')
    .where({ dossier_id: dossier.id, last_step: 'deliver', is_over: true })
    .first('dossier_id')
  return delivered ? { state_amount: 0, postage_amount } : null
}

export const notPaid = () => conflict('not_paid', 'Bưu điện chưa thu tiền của người nộp cho hồ sơ này.')
