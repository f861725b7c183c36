import type { Knex } from 'knex'
import { conflict, notFound } from '../kit/errors.ts'
import { addMs, day } from '../kit/time.ts'
import type { Actor } from '../people/actor.ts'
import { audit } from '../people/audit.ts'

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
