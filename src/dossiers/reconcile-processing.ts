import type { Knex } from 'knex'
import { localDate } from '../kit/time.ts'
import { procedureById } from '../procedures/queries.ts'
import { reconcileProcessingClock } from '../promises/processing-clock.ts'
import { settled } from './status.ts'

/** Reconciles the statutory clock with what the dossier says, and keeps the due date it gives on the dossier. */
export async function reconcileProcessing(db: Knex, dossierId: string, now: Date): Promise<void> {
  const dossier = await db('dossiers').where({ id: dossierId }).first()
  if (!dossier?.accepted_at) return
  const supplements = await db('supplement_requests')
    .where({ dossier_id: dossierId })
    .orderBy('number')
    .select('requested_at', 'requested_by', 'received_at')
  const procedure = await procedureById(db, dossier.procedure_id)
  const due_at = await reconcileProcessingClock(
    db,
    {
      dossier_id: dossierId,
      desk_id: dossier.desk_id,
      accepted_at: dossier.accepted_at,
      due_on: dossier.due_typed,
      working_days: procedure.working_days,
      stopped_at: settled.includes(dossier.status) ? (dossier.announced_at ?? now) : null,
      waits: supplements.map(wait => ({
        from: wait.requested_at,
        until: wait.received_at ?? (dossier.status === 'supplement_requested' ? null : now),
        by: wait.requested_by,
      })),
    },
    now,
  )
  await db('dossiers')
    .where({ id: dossierId })
    .update({ due_on: due_at && localDate(due_at) })
}
