import type { Knex } from 'knex'
import { speaksFor } from '../handovers/sides.ts'
import { pageOf } from '../kit/paging.ts'
import type { Actor } from '../people/actor.ts'
import { visibleUnits } from '../people/may.ts'
import { sidesOfBag } from './bag-sides.ts'
import type { Which } from './options.ts'
import { type Bag, bags, inside } from './queries.ts'

export type Asked = { which: Which; limit: number; after?: string | undefined }
export type ListedBag = Bag & { differences: number; is_mine_to_explain: boolean }

/** The bags of those who ask, the oldest first; who sees everything sees all. */
export async function listBags(db: Knex, { which, limit, after }: Asked, by: Actor) {
  const visible = visibleUnits(by, 'read bags')
  const query: Knex.QueryBuilder = bags(db)
    .select(db.raw(`(select count(*)::integer from bag_differences ${unexplained()}) as differences`))
    .select(db.raw(`${owes('giver')} as giver_owes, ${owes('taker')} as taker_owes`))
    .orderBy('bags.id')
    .limit(limit + 1)
  filters[which](query, visible)
  if (visible !== 'all') query.where(mine => concerning(mine, visible))
  if (after) query.where('bags.id', '>', after)
  const rows: Row[] = await query
  return pageOf(
    rows.map(row => listed(row, by)),
    limit,
    ({ id }) => id,
  )
}

type Row = Bag & { differences: number; giver_owes: boolean; taker_owes: boolean }

const unexplained = (part?: 'giver' | 'taker') =>
  part
    ? `where bag_id = bags.id and ${part}_closed_at is null`
    : 'where bag_id = bags.id and (giver_closed_at is null or taker_closed_at is null)'

const owes = (part: 'giver' | 'taker') => `exists (select from bag_differences ${unexplained(part)})`
const hasDifferences = `exists (select from bag_differences ${unexplained()})`

const filters: Record<Which, (query: Knex.QueryBuilder, units: 'all' | readonly string[]) => void> = {
  mine: (query, units) =>
    query.where(mine =>
      mine
        .whereRaw(hasDifferences)
        .orWhere(coming => (units === 'all' ? coming : coming.where(isHere(units))).where('bags.state', 'sealed')),
    ),
  underway: query => query.where('bags.state', 'sealed'),
  unfinished: query => query.whereRaw(`(bags.state in ('open', 'sealed') or ${hasDifferences})`),
}

const concerning = (mine: Knex.QueryBuilder, units: readonly string[]) =>
  mine.whereIn('bags.made_unit', units).orWhereIn('bags.opened_unit', units).orWhere(isHere(units))

/** Bound here, or come here. */
const isHere = (units: readonly string[]) => (here: Knex.QueryBuilder) =>
  here
    .whereIn('bags.to_unit', units)
    .orWhereRaw(`exists (select ${inside} and holder_unit <> made_unit and holder_unit = any(?::text[]))`, [[...units]])

function listed({ giver_owes, taker_owes, ...bag }: Row, by: Actor): ListedBag {
  const { giver, taker } = sidesOfBag(bag)
  const isMine = (giver_owes && speaksFor(by, giver)) || (taker_owes && speaksFor(by, taker))
  return { ...bag, is_mine_to_explain: isMine }
}
