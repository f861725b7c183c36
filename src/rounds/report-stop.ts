import type { Knex } from 'knex'
import type { Doing } from '../custody/doing.ts'
import { conflict, invalid } from '../kit/errors.ts'
import { assignmentsFor } from '../people/may.ts'
import { retryClashes } from '../platform/retry.ts'
import { comingParcels } from './coming-parcels.ts'
import { lockRoundParcels } from './lock-round-parcels.ts'
import { lockedRound } from './locked-round.ts'
import { reportableStates } from './options.ts'
import { noSuchRound } from './queries.ts'
import { holdReckoning } from './reckoning.ts'
import { recordReport } from './record-report.ts'
import type { Report } from './report.ts'
import { happenedAt } from './report-scan.ts'
import { type RoundLine, roundLines } from './round-lines.ts'
import { wasToldBefore } from './told-before.ts'

/** A stop of a round, as its address says it. */
export type StopOf = { round: string; stop: number }

/**
 * A courier says what became of a stop: one receiver, all their parcels, one proof (custody: “rounds”). Also after the round was closed
 * or taken over: a phone without a network tells late. Sent again it changes nothing. Throws notFound for another's
 * round, conflict `nothing_left`, and what `recordReport` does.
 */
export async function reportStop(db: Knex, at: StopOf, report: Report, doing: Doing): Promise<void> {
  await retryClashes(() =>
    db.transaction(async trx => {
      await holdReckoning(trx, doing.by.id)
      const round = await lockedRound(trx, at.round, 'share')
      if (round?.courier_id !== doing.by.id) throw noSuchRound()
      const stop = { id: at.round, stop: at.stop }
      if (await wasToldBefore(trx, { report, round: stop }, doing)) return
      await lockRoundParcels(trx, round.id)
      const lines = (await roundLines(trx, round)).filter(({ stop }) => stop === at.stop)
      if (!lines.length) throw noSuchRound()
      const codes = codesOf(report, lines, happenedAt(report.when, doing.now))
      const parcels = await comingParcels(trx, { codes })
      const told = { report, parcels, unit: round.unit_id, round: stop, closed_at: round.closed_at }
      // In no other capacity: one who is clerk too delivers what he carries as a courier.
      const by = { ...doing.by, assignments: assignmentsFor(doing.by, 'carry round') }
      await recordReport(trx, told, { ...doing, by })
    }),
  )
}

/** Those that were named, or all that the courier could say something of when it happened, whoever moved it since. */
function codesOf({ codes }: Report, lines: readonly RoundLine[], happened: Date): string[] {
  const named = codes?.filter(code => !lines.some(line => line.code === code)) ?? []
  if (named.length) throw invalid([{ pointer: '/codes', detail: `Không có ở điểm phát này: ${named.join(', ')}.` }])
  const left = lines.filter(({ state, since }) => reportableStates.includes(state) || since > happened)
  const said = codes ? [...new Set(codes)] : left.map(({ code }) => code)
  if (!said.length) throw conflict('nothing_left', 'Điểm phát này không còn bưu gửi nào để báo.')
  return said
}
