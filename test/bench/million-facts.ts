// Fills a database with facts, ten to a parcel, as fast as it can: chained and folded by custody's own code, written in bulk.
import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import type { ParcelsRow } from '../../db/tables.ts'
import { factHash } from '../../src/custody/chain.ts'
import type { Fact, Thing } from '../../src/custody/fact.ts'
import { fold } from '../../src/custody/fold.ts'
import type { Step } from '../../src/custody/steps.ts'
import { reconcileCrossings } from '../../src/handovers/reconcile-crossings.ts'
import { addMs, minute } from '../../src/kit/time.ts'
import { itemCode } from '../../src/parcels/item-code.ts'
import { reconcileDeliveryClocks } from '../../src/promises/delivery-clocks.ts'
import { reconcileHoldingClocks } from '../../src/promises/holding-clocks.ts'
import { krongNo, policeKrongNo } from '../support/scenario.ts'

type Staff = Record<'clerk' | 'courier', string>
type Deed = [Step | 'correct', keyof Staff, Fact['detail']]

const nobodyHome = { reason: 'nobody_home', measure: 'again' }
/** A result that comes home at the second attempt, with a claim that contradicts and a scan taken back. */
const way: Deed[] = [
  ['hand_back', 'clerk', { condition: 'intact' }],
  ['load', 'courier', {}],
  ['attempt', 'courier', nobodyHome],
  ['arrive', 'clerk', {}],
  ['accept', 'clerk', {}],
  ['hold', 'clerk', { until: '2026-12-01' }],
  ['load', 'courier', {}],
  ['attempt', 'courier', nobodyHome],
  ['correct', 'courier', { reason: 'nhầm bưu gửi' }],
  ['deliver', 'courier', { capacity: 'recipient' }],
]
export const factsOfAParcel = way.length

const parcelsAtOnce = 1000

/**
 * Adds `parcels` delivered results with their facts, standings, presents and clocks. `admin` may switch off the
 * checks of foreign keys: what it writes fits anyway, and verify is there to say so.
 */
export async function fillFacts(admin: Knex, parcels: number, start: Date): Promise<void> {
  const staff = await makeStaff(admin, start)
  for (let from = 0; from < parcels; from += parcelsAtOnce)
    await admin.transaction(async trx => {
      await trx.raw(`set local session_replication_role = replica; set local statement_timeout = 0`)
      const count = Math.min(parcelsAtOnce, parcels - from)
      const made = Array.from({ length: count }, (_, i) => madeParcel(from + i, staff, addMs(start, (from + i) * 50)))
      await insert(
        trx,
        'parcels',
        made.map(({ parcel }) => parcel),
      )
      await insert(
        trx,
        'custody_events',
        made.flatMap(({ events }) => events),
      )
      await insert(
        trx,
        'event_standings',
        made.flatMap(({ standings }) => standings),
      )
      await insert(
        trx,
        'parcel_presents',
        made.map(({ present }) => present),
      )
      const changes = made.map(({ change }) => change)
      for (const consequence of [reconcileCrossings, reconcileDeliveryClocks, reconcileHoldingClocks])
        await consequence(trx, changes, { now: start })
    })
  await admin.raw('analyze')
}

async function makeStaff(admin: Knex, now: Date): Promise<Staff> {
  const staff = { clerk: uuidv7(), courier: uuidv7() }
  const people = Object.entries(staff).map(([role, id]) => ({
    id,
    username: `bench.${role}`,
    name: role,
    created_at: now,
  }))
  await admin('people').insert(people)
  return staff
}

/** One statement whatever the number of rows: their columns travel as one value. */
const insert = (trx: Knex, table: string, rows: object[]) =>
  trx.raw('insert into ?? select * from jsonb_populate_recordset(null::??, ?::jsonb)', [
    table,
    table,
    JSON.stringify(rows),
  ])

/** Bytes as PostgreSQL reads them. */
const bytea = (bytes: Buffer | null) => (bytes ? `\\x${bytes.toString('hex')}` : null)

function madeParcel(serial: number, staff: Staff, created_at: Date) {
  const id = uuidv7({ msecs: created_at.getTime() })
  const thing = { ...home, created_at }
  const facts = factsOf(staff, created_at)
  const { present, standings } = fold(thing, facts)
  const beginning = fold(thing, []).present
  const stands = facts.filter(({ id, step }) => step !== 'correct' && standings.get(id)?.standing === 'applied')
  const events = chained(id, facts)
  const { holder, last, ...rest } = present
  const { origin, ...columns } = thing
  const code = itemCode('PB', serial, 'VN')
  return {
    parcel: { id, code, ...columns, ...fromPolice, created_at, created_by: staff.clerk, origin_kind: origin.kind },
    events,
    standings: facts.map(({ id: event_id }) => ({ event_id, parcel_id: id, ...standings.get(event_id) })),
    present: {
      ...{ parcel_id: id, holder_kind: holder.kind, holder_unit: holder.unit, holder_person: holder.person, ...rest },
      ...{ last_step: last?.step, last_event: last?.id, next_seq: facts.length + 1, last_hash: events.at(-1)?.hash },
    },
    change: { parcel: { id, code, ...thing }, before: beginning, after: present, stands, isWhole: true },
  }
}

const home: Omit<Thing, 'created_at'> & Pick<ParcelsRow, 'is_collected' | 'zone'> = {
  origin: { kind: 'police_unit', unit: policeKrongNo, person: null },
  purpose: 'result',
  destination_kind: 'recipient',
  destination_unit: krongNo,
  on_route: [krongNo],
  hands: 'authorised',
  is_collected: false,
  zone: 'rural',
}
const fromPolice = { origin_unit: policeKrongNo, created_unit: policeKrongNo }

function factsOf(staff: Staff, begin: Date): Fact[] {
  const ids = way.map((_, i) => uuidv7({ msecs: begin.getTime() + i }))
  return way.map(([step, role, detail], i) => ({
    id: ids[i] ?? '',
    ...{ step, role, detail, person: staff[role], unit: krongNo, unit_kind: 'post_office' as const },
    ...{ device: role === 'courier' ? 'phone-7' : null, counter: role === 'courier' ? i : null },
    occurred_at: addMs(begin, (i + 1) * minute),
    effective_at: addMs(begin, (i + 1) * minute),
    corrects: step === 'correct' ? (ids[i - 1] ?? null) : null,
  }))
}

function chained(parcel: string, facts: readonly Fact[]) {
  let prev_hash: Buffer | null = null
  return facts.map(({ unit_kind: _, ...fact }, i) => {
    const times = { occurred_at: fact.effective_at, recorded_at: fact.effective_at }
    const said = { ...fact, ...times, seq: i + 1, prev_hash, source: 'device' }
    const { person, unit, ...columns } = said
    const hash = factHash({ ...said, parcel })
    const link = { prev_hash: bytea(prev_hash), hash: bytea(hash) }
    prev_hash = hash
    return { ...columns, ...link, parcel_id: parcel, person_id: person, unit_id: unit }
  })
}
