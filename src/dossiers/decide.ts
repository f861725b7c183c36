import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import type { DossiersRow } from '../../db/tables.ts'
import type { Doing } from '../custody/doing.ts'
import { conflict } from '../kit/errors.ts'
import { visibleUnits } from '../people/may.ts'
import { type Acting, settledUnit } from './acting-unit.ts'
import { type DossierRow, lockedDossier } from './queries.ts'
import { handBackOf } from './reconcile-hand-back.ts'
import { reconcileProcessing } from './reconcile-processing.ts'
import { refundDue } from './refund-due.ts'
import { type Decision, decisions, type StoredStatus, statuses } from './status.ts'

/** What a decision changes of the dossier's own row. */
type Change = Partial<
  Pick<
    DossiersRow,
    | 'status'
    | 'accepted_at'
    | 'accepted_by'
    | 'due_typed'
    | 'condition'
    | 'official_code'
    | 'result_kind'
    | 'announced_at'
  >
>
/** The change, and what its event says beside what was asked. */
export type Decided = Change & { said?: Record<string, unknown> }

/**
 * Takes one decision about a dossier, in one transaction: the row is locked, the state must allow it, the change is
 * written with the event that says who and why, its clocks are reconciled, and what it makes due is owed back. A dossier of other units answers
 * notFound; a decision of the desk by another unit too. Throws conflict `wrong_state` with the state in words.
 */
export async function decide(
  db: Knex,
  reference: string,
  { decision, detail = {} }: { decision: Decision; detail?: Record<string, unknown> },
  doing: Doing,
  change: (trx: Knex, dossier: DossierRow, acting: Acting) => Promise<Decided>,
): Promise<void> {
  await db.transaction(async trx => {
    const dossier = await lockedDossier(trx, reference, visibleUnits(doing.by, decisions[decision].who))
    const acting = settledUnit(doing.by, decisions[decision].who, dossier)
    refuseState(dossier, decision)
    const { said, ...changed } = await change(trx, dossier, acting)
    await trx('dossiers')
      .where({ id: dossier.id })
      .update({ ...changed, version: dossier.version + 1 })
    await trx('dossier_events').insert({
      id: uuidv7(),
      dossier_id: dossier.id,
      kind: decision,
      at: doing.now,
      person_id: doing.by.id,
      unit_id: acting.unit,
      detail: { ...detail, ...said },
    })
    await reconcileProcessing(trx, dossier.id, doing.now)
    await refundDue(trx, { ...dossier, ...changed }, doing)
    await handBackOf(trx, [dossier.id], doing.now)
  })
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
