import { setImmediate as breath } from 'node:timers/promises'
import type { Knex } from 'knex'
import type { ClocksRow, CustodyEventsRow, ParcelPresentsRow, ParcelsRow } from '../../db/tables.ts'
import { groupBy } from '../kit/group-by.ts'
import { type AsText, texts } from '../platform/texts.ts'

export type StoredParcel = AsText<Pick<ParcelsRow, (typeof parcelColumns)[number]>>
/** A fact and what became of it, its standing and its flags in one line; null where nothing is stored. */
export type StoredFact = AsText<CustodyEventsRow> & {
  fate: string | null
  unit_kind: 'post_office' | 'police_unit' | null
}
export type StoredClock = AsText<Pick<ClocksRow, 'policy_id' | 'started_at' | 'stopped_at' | 'due_at' | 'inputs'>> & {
  parcel_id: string
}
/** All that is stored of one parcel: its facts in record order, and what was derived from them. */
export type Stored = {
  parcel: StoredParcel
  present: AsText<ParcelPresentsRow> | null
  facts: StoredFact[]
  clocks: StoredClock[]
  /** Its crossings from one side to another, a line each. */
  crossings: string[]
}

// What a page holds should be gone before the collector moves it to its old generation.
const parcelsAtOnce = 200
const parcelsInARow = 50

/** All parcels with their facts, page by page along their ids: memory does not grow with their number. */
export async function* readStored(trx: Knex): AsyncGenerator<Stored> {
  const kinds: UnitKinds = new Map((await trx('units').select('id', 'kind')).map(({ id, kind }) => [id, kind]))
  let coming = readPage(trx, kinds, null)
  for (;;) {
    const page = await coming
    const last = page.at(-1)
    if (!last) return
    coming = readPage(trx, kinds, last.parcel.id)
    coming.catch(() => {})
    for (const [i, stored] of page.entries()) {
      yield stored
      // Lets the answers in, so that the database reads the next page while this one is worked on.
      if (i % parcelsInARow === 0) await breath()
    }
  }
}

type UnitKinds = ReadonlyMap<string, 'post_office' | 'police_unit'>

async function readPage(trx: Knex, kinds: UnitKinds, after: string | null): Promise<Stored[]> {
  const parcels: StoredParcel[] = await trx('parcels')
    .modify(query => after && query.where('id', '>', after))
    .orderBy('id')
    .limit(parcelsAtOnce)
    .options({ types: texts })
    .select(parcelColumns)
  const ids = parcels.map(({ id }) => id)
  const of = (table: string) => trx(table).whereRaw('parcel_id = any(?)', [ids]).options({ types: texts })
  const presents: AsText<ParcelPresentsRow>[] = await of('parcel_presents').select()
  const clocks: StoredClock[] = await of('clocks').select(clockColumns)
  const crossings: { parcel_id: string; lines: string[] }[] = await of('crossings')
    .groupBy('parcel_id')
    .select('parcel_id', trx.raw(`array_agg(${crossingLine}) as lines`))
  const facts = await readFacts(trx, ids)
  for (const fact of facts) fact.unit_kind = kinds.get(fact.unit_id ?? '') ?? null
  const present = new Map(presents.map(row => [row.parcel_id, row]))
  const crossed = new Map(crossings.map(row => [row.parcel_id, row.lines]))
  const [factsOf, clocksOf] = [groupBy(facts, fact => fact.parcel_id), groupBy(clocks, clock => clock.parcel_id)]
  return parcels.map(parcel => ({
    parcel,
    present: present.get(parcel.id) ?? null,
    facts: factsOf.get(parcel.id) ?? [],
    clocks: clocksOf.get(parcel.id) ?? [],
    crossings: crossed.get(parcel.id) ?? [],
  }))
}

const readFacts = (trx: Knex, parcels: readonly string[]): Promise<StoredFact[]> =>
  trx('custody_events')
    .leftJoin('event_standings', 'event_standings.event_id', 'custody_events.id')
    .whereRaw('custody_events.parcel_id = any(?)', [[...parcels]])
    .orderBy('custody_events.parcel_id')
    .orderBy('custody_events.seq')
    .options({ types: texts })
    .select('custody_events.*', trx.raw(`array_to_string(standing || flags, ' ') as fate`))

/** As `check-crossings.ts` writes what it derives. */
const crossingLine = `concat_ws(' ', event_id, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), giver_kind, giver_unit, giver_person, taker_kind, taker_unit, taker_person,
  case when day <> (at at time zone 'Asia/Ho_Chi_Minh')::date then 'on another day' end)`

const clockColumns = ['parcel_id', 'policy_id', 'started_at', 'stopped_at', 'due_at', 'inputs'] as const
const parcelColumns = [
  'id',
  'code',
  'origin_kind',
  'origin_unit',
  'created_at',
  'destination_kind',
  'destination_unit',
  'on_route',
  'hands',
  'is_collected',
] as const
