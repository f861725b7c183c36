import type { Knex } from 'knex'
import type { ParcelsRow } from '../../db/tables.ts'
import { groupBy } from '../kit/group-by.ts'
import type { Fact, Present, Standing, Thing } from './fact.ts'
import { fold } from './fold.ts'

/** All that is known of one parcel, locked for the length of the transaction. */
export type History = {
  parcel_id: string
  code: string
  thing: Thing & Pick<ParcelsRow, 'is_collected'>
  present: Present
  /** When the newest fact of any standing happened; null where there is none. */
  newest: Moment | null
  /** Every fact where one that comes may be late (`isWhole`); else those of this transaction alone. In order, once folded. */
  facts: Fact[]
  isWhole: boolean
  standings: Map<string, Standing>
  next_seq: number
  /** Hash of the fact recorded last: the end of the chain. */
  last_hash: Buffer | null
}

type Moment = Pick<Fact, 'effective_at'>

/** A fact to come: its parcel, its time, and whether it takes another away. */
export type Coming = Moment & { code: string; corrects: string | null }

/**
 * Locks the parcels that facts come for in id order, so that lists in any order cannot deadlock. Reads the facts of those
 * alone whose present does not suffice: something late or a correction comes. Answers by item code; unknown ones are absent.
 */
export async function lockHistories(db: Knex, coming: readonly Coming[]): Promise<Map<string, History>> {
  const byCode = groupBy(coming, ({ code }) => code)
  const parcels = await lockedParcels(db, [...byCode.keys()])
  const unsettled = parcels.flatMap(parcel => (isNewer(parcel, byCode.get(parcel.code) ?? []) ? [] : [parcel.id]))
  const facts = unsettled.length ? await factsOf(db, unsettled) : new Map<string, FactRow[]>()
  return new Map(parcels.map(parcel => [parcel.code, history(parcel, facts.get(parcel.id))]))
}

/** Each fact to come is newer than all known before it; what is said of one moment has to be weighed. */
function isNewer({ newest, next_seq }: LockedParcel, coming: readonly Coming[]): boolean {
  if (!newest && next_seq > 1) return false
  let last = newest ? momentOf(newest).effective_at : null
  return coming.every(({ effective_at, corrects }) => {
    const isLast = corrects === null && (!last || last < effective_at)
    last = effective_at
    return isLast
  })
}

const lockedParcels = (db: Knex, codes: readonly string[]) =>
  db('parcel_presents')
    .join('parcels', 'parcels.id', 'parcel_presents.parcel_id')
    .whereRaw('parcels.code = any(?)', [[...codes]])
    .orderBy('parcels.id')
    .forUpdate('parcel_presents')
    .select('parcels.*', 'parcel_presents.*')

type LockedParcel = Awaited<ReturnType<typeof lockedParcels>>[number]
type FactRow = Fact & Standing & { parcel_id: string }

/** Every fact of these parcels with what became of it, in no order. */
export async function factsOf(db: Knex, parcelIds: readonly string[]): Promise<Map<string, FactRow[]>> {
  const rows: FactRow[] = await db('custody_events')
    .join('event_standings', 'event_standings.event_id', 'custody_events.id')
    .leftJoin('units', 'units.id', 'custody_events.unit_id')
    .whereIn('custody_events.parcel_id', parcelIds)
    .select(factColumns)
  const byParcel = groupBy(rows, row => row.parcel_id)
  return new Map(parcelIds.map(id => [id, byParcel.get(id) ?? []]))
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
  'custody_events.occurred_at',
  'custody_events.effective_at',
  'custody_events.corrects',
  'custody_events.detail',
  'event_standings.standing',
  'event_standings.flags',
]

function history(row: LockedParcel, whole: FactRow[] | undefined): History {
  const facts = whole ?? []
  return {
    parcel_id: row.parcel_id,
    code: row.code,
    thing: thing(row),
    present: present(row),
    newest: row.newest ? momentOf(row.newest) : null,
    facts,
    isWhole: whole !== undefined,
    standings: new Map(facts.map(({ id, standing, flags }) => [id, { standing, flags }])),
    next_seq: row.next_seq,
    last_hash: row.last_hash,
  }
}

function thing(row: LockedParcel) {
  const origin = { kind: row.origin_kind, unit: row.origin_unit, person: null }
  const { created_at, purpose, on_route, destination_unit, destination_kind, hands, is_collected, zone } = row
  return { origin, created_at, purpose, on_route, destination_unit, destination_kind, hands, is_collected, zone }
}

type Kept = Omit<Fact, 'effective_at' | 'occurred_at'> & { effective_at: string; occurred_at?: string }
const revived = ({ effective_at, occurred_at = effective_at, ...kept }: Kept): Fact => ({
  ...kept,
  occurred_at: new Date(occurred_at),
  effective_at: new Date(effective_at),
})
const momentOf = (kept: unknown): Moment => ({ effective_at: new Date((kept as Kept).effective_at) })

function present(row: LockedParcel): Present {
  const { holder_kind, holder_unit, holder_person, last_fact, ...rest } = row
  const { since, is_over, is_lost, is_misrouted, is_sent_back, attempts, held_until, bag } = rest
  const { redirected_to, handed_back_at, collectable_at, ended_at } = rest
  return {
    holder: { kind: holder_kind, unit: holder_unit, person: holder_person },
    last: last_fact ? revived(last_fact as Kept) : null,
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

/** Folds all facts of a history whose facts are all at hand. */
export function foldHistory(history: History): void {
  const { present, standings, facts } = fold(history.thing, history.facts)
  history.present = present
  history.standings = standings
  history.facts = facts
}
