import type { Knex } from 'knex'
import { clockOf, hasTarget } from './clock-of.ts'
import { policiesOf } from './policies.ts'
import { reconcileClocks } from './reconcile-clocks.ts'

/** A dossier whose result the post shall bring home. */
export type Announced = {
  dossier_id: string
  desk_id: string
  announced_at: Date
  /** When its result first left the desk. */
  left_at: Date | null
}

/** How long the police keep an announced result before the post has it. */
export async function reconcileHandBackClocks(db: Knex, dossiers: readonly Announced[], now: Date): Promise<void> {
  if (!dossiers.length) return
  const policies = (await policiesOf(db, 'hand_back')).filter(hasTarget)
  const wanted = dossiers.flatMap(({ dossier_id, desk_id, announced_at, left_at }) =>
    policies.map(policy =>
      clockOf(policy, {
        subject: { dossier_id },
        unit_id: desk_id,
        keeper: desk_id,
        start: announced_at,
        stopped_at: left_at,
      }),
    ),
  )
  await reconcileClocks(db, wanted, now)
}
