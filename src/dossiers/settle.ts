import type { Knex } from 'knex'
import type { Doing } from '../custody/doing.ts'
import { invalid } from '../kit/errors.ts'
import { type IsoDate, localDate } from '../kit/time.ts'
import { refuseAbsent } from './accept-dossier.ts'
import { decide } from './decide.ts'
import type { resultKinds } from './options.ts'

/** The desk refuses to take the dossier on (form 03). Throws conflict `not_at_desk` while it was not scanned in, else as `decide`. */
export const refuseDossier = (db: Knex, reference: string, reason: string, doing: Doing): Promise<void> =>
  decide(db, reference, { decision: 'refusal', detail: { reason } }, doing, async (trx, dossier) => {
    await refuseAbsent(trx, dossier)
    return { status: 'refused' }
  })

/** The desk stops a dossier it had accepted (form 05 of 2025). */
export const stopDossier = (db: Knex, reference: string, reason: string, doing: Doing): Promise<void> =>
  decide(db, reference, { decision: 'stop', detail: { reason } }, doing, async () => ({ status: 'stopped' }))

/** The desk apologises and sets another day (form 04): the day it had promised stays in the event. */
export async function extendDossier(
  db: Knex,
  reference: string,
  { reason, due }: { reason: string; due: IsoDate },
  doing: Doing,
): Promise<void> {
  if (due < localDate(doing.now)) throw invalid([{ pointer: '/due', detail: 'Ngày hẹn lại không thể ở quá khứ.' }])
  await decide(db, reference, { decision: 'extension', detail: { reason, due } }, doing, async () => ({
    due_typed: due,
  }))
}

/** The result is there, granted or refused: the statutory clock stops, the envelope can be made. */
export const announceResult = (
  db: Knex,
  reference: string,
  { kind, papers }: { kind: keyof typeof resultKinds; papers: string[] },
  doing: Doing,
): Promise<void> =>
  decide(db, reference, { decision: 'result', detail: { papers } }, doing, async () => ({
    status: 'result_announced',
    result_kind: kind,
    announced_at: doing.now,
  }))
