import type { Knex } from 'knex'
import { z } from 'zod'
import type { MessagesRow } from '../../db/tables.ts'
import { notFound } from '../kit/errors.ts'
import { line, oneOf } from '../kit/fields.ts'
import { addMs, hour } from '../kit/time.ts'
import type { Actor } from '../people/actor.ts'
import { ofUnits, unitsOf } from './call-list.ts'
import { endOlder } from './end-outdated.ts'
import { callOutcomes, type OwnTrouble } from './options.ts'

/** What a clerk says of a call. */
export const callOutcome = z.strictObject({
  outcome: oneOf(callOutcomes, 'Xin chọn đã gọi được hay chưa.'),
  note: line(200).optional(),
})
export type CallOutcome = z.output<typeof callOutcome>

/** So often it is tried; then a supervisor reads of it. */
const mostTries = 3
const pause = 2 * hour

type Settling = { by: Actor; now: Date }

/** Writes down what became of a call. Who was not reached is called again two hours later, three times. Throws notFound. */
export async function settleCall(
  db: Knex,
  { id, outcome, note }: CallOutcome & { id: string },
  { by, now }: Settling,
): Promise<void> {
  await db.transaction(async trx => {
    const call = await trx('messages')
      .where({ id, state: 'waiting', channel: 'call' })
      .whereRaw(ofUnits, unitsOf(by))
      .forUpdate()
      .first('id', 'attempts', 'dossier_id', 'part', 'caused_at')
    if (!call) throw notFound('Không có cuộc gọi này, hoặc đã có người gọi.')
    const attempts = call.attempts + 1
    const change = changeBy(outcome, attempts, { by, now })
    await trx('messages')
      .where({ id })
      .update({ attempts, ...(note && { note }), ...change })
    if (outcome === 'done') await endOlder(trx, call, now)
  })
}

function changeBy(outcome: CallOutcome['outcome'], attempts: number, { by, now }: Settling): Partial<MessagesRow> {
  const ended = { settled_at: now, settled_by: by.id }
  if (outcome === 'done') return { state: 'sent', ...ended }
  if (attempts >= mostTries) return { state: 'dead', trouble: 'not reached' satisfies OwnTrouble, ...ended }
  return { not_before: addMs(now, pause) }
}
