import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import type { Doing } from '../custody/doing.ts'
import { invalid } from '../kit/errors.ts'
import { type IsoDate, localDate } from '../kit/time.ts'
import { refuseAbsent } from './accept-dossier.ts'
import { decide } from './decide.ts'

export type SupplementRequest = { items: string[]; reason: string; until: IsoDate }

/**
 * The desk asks for what is missing (form 02); the statutory clock stands still until it comes. Throws invalid for a day
 * gone by, conflict `not_at_desk` for what the desk has not, else as `decide`.
 */
export async function requestSupplement(
  db: Knex,
  reference: string,
  { items, reason, until }: SupplementRequest,
  doing: Doing,
): Promise<void> {
  if (until < localDate(doing.now)) throw invalid([{ pointer: '/until', detail: 'Hạn bổ sung không thể ở quá khứ.' }])
  await decide(db, reference, { decision: 'supplement_request', detail: { until } }, doing, async (trx, dossier) => {
    const { id } = dossier
    await refuseAbsent(trx, dossier)
    const earlier = await trx('supplement_requests').where({ dossier_id: id }).count({ n: '*' })
    const number = Number(earlier[0]?.['n'] ?? 0) + 1
    await trx('supplement_requests').insert({
      id: uuidv7(),
      dossier_id: id,
      number,
      items,
      reason,
      until,
      requested_at: doing.now,
      requested_by: doing.by.id,
    })
    return { status: 'supplement_requested' }
  })
}

/** What was missing has come: the dossier is again where it was, and the clock goes on. */
export async function receiveSupplement(db: Knex, reference: string, doing: Doing): Promise<void> {
  await decide(db, reference, { decision: 'supplement' }, doing, async (trx, { id, accepted_at }) => {
    await trx('supplement_requests')
      .where({ dossier_id: id })
      .whereNull('received_at')
      .update({ received_at: doing.now, received_by: doing.by.id })
    return { status: accepted_at ? 'accepted' : 'taken_in' }
  })
}
