import type { Knex } from 'knex'
import type { Doing } from '../custody/doing.ts'
import { recordScans } from '../custody/record-scans.ts'
import type { Verdict } from '../custody/scan.ts'
import { conflict } from '../kit/errors.ts'
import { hmac } from '../kit/secrets.ts'
import { addMs } from '../kit/time.ts'
import { checkSlip } from './check-slip.ts'
import { collectPapers } from './collect-papers.ts'
import type { Coming } from './coming-parcels.ts'
import { keepProof } from './delivery-proof.ts'
import { noticesFor } from './notices-for.ts'
import { owedFor } from './owed-for.ts'
import type { Attempted, Delivered, Report } from './report.ts'
import { happenedAt, reportScan, type Said } from './report-scan.ts'

/** A report of these parcels, and where it belongs: a stop of a round, or the counter of an office. */
export type Told = {
  report: Report
  parcels: readonly Coming[]
  unit: string
  round: { id: string; stop: number } | null
  /** When the round was closed, if it was: what waited for the closing comes after it. */
  closed_at: Date | null
}
type Telling = Told & { happened: Date; doing: Doing }

/**
 * Writes a report and the facts it makes, in the transaction of its caller: deliver, or attempt and invite, for each parcel, and the
 * taking of papers that came back. Custody judges them as it judges any scan. Throws what the slip, the envelope and the
 * notices do, and conflict `too_far_in_the_future` and `too_long_ago`: nothing is used up then.
 */
export async function recordReport(trx: Knex, told: Told, doing: Doing): Promise<void> {
  const { report, round, unit, closed_at } = told
  const { by, now, consequences } = doing
  const telling = { ...told, doing, happened: happenedAt(report.when, now) }
  const { said, row } =
    report.what.outcome === 'delivered'
      ? await delivered(trx, report.what, telling)
      : await attempted(trx, report.what, telling)
  const scans = said.map(one => reportScan(one, report, { by, unit, now }))
  refuseUnrecorded(await recordScans(trx, scans, { now, consequences }))
  await trx('delivery_reports').insert({
    id: report.id,
    fingerprint: reportFingerprint(report, round, doing),
    round_id: round?.id ?? null,
    stop: round?.stop ?? null,
    unit_id: unit,
    person_id: by.id,
    occurred_at: telling.happened,
    recorded_at: closed_at && closed_at >= now ? addMs(closed_at, 1) : now,
    ...row,
    scans: scans.map(({ id }) => id),
  })
}

/** What a phone that lives in another year says is no report: whoever tells it sets the clock and tells it again. */
function refuseUnrecorded(verdicts: readonly Verdict[]) {
  const impossible = verdicts.find(({ reason }) => reason === 'too_far_in_the_future' || reason === 'too_long_ago')
  if (impossible) throw conflict(String(impossible.reason), String(impossible.message))
}

/** What makes two sendings of one id the same report, of the same stop; keyed, since it holds names and numbers that could be guessed. */
export const reportFingerprint = (report: Report, round: Told['round'], { keys }: Doing): Buffer =>
  hmac(keys.index, JSON.stringify({ report, round }))

async function delivered(trx: Knex, what: Delivered, telling: Telling) {
  const { parcels, doing, happened } = telling
  const { capacity, means, collected, papers } = what
  if (means.kind === 'slip_code')
    await checkSlip(trx, means.code, { parcels: parcels.map(({ id }) => id), shownAt: happened, keys: doing.keys })
  const proof = await keepProof(trx, what, doing.now)
  const handed = parcels.map(({ code }): Said => ({ step: 'deliver', code, detail: { capacity, proof } }))
  const envelope = papers.length ? await takePapers(trx, what, telling) : null
  return {
    said: envelope ? [...handed, envelope.said] : handed,
    row: {
      outcome: what.outcome,
      proof,
      to_collect: owedFor(parcels),
      collected,
      papers: [...papers],
      envelope: envelope?.id ?? null,
    },
  }
}

/** The courier collects them at the door, the clerk accepts them over the counter. */
async function takePapers(trx: Knex, what: Delivered, { parcels, unit, round, happened, doing }: Telling) {
  const { id, code } = await collectPapers(trx, parcels, what.envelope, { by: doing.by.id, unit, at: happened })
  return { id, said: { step: round ? 'collect' : 'accept', code } satisfies Said }
}

async function attempted(trx: Knex, what: Attempted, { parcels, happened }: Telling) {
  const { reason, measure, again_on, called_at, notice } = what
  const numbers = notice && (await noticesFor(trx, parcels, happened))
  const evidence = { ...(again_on && { again_on }), ...(called_at && { called_at: called_at.toISOString() }) }
  const detail = { reason, measure, ...evidence }
  const left = notice?.left_with ? { left_with: notice.left_with } : {}
  const said = parcels.flatMap(({ id, code }): Said[] => {
    const number = numbers?.get(id)
    const attempt: Said = { step: 'attempt', code, detail }
    return number ? [attempt, { step: 'invite', code, detail: { number, ...left } }] : [attempt]
  })
  return { said, row: { outcome: what.outcome, papers: [] } }
}
