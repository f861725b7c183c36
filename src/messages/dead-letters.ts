import type { Knex } from 'knex'
import type { MessagesRow } from '../../db/tables.ts'
import { conflict, notFound } from '../kit/errors.ts'
import { pageOf } from '../kit/paging.ts'
import { addMs, day } from '../kit/time.ts'
import type { Actor } from '../people/actor.ts'
import { audit } from '../people/audit.ts'

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

/**
 * Sends one again that failed, under the same id: had its provider done it after all, it still is done once. For a day it
 * is news again. Throws notFound, or conflict `not_dead` where it is on its way already.
 */
export async function sendAgain(db: Knex, id: string, { by, now }: { by: Actor; now: Date }): Promise<void> {
  await db.transaction(async trx => {
    const revived = await trx('messages')
      .where({ id, state: 'dead' })
      .update({
        state: 'waiting',
        attempts: 0,
        leases: 0,
        not_before: now,
        not_after: trx.raw('greatest(not_after, ?)', [addMs(now, day)]),
        lease_until: null,
        settled_at: null,
        settled_by: null,
      })
    if (!revived) {
      if (await trx('messages').where({ id }).first('id'))
        throw conflict('not_dead', 'Tin này không còn ở danh sách: đã gửi lại hoặc đã bỏ.')
      throw notFound('Không có tin này.')
    }
    await audit(trx, { by, action: 'send again', subject: id }, now)
  })
}
