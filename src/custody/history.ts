import type { Knex } from 'knex'
import { groupBy } from '../kit/group-by.ts'
import type { Fact, Present, Standing, Thing } from './fact.ts'

/** All that is known of one parcel, locked for the length of the transaction. */
export type History = {
  parcel_id: string
  code: string
  thing: Thing & { is_collected: boolean }
  present: Present
  facts: Fact[]
  standings: Map<string, Standing>
  next_seq: number
  /** Hash of the fact recorded last: the end of the chain. */
  last_hash: Buffer | null
}

/**
 * Locks the parcels of `codes` in id order, so that lists in any order cannot deadlock, and reads their facts.
 * Answers a map by item code; unknown codes are absent.
 */
export async function lockHistories(db: Knex, codes: readonly string[]): Promise<Map<string, History>> {
  const parcels = await lockedParcels(db, codes)
  const facts = await factsOf(
    db,
    parcels.map(parcel => parcel.id),
  )
  return new Map(parcels.map(parcel => [parcel.code, history(parcel, facts.get(parcel.id) ?? [])]))
}

const lockedParcels = (db: Knex, codes: readonly string[]) =>
  db('parcel_presents')
    .join('parcels', 'parcels.id', 'parcel_presents.parcel_id')
    .whereIn('parcels.code', codes)
    .orderBy('parcels.id')
    .forUpdate('parcel_presents')
    .select('parcels.*', 'parcel_presents.*')

type LockedParcel = Awaited<ReturnType<typeof lockedParcels>>[number]
type FactRow = Fact & Standing & { parcel_id: string }

async function factsOf(db: Knex, parcelIds: readonly string[]): Promise<Map<string, FactRow[]>> {
  const rows: FactRow[] = await db('custody_events')
    .join('event_standings', 'event_standings.event_id', 'custody_events.id')
    .leftJoin('units', 'units.id', 'custody_events.unit_id')
    .whereIn('custody_events.parcel_id', parcelIds)
    .select(factColumns)
  return groupBy(rows, row => row.parcel_id)
}

const factColumns = [
  'custody_events.id',
  'custody_events.parcel_id',
  'custody_events.step',
  'custody_events.person_id as person',
  'custody_events.role',
  'custody_events.unit_id as unit',
  'units.kind as unit_kind',
  'custody_events.device',
  'custody_events.counter',
  'custody_events.effective_at',
  'custody_events.corrects',
  'custody_events.detail',
  'event_standings.standing',
  'event_standings.flags',
]

function history(row: LockedParcel, facts: FactRow[]): History {
  return {
    parcel_id: row.parcel_id,
    code: row.code,
    thing: thing(row),
    present: present(row, facts),
    facts,
    standings: new Map(facts.map(({ id, standing, flags }) => [id, { standing, flags }])),
    next_seq: row.next_seq,
    last_hash: row.last_hash,
  }
}

function thing(row: LockedParcel) {
  const origin = { kind: row.origin_kind, unit: row.origin_unit, person: null }
  const { created_at, purpose, on_route, destination_unit, destination_kind, hands, is_collected } = row
  return { origin, created_at, purpose, on_route, destination_unit, destination_kind, hands, is_collected }
}

function present(row: LockedParcel, facts: FactRow[]): Present {
  const { parcel_id, holder_kind, holder_unit, holder_person, last_step, last_event, ...rest } = row
  const { since, is_over, is_lost, is_misrouted, is_sent_back, attempts, held_until, bag } = rest
  const { redirected_to, handed_back_at, collectable_at, ended_at } = rest
  return {
    holder: { kind: holder_kind, unit: holder_unit, person: holder_person },
    last: facts.find(fact => fact.id === last_event) ?? null,
    since,
    is_over,
    is_lost,
    is_misrouted,
    is_sent_back,
    attempts,
    held_until,
    bag,
    redirected_to,
    handed_back_at,
    collectable_at,
    ended_at,
  }
}
