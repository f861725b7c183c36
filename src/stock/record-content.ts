import type { Knex } from 'knex'
import type { StockCountsRow } from '../../db/tables.ts'
import { groupBy } from '../kit/group-by.ts'
import type { Actor } from '../people/actor.ts'
import { unitById } from '../places/queries.ts'
import type { CountedParcel } from './locked-parcels.ts'
import type { RecordLine, StockRecord } from './record.ts'
import { unknownCodes } from './unknown-codes.ts'

type Timed = CountedParcel & { times: number }
type Closed = { number: string; by: Actor; now: Date }

const bodies = { post_office: 'BƯU ĐIỆN TỈNH ĐẮK NÔNG', police_unit: 'CÔNG AN TỈNH ĐẮK NÔNG' }

/** Every word of the record as it is at this closing; it is drawn when somebody asks for it. */
export async function recordContent(
  trx: Knex,
  count: StockCountsRow,
  parcels: readonly Timed[],
  { number, by, now }: Closed,
): Promise<StockRecord> {
  const unit = await unitById(trx, count.unit_id)
  const holders = await holderNames(trx, parcels)
  const people = await whoCounted(trx, count.id)
  const unknown = await unknownCodes(trx, count)
  const lines = asCounted(parcels)
    .sort((a, b) => (a.code < b.code ? -1 : 1))
    .map(parcel => ({
      code: parcel.code,
      purpose: parcel.purpose,
      outcome: parcel.outcome,
      since: parcel.since.toISOString(),
      times: parcel.times,
      is_lost: parcel.is_lost,
      holder: { kind: parcel.holder_kind, name: holders.get(parcel.holder_person ?? parcel.holder_unit ?? '') ?? null },
    }))
  return {
    number,
    parentBody: bodies[unit.kind],
    unit: unit.name,
    opened_at: count.opened_at.toISOString(),
    closed_at: now.toISOString(),
    closed_by: by.name,
    people,
    lines,
    unknown,
  }
}

/** What is sealed in a bag is one line with its bag, an outcome each: a bag is opened by a blind count, and no other tells its list. */
function asCounted(parcels: readonly Timed[]): (Omit<Timed, 'purpose'> & Pick<RecordLine, 'purpose'>)[] {
  const sealed = groupBy(
    parcels.filter(({ sealed_in }) => sealed_in),
    ({ sealed_in, outcome }) => `${sealed_in} ${outcome}`,
  )
  const bags = [...sealed.values()].flatMap(([first]) =>
    first?.sealed_in ? [{ ...first, code: first.sealed_in, purpose: 'bag' as const }] : [],
  )
  return [...parcels.filter(({ sealed_in }) => !sealed_in), ...bags]
}

async function holderNames(trx: Knex, parcels: readonly CountedParcel[]): Promise<Map<string, string>> {
  const ids = (some: (string | null)[]) => [...new Set(some.flatMap(one => one ?? []))]
  const units = await trx('units')
    .whereIn('id', ids(parcels.map(({ holder_unit }) => holder_unit)))
    .select('id', 'name')
  const people = await trx('people')
    .whereIn('id', ids(parcels.map(({ holder_person }) => holder_person)))
    .select('id', 'name')
  return new Map([...units, ...people].map(({ id, name }) => [id, name]))
}

const whoCounted = (trx: Knex, count: string): Promise<string[]> =>
  trx('people')
    .whereIn('id', trx('stock_count_codes').where({ count_id: count }).select('scanned_by'))
    .orderBy('name')
    .pluck('name')
