import type { Knex } from 'knex'
import { reconcileDossierClocks } from './dossier-clocks.ts'

/** A dossier whose result the post shall bring home. */
export type Announced = {
  dossier_id: string
  desk_id: string
  announced_at: Date
  /** When its result first left the desk. */
  left_at: Date | null
}

/** How long the police keep an announced result before the post has it. */
export const reconcileHandBackClocks = (db: Knex, dossiers: readonly Announced[], now: Date): Promise<void> =>
  reconcileDossierClocks(
    db,
    'hand_back',
    dossiers.map(({ dossier_id, desk_id, announced_at, left_at }) => ({
      dossier_id,
      unit_id: desk_id,
      start: announced_at,
      stopped_at: left_at,
    })),
    now,
  )
