import type { Knex } from 'knex'
import type { RoundsRow } from '../../db/tables.ts'
import type { Dong } from '../kit/money.ts'
import type { Actor } from '../people/actor.ts'
import { unitById } from '../places/queries.ts'
import type { EnvelopeState } from './options.ts'
import { type Delivery, deliveriesFor } from './reckoning.ts'
import type { RecordEnvelope, RecordParcel, RoundRecord } from './record.ts'
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
  const deliveries = await deliveriesFor(trx, round)
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
    told_late: toldLate(deliveries, round),
    cash: cashOf(owedOf(lines, toldLate(deliveries, round)), deliveries, handed_in),
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

/** What was to come back with a parcel that this courier delivered, and is in no report of it. */
function missingPapers(lines: readonly RoundLine[], deliveries: readonly Delivery[]) {
  return lines.flatMap(({ code, papers, state }) => {
    const got = deliveries
      .filter(({ delivered }) => delivered.some(one => one.code === code))
      .flatMap(one => one.papers)
    const missing = state === 'delivered' ? papers.filter(paper => !got.includes(paper)) : []
    return missing.length ? [{ code, papers: missing }] : []
  })
}

const toldLate = (deliveries: readonly Delivery[], { number }: RoundsRow) =>
  deliveries
    .filter(({ round }) => round !== number)
    .flatMap(({ round, delivered }) => delivered.map(one => ({ ...one, round })))

type Owed = Delivery['delivered']

/** What was delivered decides what was to collect, so that a delivery scanned without a report is missed in the cash too. */
function owedOf(lines: readonly RoundLine[], late: Owed): Owed {
  const delivered = lines.filter(({ state }) => state === 'delivered')
  return [...delivered, ...late.filter(({ code }) => !delivered.some(line => line.code === code))]
}

function cashOf(owed: Owed, deliveries: readonly Delivery[], handed_in: Dong) {
  const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
  return {
    to_collect: sum(owed.map(({ amount_to_collect }) => amount_to_collect ?? 0)),
    unknown: owed.filter(({ amount_to_collect }) => amount_to_collect === null).length,
    collected: sum(deliveries.map(({ collected }) => collected)),
    handed_in,
  }
}
