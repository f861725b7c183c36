import type { Knex } from 'knex'
import type { Dong } from '../kit/money.ts'
import { latest } from '../kit/time.ts'
import type { Actor } from '../people/actor.ts'
import { assignmentsFor } from '../people/may.ts'
import { retryClashes } from '../platform/retry.ts'
import { lockRoundParcels } from './lock-round-parcels.ts'
import { lockedRound } from './locked-round.ts'
import { lastReport, noSuchRound } from './queries.ts'
import { holdReckoning, reckon, unreckoned, unreckonedEnvelopes } from './reckoning.ts'
import { recordContent } from './record-content.ts'
import { roundLines } from './round-lines.ts'

/** `handed_in` is the cash that the clerk has counted. */
export type Closing = { id: string; handed_in: Dong }

/**
 * Closes a round in one transaction: parcels, papers and cash are balanced as they are by the facts of this moment, and what does not
 * agree is written down, never refused. By a clerk of its office: taking the cash is the taker's fact. A second closing
 * changes nothing. Throws notFound for other offices' rounds.
 */
export async function closeRound(db: Knex, { id, handed_in }: Closing, who: { by: Actor; now: Date }): Promise<void> {
  const { by, now } = who
  const once = async (trx: Knex) => {
    const courier = await trx('rounds').where({ id }).first('courier_id')
    if (courier) await holdReckoning(trx, courier.courier_id)
    const round = await lockedRound(trx, id, 'update')
    if (!round || !assignmentsFor(by, 'close round').some(({ unit }) => unit === round.unit_id)) throw noSuchRound()
    if (round.closed_at) return
    await lockRoundParcels(trx, round.id)
    const closed_at = latest([now, round.opened_at, ...(await lastReport(trx, id))])
    const lines = await roundLines(trx, round)
    const owed = await unreckoned(trx, round.courier_id)
    const envelopes = await unreckonedEnvelopes(trx, round.courier_id)
    const record = await recordContent(trx, round, { lines, owed, envelopes }, { handed_in, by, closed_at })
    await reckon(trx, round, [...owed, ...envelopes])
    await trx('round_parcels').where({ round_id: id }).whereNull('left_at').update({ left_at: closed_at })
    await trx('rounds').where({ id }).update({ closed_at, closed_by: by.id, record })
  }
  await retryClashes(() => db.transaction(once))
}
