import type { Knex } from 'knex'
import { clockOf, hasTarget } from './clock-of.ts'
import { type Policy, policiesOf } from './policies.ts'
import { reconcileClocks } from './reconcile-clocks.ts'

/** The time of a dossier that one unit answers for, and by whose hours it is counted. */
export type DossierSpan = {
  dossier_id: string
  unit_id: string
  start: Date
  stopped_at: Date | null
}

/**
 * Reconciles a clock that runs for dossiers, not for what they lie in: `hand_back`, how long the police keep an announced
 * result before it leaves their desk; `refund`, how long applicants wait for money that is owed to them.
 */
export async function reconcileDossierClocks(
  db: Knex,
  clock: Extract<Policy['clock'], 'hand_back' | 'refund'>,
  spans: readonly DossierSpan[],
  now: Date,
): Promise<void> {
  if (!spans.length) return
  const policies = (await policiesOf(db, clock)).filter(hasTarget)
  const wanted = spans.flatMap(({ dossier_id, unit_id, start, stopped_at }) =>
    policies.map(policy => clockOf(policy, { subject: { dossier_id }, unit_id, keeper: unit_id, start, stopped_at })),
  )
  await reconcileClocks(db, wanted, now)
}
