import type { Knex } from 'knex'
import { clockOf, hasTarget } from './clock-of.ts'
import { policiesOf } from './policies.ts'
import { reconcileClocks } from './reconcile-clocks.ts'

/** Money that a counter owes back for a dossier. */
export type Owed = {
  dossier_id: string
  /** The counter that took it, and whose hours count. */
  intake_unit: string
  due_since: Date
  refunded_at: Date | null
}

/** How long the applicant waits for their money: from the moment it was due until it was paid. */
export async function reconcileRefundClocks(db: Knex, owed: readonly Owed[], now: Date): Promise<void> {
  const policies = (await policiesOf(db, 'refund')).filter(hasTarget)
  const wanted = owed.flatMap(({ dossier_id, intake_unit, due_since, refunded_at }) =>
    policies.map(policy =>
      clockOf(policy, {
        subject: { dossier_id },
        unit_id: intake_unit,
        keeper: intake_unit,
        start: due_since,
        stopped_at: refunded_at,
      }),
    ),
  )
  await reconcileClocks(db, wanted, now)
}
