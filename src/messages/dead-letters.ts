import type { Knex } from 'knex'
import type { MessagesRow } from '../../db/tables.ts'
import { pageOf } from '../kit/paging.ts'

export type DeadLetter = Pick<
  MessagesRow,
  'id' | 'kind' | 'channel' | 'caused_at' | 'trouble' | 'attempts' | 'note'
> & {
  settled_at: Date
  reference: string | null
  unit: string | null
}

/** Messages that nobody got and nothing replaces, by the order in which they were written. */
export async function deadLetters(db: Knex, { limit, after }: { limit: number; after?: string | undefined }) {
  const query = db('messages')
    .leftJoin('dossiers', 'dossiers.id', 'messages.dossier_id')
    .leftJoin('units', 'units.id', 'messages.unit_id')
    .where('messages.state', 'dead')
    .orderBy('messages.id')
    .limit(limit + 1)
    .select(
      'messages.id',
      'messages.kind',
      'messages.channel',
      'messages.caused_at',
      'messages.settled_at',
      'messages.trouble',
      'messages.attempts',
      'messages.note',
      'dossiers.reference',
      'units.name as unit',
    )
  if (after) query.where('messages.id', '>', after)
  const rows: DeadLetter[] = await query
  return pageOf(rows, limit, ({ id }) => id)
}
