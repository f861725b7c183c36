import type { Knex } from 'knex'
import { pageOf } from '../kit/paging.ts'
import { addMs, hour } from '../kit/time.ts'
import type { Actor } from '../people/actor.ts'
import { concerning } from './concerning.ts'
import type { choices } from './options.ts'
import { type Handover, handoverOf, handovers } from './queries.ts'
import { actingFor, speaksFor } from './sides.ts'

export type Which = keyof typeof choices
export type Asked = { which: Which; limit: number; after?: string | undefined }

/** A list that nobody signed after half a working day has been forgotten, not delayed. */
const patience = 4 * hour

export type ListedHandover = Handover & {
  parcels: number
  differences: number
  is_mine_to_accept: boolean
  is_mine_to_explain: boolean
  is_aged: boolean
}

/** Sheets of those who ask, the oldest first; who sees everything sees all. */
export async function listHandovers(db: Knex, { which, limit, after }: Asked, { by, now }: { by: Actor; now: Date }) {
  const query = handovers(db)
    .modify(query => concerning(query, by, which === 'to_accept' ? ['taker'] : undefined))
    .select(counted(db, 'handover_parcels', 'parcels'), counted(db, 'handover_differences', 'differences', open))
    .select(db.raw(`${stillOpenFor('giver')} as giver_owes, ${stillOpenFor('taker')} as taker_owes`))
    .orderBy('handovers.id')
    .limit(limit + 1)
  filters[which](query, addMs(now, -patience))
  if (after) query.where('handovers.id', '>', after)
  const rows: Row[] = await query
  const items = rows.map(row => listed(row, by, addMs(now, -patience)))
  return pageOf(items, limit, ({ id }) => id)
}

type Row = Parameters<typeof handoverOf>[0] & {
  parcels: number
  differences: number
  giver_owes: boolean
  taker_owes: boolean
}

const open = 'and (giver_closed_at is null or taker_closed_at is null)'

const counted = (db: Knex, table: string, name: string, and = '') =>
  db.raw(`(select count(*)::integer from ${table} where handover_id = handovers.id ${and}) as ${name}`)

const stillOpenFor = (part: 'giver' | 'taker') =>
  `exists (select from handover_differences where handover_id = handovers.id and ${part}_closed_at is null)`

const eitherOwes = `(${stillOpenFor('giver')} or ${stillOpenFor('taker')})`

const filters: Record<Which, (query: Knex.QueryBuilder, aged: Date) => void> = {
  mine: query => query.whereRaw(`(handovers.state = 'released' or ${eitherOwes})`),
  open: query => query.whereRaw(`(handovers.state = 'released' or ${eitherOwes})`),
  to_accept: query => query.where('handovers.state', 'released'),
  aged: (query, aged) => query.where('handovers.state', 'released').where('handovers.released_at', '<', aged),
}

function listed({ giver_owes, taker_owes, ...row }: Row, by: Actor, aged: Date): ListedHandover {
  const handover = handoverOf(row)
  const { giver, taker, released_at, state } = handover
  return {
    ...handover,
    parcels: row.parcels,
    differences: row.differences,
    is_mine_to_accept: state === 'released' && actingFor(by, taker) !== undefined,
    is_mine_to_explain: (giver_owes && speaksFor(by, giver)) || (taker_owes && speaksFor(by, taker)),
    is_aged: state === 'released' && released_at !== null && released_at < aged,
  }
}
