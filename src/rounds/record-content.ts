import type { Knex } from 'knex'
import type { RoundsRow } from '../../db/tables.ts'
import type { Dong } from '../kit/money.ts'
import type { Actor } from '../people/actor.ts'
import { unitById } from '../places/queries.ts'
import type { EnvelopeState } from './options.ts'
import type { RecordEnvelope, RecordParcel, RoundRecord } from './record.ts'
import { deliveriesOf, type ReportOfRound } from './reports-of.ts'
import type { RoundLine } from './round-lines.ts'

type Closed = { handed_in: Dong; by: Actor; closed_at: Date }

/** Every word of the closing as it is at this moment; it is drawn when somebody asks for it. */
export async function recordContent(
  trx: Knex,
  round: RoundsRow,
  lines: readonly RoundLine[],
  { handed_in, by, closed_at }: Closed,
): Promise<RoundRecord> {
  const unit = await unitById(trx, round.unit_id)
  const courier = await trx('people').where({ id: round.courier_id }).first('name')
  const deliveries = await deliveriesOf(trx, round.id)
  return {
    number: round.number,
    unit: unit.name,
    courier: courier?.name ?? '',
    opened_at: round.opened_at.toISOString(),
    closed_at: closed_at.toISOString(),
    closed_by: by.name,
    parcels: lines.map(parcelOf),
    envelopes: envelopesOf(deliveries, round),
    missing_papers: missingPapers(lines, deliveries),
    cash: cashOf(lines, deliveries, handed_in),
  }
}

/** Why it came back, if its courier tried that day: not what somebody said of it last week. */
const parcelOf = ({ code, stop, state, moved_to, attempted_at, attempt }: RoundLine): RecordParcel => ({
  code,
  stop,
  state,
  moved_to,
  reason: attempted_at && (state === 'attempted' || state === 'back') ? (attempt?.reason ?? null) : null,
})

const envelopesOf = (deliveries: readonly ReportOfRound[], round: RoundsRow): RecordEnvelope[] =>
  deliveries.flatMap(report =>
    report.envelope ? [{ code: report.envelope, papers: report.papers, state: envelopeState(report, round) }] : [],
  )

function envelopeState({ holder_kind, holder_unit, holder_person }: ReportOfRound, round: RoundsRow): EnvelopeState {
  if (holder_person === round.courier_id) return 'in_hand'
  const isHandedIn = holder_kind === 'police_unit' || (holder_kind === 'post_office' && holder_unit === round.unit_id)
  return isHandedIn ? 'handed_in' : 'elsewhere'
}

/** What was to come back with a parcel that this courier delivered, and is in no report of it. */
function missingPapers(lines: readonly RoundLine[], deliveries: readonly ReportOfRound[]) {
  return lines.flatMap(({ code, papers, state }) => {
    const got = deliveries.filter(({ codes }) => codes.includes(code)).flatMap(report => report.papers)
    const missing = state === 'delivered' ? papers.filter(paper => !got.includes(paper)) : []
    return missing.length ? [{ code, papers: missing }] : []
  })
}

/** What was delivered decides what was to collect, so that a delivery scanned without a report is missed in the cash too. */
function cashOf(lines: readonly RoundLine[], deliveries: readonly ReportOfRound[], handed_in: Dong) {
  const delivered = lines.filter(({ state }) => state === 'delivered')
  const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
  return {
    to_collect: sum(delivered.map(({ amount_to_collect }) => amount_to_collect ?? 0)),
    unknown: delivered.filter(({ amount_to_collect }) => amount_to_collect === null).length,
    collected: sum(deliveries.map(({ collected }) => collected)),
    handed_in,
  }
}
