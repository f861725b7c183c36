import type { Knex } from 'knex'
import { addMs, day, type IsoDate, localDate } from '../kit/time.ts'
import type { Actor } from '../people/actor.ts'
import { concerning } from './concerning.ts'
import { type NamedRow, type NamedSide, nameColumns, namedSides, sideColumns, withNames } from './named-sides.ts'

/** What went from one side to another on one day without a list, and nobody has signed for; `id` is the first fact of it. */
export type Unlisted = {
  id: string
  giver: NamedSide
  taker: NamedSide
  day: IsoDate
  parcels: number
  last_at: Date
}

/** For so long somebody still remembers what was taken without a list. */
const remembered = 31 * day
/** So many are told of at once: who signs for the newest finds the older ones next. */
const most = 200

/** What crossed without a list and waits for the taker's signature, the newest day first, for those concerned. */
export async function unlistedOf(db: Knex, { by, now }: { by: Actor; now: Date }): Promise<Unlisted[]> {
  const groups = db
    .from('unsigned_crossings')
    .where('day', '>=', localDate(addMs(now, -remembered)))
    .whereNotIn('event_id', db.from('waiting_crossings').select('event_id'))
    .modify(query => concerning(query, by))
    .groupBy([...sideColumns, 'day'])
    .orderByRaw('day desc, max(at) desc')
    .limit(most)
    .select([...sideColumns, 'day', ...figures(db)])
  // Names come last: to join them to every crossing costs more than all the rest.
  const rows: (NamedRow & Omit<Unlisted, 'giver' | 'taker'>)[] = await withNames(db.from(groups.as('crossing')))
    .orderByRaw('day desc, last_at desc')
    .select(['crossing.*', nameColumns])
  return rows.map(row => {
    const { id, day, parcels, last_at } = row
    return { id, ...namedSides(row), day, parcels, last_at }
  })
}

const figures = (db: Knex) => [
  db.raw('(array_agg(event_id order by at, event_id))[1] as id'),
  db.raw('count(distinct parcel_id)::integer as parcels'),
  db.raw('max(at) as last_at'),
]
