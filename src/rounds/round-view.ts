import type { Knex } from 'knex'
import { rfc3339 } from '../kit/time.ts'
import { lateReports, type Round, recordOf } from './queries.ts'
import { type Reading, readRound } from './read-round.ts'
import { differencesOf, type RoundRecord } from './record.ts'
import type { RoundLine } from './round-lines.ts'
import { type Stop, stopsOf } from './stops.ts'

/** A round as the API answers it: its stops as they are by the facts, and what it closed with. Throws what `roundById` does. */
export async function roundView(db: Knex, id: string, reading: Reading) {
  const { round, lines } = await readRound(db, id, reading)
  const record = await recordOf(db, id)
  return {
    ...headOf(round),
    stops: stopsOf(lines).map(stopView),
    late_reports: await lateReports(db, id),
    record: record && recordView(record),
    links: {
      sheet: `/api/v1/rounds/${id}/sheet.pdf`,
      notices: `/api/v1/rounds/${id}/notices.pdf`,
      closing: round.closed_at ? `/api/v1/rounds/${id}/closing.pdf` : null,
    },
  }
}

const headOf = ({ id, number, courier_id, courier, unit_id, opened_at, closed_at }: Round) => ({
  id,
  number,
  courier: { id: courier_id, name: courier },
  unit: unit_id,
  state: closed_at ? 'closed' : 'open',
  opened_at: rfc3339(opened_at),
  closed_at: closed_at && rfc3339(closed_at),
})

const stopView = ({ stop, name, phone, address, is_open, to_collect, parcels }: Stop<RoundLine>) => ({
  stop,
  receiver: { name, phone, address },
  is_open,
  to_collect,
  parcels: parcels.map(({ code, state, moved_to, hands, amount_to_collect, papers, notices }) => ({
    code,
    state,
    moved_to,
    hands,
    to_collect: amount_to_collect,
    papers,
    notices,
  })),
})

function recordView(record: RoundRecord) {
  const { parcels, envelopes, missing_papers, carried_over, cash } = record
  return { parcels, envelopes, missing_papers, carried_over, cash, differences: differencesOf(record) }
}
