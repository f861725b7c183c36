import type { Knex } from 'knex'
import type { RoundsRow } from '../../db/tables.ts'
import type { Dong } from '../kit/money.ts'
import type { Actor } from '../people/actor.ts'
import { unitById } from '../places/queries.ts'
import type { Owed, ReturnEnvelope } from './reckoning.ts'
import type { RecordEnvelope, RecordParcel, RoundRecord } from './record.ts'
import type { RoundLine } from './round-lines.ts'

/** The parcels of the round; and what is asked for with its closing. */
type Asked = { lines: readonly RoundLine[]; owed: readonly Owed[]; envelopes: readonly ReturnEnvelope[] }
type Closed = { handed_in: Dong; by: Actor; closed_at: Date }

/** Every word of the closing as it is at this moment; it is drawn when somebody asks for it. */
export async function recordContent(
  trx: Knex,
  round: RoundsRow,
  { lines, owed, envelopes }: Asked,
  { handed_in, by, closed_at }: Closed,
): Promise<RoundRecord> {
  const unit = await unitById(trx, round.unit_id)
  const courier = await trx('people').where({ id: round.courier_id }).first('name')
  return {
    number: round.number,
    unit: unit.name,
    courier: courier?.name ?? '',
    opened_at: round.opened_at.toISOString(),
    closed_at: closed_at.toISOString(),
    closed_by: by.name,
    parcels: lines.map(parcelOf),
    envelopes: envelopes.map(envelope => envelopeOf(envelope, round)),
    missing_papers: missingPapers(owed),
    carried_over: owed.flatMap(({ code, round: number }) => (number === round.number ? [] : [{ code, round: number }])),
    cash: cashOf(owed, handed_in),
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

const envelopeOf = ({ code, papers, holder_person, was_taken }: ReturnEnvelope, round: RoundsRow): RecordEnvelope => ({
  code,
  papers,
  state: was_taken ? 'handed_in' : holder_person === round.courier_id ? 'in_hand' : 'elsewhere',
})

/** What was to come back with these deliveries, and is in no report of them. */
function missingPapers(owed: readonly Owed[]) {
  return owed.flatMap(({ code, papers, got }) => {
    const missing = papers.filter(paper => !got.includes(paper))
    return missing.length ? [{ code, papers: missing }] : []
  })
}

/** What was delivered decides what was to collect, so that a delivery scanned without a report is missed in the cash too. */
function cashOf(owed: readonly Owed[], handed_in: Dong) {
  const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)
  return {
    to_collect: sum(owed.map(({ amount_to_collect }) => amount_to_collect ?? 0)),
    unknown: owed.filter(({ amount_to_collect }) => amount_to_collect === null).length,
    collected: sum(owed.map(({ collected }) => collected)),
    handed_in,
  }
}
