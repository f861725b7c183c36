import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import type { Doing } from '../custody/doing.ts'
import { conflict, notFound } from '../kit/errors.ts'
import { visibleUnits } from '../people/may.ts'
import { type DossierRow, lockedDossier } from './queries.ts'
import { reconcileProcessing } from './reconcile-processing.ts'
import { type Decision, decisions, type StoredStatus, statuses } from './status.ts'

export type Decided = { status?: StoredStatus; [column: string]: unknown }

/**
 * Takes one decision about a dossier, in one transaction: the row is locked, the state must allow it, the change is
 * written with the event that says who and why, and the statutory clock is reconciled. A dossier of other units answers
 * notFound; a decision of the desk by another unit too. Throws conflict `wrong_state` with the state in words.
 */
export async function decide(
  db: Knex,
  reference: string,
  { decision, detail = {} }: { decision: Decision; detail?: Record<string, unknown> },
  doing: Doing,
  change: (trx: Knex, dossier: DossierRow) => Promise<Decided>,
): Promise<void> {
  await db.transaction(async trx => {
    const dossier = await lockedDossier(trx, reference, visibleUnits(doing.by, 'read dossiers'))
    refuseStrangers(dossier, decision, doing)
    refuseState(dossier, decision)
    const changed = await change(trx, dossier)
    await trx('dossiers')
      .where({ id: dossier.id })
      .update({ ...changed, version: dossier.version + 1 })
    const unit_id = doing.by.assignments.find(({ unit }) => unit)?.unit ?? null
    await trx('dossier_events').insert({
      id: uuidv7(),
      dossier_id: dossier.id,
      kind: decision,
      at: doing.now,
      person_id: doing.by.id,
      unit_id,
      detail,
    })
    await reconcileProcessing(trx, dossier.id, doing.now)
  })
}

function refuseStrangers({ desk_id }: DossierRow, decision: Decision, { by }: Doing) {
  const isDesk = by.assignments.some(({ role, unit }) => role === 'officer' && unit === desk_id)
  if (decisions[decision].by === 'desk' && !isDesk) throw notFound('Không có hồ sơ này ở đơn vị của ông/bà.')
}

function refuseState({ status, returned_at }: DossierRow, decision: Decision) {
  const { from, label } = decisions[decision]
  const isFrom = (from as readonly StoredStatus[]).includes(status)
  if (isFrom && !returned_at) return
  throw conflict(
    'wrong_state',
    `Không thể “${label}” khi hồ sơ đang ở trạng thái “${statuses[returned_at ? 'returned' : status]}”.`,
  )
}
