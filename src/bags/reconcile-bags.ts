import type { Knex } from 'knex'
import type { BagsRow } from '../../db/tables.ts'
import { askAnew } from '../custody/ask-anew.ts'
import { packedAt } from '../custody/bag-scans.ts'
import type { Change, Consequence } from '../custody/consequence.ts'
import { type Leaving, leavingsOf } from './leavings.ts'

/**
 * What a bag holds follows from where its parcels are: before the seal packing and unpacking write the list, after it a
 * parcel that was scanned alone is no longer presumed inside, and a review asks how it came out (custody: “possession wins”).
 */
export const reconcileBags: Consequence = async (db, changes, { now }) => {
  const told = changes.map(change => ({ change, leavings: leavingsOf(change) })).filter(isAboutABag)
  const asked = await settleBags(db, told)
  const settled = changes.filter(({ isWhole }) => isWhole).map(({ parcel }) => parcel.id)
  await askAnew(db, 'out_of_bag', { asked, settled }, now)
}

type Told = { change: Change; leavings: Leaving[] }

/** Brings the lists of the bags up to date. Answers who left one that was sealed. */
async function settleBags(db: Knex, told: readonly Told[]): Promise<Leaving[]> {
  if (!told.length) return []
  const codes = told.flatMap(({ change: { before, after }, leavings }) => [
    ...[before.bag, after.bag].filter(bag => bag !== null),
    ...leavings.map(({ bag }) => bag),
  ])
  const bags = await lockedBags(db, codes)
  const rows = told.map(({ change }) => ({ parcel_id: change.parcel.id, bag_id: idOf(bags, change.after.bag) }))
  await writeContents(db, rows)
  const left = told.flatMap(({ leavings }) => leavings.filter(leaving => wasClosed(bags.get(leaving.bag), leaving)))
  return left.length ? listed(db, left) : []
}

const isAboutABag = ({ change: { before, after }, leavings }: Told) => before.bag !== after.bag || leavings.length > 0

type Bag = Pick<BagsRow, 'id' | 'code' | 'sealed_at' | 'opened_at'> & { packed_at: Date }

/** Shared locks, after the parcels: who seals or opens one meanwhile is waited for. */
async function lockedBags(db: Knex, codes: readonly string[]): Promise<Map<string, Bag>> {
  const rows: Bag[] = await db('bags')
    .whereIn('code', codes)
    .orderBy('id')
    .forShare()
    .select('id', 'code', 'sealed_at', 'opened_at', packedAt(db))
  return new Map(rows.map(row => [row.code, row]))
}

const idOf = (bags: ReadonlyMap<string, Bag>, code: string | null) => (code && bags.get(code)?.id) ?? null

/** From the last packing until it was opened: a seal may be entered late. What is found by the opening itself comes at that moment. */
const wasClosed = (bag: Bag | undefined, { at }: Leaving): boolean =>
  !!bag?.sealed_at && at >= bag.packed_at && (!bag.opened_at || at < bag.opened_at)

/** Of these those that the list of their bag was sealed with: what was taken out before is no question. */
async function listed(db: Knex, left: readonly Leaving[]): Promise<Leaving[]> {
  const rows = await db('bag_parcels')
    .join('bags', 'bags.id', 'bag_parcels.bag_id')
    .whereIn(
      'parcel_id',
      left.map(({ parcel_id }) => parcel_id),
    )
    .select('parcel_id', 'code')
  return left.filter(({ parcel_id, bag }) => rows.some(row => row.parcel_id === parcel_id && row.code === bag))
}

/** Out first, then in: a parcel is in one bag at most. A sealed list keeps its rows, an opened bag holds nothing. */
async function writeContents(db: Knex, rows: readonly { parcel_id: string; bag_id: string | null }[]) {
  const told = `jsonb_to_recordset(:rows::jsonb) as told (parcel_id uuid, bag_id uuid)`
  const where = `bag_parcels.parcel_id = told.parcel_id and bags.id = bag_parcels.bag_id`
  const said = { rows: JSON.stringify(rows) }
  await db.raw(
    `delete from bag_parcels using bags, ${told} where ${where}
     and bags.state = 'open' and told.bag_id is distinct from bags.id`,
    said,
  )
  await db.raw(
    `update bag_parcels set is_inside = false from bags, ${told} where ${where}
     and is_inside and told.bag_id is distinct from bags.id`,
    said,
  )
  await db.raw(
    `update bag_parcels set is_inside = true from bags, ${told} where ${where}
     and bags.state = 'sealed' and not is_inside and told.bag_id = bags.id`,
    said,
  )
  await db.raw(
    `insert into bag_parcels (bag_id, parcel_id, is_inside)
     select bags.id, told.parcel_id, true from ${told} join bags on bags.id = told.bag_id where bags.state = 'open'
     on conflict (bag_id, parcel_id) do nothing`,
    said,
  )
}
