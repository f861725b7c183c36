import type { Knex } from 'knex'
import { reconcileDossierClocks } from './dossier-clocks.ts'

/** Money that a counter owes back for a dossier. */
export type Owed = {
  dossier_id: string
  /** The counter that took it, and whose hours count. */
  intake_unit: string
  due_since: Date
  refunded_at: Date | null
}

/** How long the applicant waits for their money: from the moment it was due until it was paid. */
export const reconcileRefundClocks = (db: Knex, owed: readonly Owed[], now: Date): Promise<void> =>
  reconcileDossierClocks(
    db,
    'refund',
    owed.map(({ dossier_id, intake_unit, due_since, refunded_at }) => ({
      dossier_id,
      unit_id: intake_unit,
      start: due_since,
      stopped_at: refunded_at,
    })),
    now,
  )
