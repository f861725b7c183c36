import type { Knex } from 'knex'
import type { RoundsRow } from '../../db/tables.ts'
import type { Dong } from '../kit/money.ts'
import type { Actor } from '../people/actor.ts'
import { unitById } from '../places/queries.ts'
import type { EnvelopeState } from './options.ts'
import { type Delivery, deliveriesOf, type Owed } from './reckoning.ts'
import type { RecordEnvelope, RecordParcel, RoundRecord } from './record.ts'
import type { RoundLine } from './round-lines.ts'

type Closed = { handed_in: Dong; by: Actor; closed_at: Date }

/** Every word of the closing as it is at this moment; it is drawn when somebody asks for it. */
export async function recordContent(
  trx: Knex,
  round: RoundsRow,
  { lines, owed }: { lines: readonly RoundLine[]; owed: readonly Owed[] },
  { handed_in, by, closed_at }: Closed,
): Promise<RoundRecord> {
  const unit = await unitById(trx, round.unit_id)
  const courier = await trx('people').where({ id: round.courier_id }).first('name')
  const deliveries = await deliveriesOf(trx, round.courier_id, owed)
  return {
    number: round.number,
    unit: unit.name,
    courier: courier?.name ?? '',
    opened_at: round.opened_at.toISOString(),
    closed_at: closed_at.toISOString(),
    closed_by: by.name,
    parcels: lines.map(parcelOf),
    envelopes: envelopesOf(deliveries, round),
    missing_papers: missingPapers(owed, deliveries),
    carried_over: owed.flatMap(({ code, round: number }) => (number === round.number ? [] : [{ code, round: number }])),
    cash: cashOf(owed, deliveries, handed_in),
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

const envelopesOf = (deliveries: readonly Delivery[], round: RoundsRow): RecordEnvelope[] =>
  deliveries.flatMap(report =>
    report.envelope ? [{ code: report.envelope, papers: report.papers, state: envelopeState(report, round) }] : [],
  )

function envelopeState({ holder_kind, holder_unit, holder_person }: Delivery, round: RoundsRow): EnvelopeState {
  if (holder_person === round.courier_id) return 'in_hand'
  const isHandedIn = holder_kind === 'police_unit' || (holder_kind === 'post_office' && holder_unit === round.unit_id)
  return isHandedIn ? 'handed_in' : 'elsewhere'
}

/** What was to come back with these deliveries, and is in no report of them. */
function missingPapers(owed: readonly Owed[], deliveries: readonly Delivery[]) {
  return owed.flatMap(({ code, papers }) => {
    const got = deliveries.filter(({ codes }) => codes.includes(code)).flatMap(one => one.papers)
    const missing = papers.filter(paper => !got.includes(paper))
    return missing.length ? [{ code, papers: missing }] : []
  })
}

/** What was delivered decides what was to collect, so that a delivery scanned without a report is missed in the cash too. */
function cashOf(owed: readonly Owed[], deliveries: readonly Delivery[], handed_in: Dong) {
  const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
  return {
    to_collect: sum(owed.map(({ amount_to_collect }) => amount_to_collect ?? 0)),
    unknown: owed.filter(({ amount_to_collect }) => amount_to_collect === null).length,
    collected: sum(deliveries.map(({ collected }) => collected)),
    handed_in,
  }
}
