import type { Knex } from 'knex'
import type { RoundsRow } from '../../db/tables.ts'
import type { Doing } from '../custody/doing.ts'
import { recordScans } from '../custody/record-scans.ts'
import { scanNow } from '../custody/scan.ts'
import { conflict } from '../kit/errors.ts'
import { assignmentsFor } from '../people/may.ts'
import { retryClashes } from '../platform/retry.ts'
import { addParcels } from './add-parcels.ts'
import { lockRoundParcels } from './lock-round-parcels.ts'
import { lockedRound } from './locked-round.ts'
import { openOrJoin } from './open-round.ts'
import { reportableStates } from './options.ts'
import { noSuchRound } from './queries.ts'
import { roundLines } from './round-lines.ts'

/**
 * A courier falls ill: a colleague of the same office takes over in one go what is left of the round. What the first had in hand
 * is taken over by scans of the taker, what was not loaded yet is only planned anew; both move to the taker's round.
 * Answers its id; asked again, the same. Throws notFound for other offices' rounds, conflict `nothing_left`.
 */
export async function takeOverRound(db: Knex, id: string, doing: Doing): Promise<string> {
  return retryClashes(() =>
    db.transaction(async trx => {
      const from = await colleaguesRound(trx, id, doing)
      await lockRoundParcels(trx, from.id)
      const left = (await roundLines(trx, from)).filter(({ state }) => reportableStates.includes(state))
      const there = await trx('rounds').where({ courier_id: doing.by.id }).whereNull('closed_at').first('id')
      if (!left.length && there && (await wasMoved(trx, from.id, there.id))) return there.id
      if (!left.length || from.closed_at)
        throw conflict('nothing_left', 'Chuyến này không còn bưu gửi nào để nhận thay.')
      const to = await openOrJoin(trx, { courier: doing.by.id, unit: from.unit_id }, doing)
      const carried = left.filter(({ holder_kind }) => holder_kind === 'courier').map(({ code }) => code)
      await recordScans(trx, scansOf(from, carried, doing), doing)
      await trx('round_parcels')
        .where({ round_id: from.id })
        .whereIn(
          'parcel_id',
          left.map(one => one.id),
        )
        .update({ left_at: doing.now, moved_to: to.id })
      await addParcels(trx, to, left, doing)
      return to.id
    }),
  )
}

async function colleaguesRound(trx: Knex, id: string, { by }: Doing): Promise<RoundsRow> {
  const round = await lockedRound(trx, id, 'update')
  const isNear = assignmentsFor(by, 'carry round').some(({ unit }) => unit === round?.unit_id)
  if (!round || !isNear || round.courier_id === by.id) throw noSuchRound()
  return round
}

const wasMoved = async (trx: Knex, from: string, to: string) =>
  (await trx('round_parcels').where({ round_id: from, moved_to: to }).first('parcel_id')) !== undefined

const scansOf = ({ unit_id }: RoundsRow, codes: readonly string[], { by, now }: Doing) =>
  codes.map(code => scanNow({ step: 'take_over', code, by, unit: unit_id }, now))
