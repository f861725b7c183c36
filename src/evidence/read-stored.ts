import { setImmediate as breath } from 'node:timers/promises'
import type { Knex } from 'knex'
import type { ClocksRow, ParcelPresentsRow, ParcelsRow } from '../../db/tables.ts'
import { type AsText, moment, texts } from '../platform/texts.ts'
import { readFacts, type StoredFact, type UnitKinds, type WrittenFacts, writtenFacts } from './read-facts.ts'

export type StoredParcel = AsText<Pick<ParcelsRow, (typeof parcelColumns)[number]>>
export type StoredClock = Pick<AsText<ClocksRow>, 'policy_id' | 'started_at' | 'stopped_at' | 'due_at' | 'inputs'>
/** All that is stored of one parcel: its facts in record order, and what was derived from them. */
export type Stored = {
  parcel: StoredParcel
  present: AsText<ParcelPresentsRow> | null
  /** Null where they cannot be told apart. */
  facts: StoredFact[] | null
  clocks: StoredClock[]
  /** When the post should have fetched it, by the sheets on which the police released it. */
  pick_up_at: string | null
  /** Its crossings from one side to another, a line each. */
  crossings: string[]
}

// What a page holds should be gone before the collector moves it to its old generation.
const parcelsAtOnce = 100
const parcelsInARow = 20

/** All parcels with their facts, page by page along their ids: memory does not grow with their number. */
export async function* readStored(trx: Knex): AsyncGenerator<Stored> {
  const kinds = await unitKinds(trx)
  let coming = readPage(trx, '00000000-0000-0000-0000-000000000000')
  for (;;) {
    const page = await coming
    const last = page.at(-1)
    if (!last) return
    coming = readPage(trx, last.id)
    coming.catch(() => {})
    for (const [i, row] of page.entries()) {
      yield storedIn(row, kinds)
      // Lets the answers in, so that the database reads the next page while this one is worked on.
      if (i % parcelsInARow === 0) await breath()
    }
  }
}

/** Which units are post offices and which are the police's. */
export const unitKinds = async (trx: Knex): Promise<UnitKinds> =>
  new Map((await trx('units').select('id', 'kind')).map(({ id, kind }) => [id, kind]))

type Row = StoredParcel & AsText<ParcelPresentsRow> & WrittenFacts & WrittenBeside
type WrittenBeside = { written_clocks: string | null; written_crossings: string | null; pick_up_at: string | null }

/** One statement for all of it: nothing of a parcel is taken apart before its turn comes. */
async function readPage(trx: Knex, after: string): Promise<Row[]> {
  const { rows } = await trx
    .raw<{ rows: Row[] }>(
      `select ${parcelColumns.map(name => `parcels.${name}`).join(', ')}, parcel_presents.*, count, facts, fates,
         (select string_agg(${clock}, '\n') from clocks where parcel_id = parcels.id) as written_clocks,
         ${pickUp} as pick_up_at,
         (select string_agg(${crossing}, '\n') from crossings where parcel_id = parcels.id) as written_crossings
       from parcels left join parcel_presents on parcel_presents.parcel_id = parcels.id ${writtenFacts}
       where parcels.id > :after order by parcels.id limit :parcelsAtOnce`,
      { after, parcelsAtOnce },
    )
    .options({ types: texts })
  return rows
}

const clock = `concat_ws('|', policy_id, started_at, due_at, coalesce(stopped_at::text, ''), inputs)`
const pickUp = `(select min(handovers.pick_up_at) from handover_parcels as listed
  join handovers on handovers.id = listed.handover_id
  where listed.parcel_id = parcels.id and listed.is_listed and listed.is_accepted is not false
    and handovers.giver_kind = 'police_unit' and handovers.taker_kind <> 'police_unit'
    and not exists (select from custody_events as back join event_standings as fate on fate.event_id = back.id
      where back.parcel_id = parcels.id and back.step = 'take_back' and fate.standing = 'applied'
        and back.effective_at >= handovers.released_at)
    and (handovers.cancelled_at is null or handovers.cancelled_at >= handovers.pick_up_at))`
const crossing = `concat_ws('|', event_id, at,
  concat_ws(' ', giver_kind, giver_unit, giver_person, taker_kind, taker_unit, taker_person,
    case when day <> (at at time zone 'Asia/Ho_Chi_Minh')::date then 'on another day' end))`

const storedIn = (row: Row, kinds: UnitKinds): Stored => ({
  parcel: row,
  present: row.parcel_id ? row : null,
  facts: readFacts(row, kinds),
  clocks: row.written_clocks?.split('\n').map(clockIn) ?? [],
  pick_up_at: row.pick_up_at,
  crossings: row.written_crossings?.split('\n').map(crossingIn) ?? [],
})

function clockIn(written: string): StoredClock {
  const [policy = '', started = '', due = '', stopped = '', ...inputs] = written.split('|')
  return {
    policy_id: Number(policy),
    started_at: moment(started),
    due_at: moment(due),
    stopped_at: stopped ? moment(stopped) : null,
    inputs: JSON.parse(inputs.join('|')),
  }
}

/** As `check-crossings.ts` writes what it derives. */
function crossingIn(written: string): string {
  const [id = '', at = '', sides = ''] = written.split('|')
  return `${id} ${moment(at)} ${sides}`
}

export const parcelColumns = [
  'id',
  'code',
  'purpose',
  'origin_kind',
  'origin_unit',
  'created_at',
  'destination_kind',
  'destination_unit',
  'on_route',
  'hands',
  'is_collected',
  'zone',
] as const
