import type { Knex } from 'knex'
import type { RefundsRow } from '../../db/tables.ts'
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

/** Whether somebody has paid us: at the counter, or at the door once the papers were handed over. An agency pays by the month. */
export const isPaid = ({
  payer,
  payment_when,
  returned_at,
}: Pick<DossierRow, 'payer' | 'payment_when' | 'returned_at'>): boolean =>
  payer !== 'agency' && (payment_when === 'counter' || (payment_when === 'delivery' && returned_at !== null))
