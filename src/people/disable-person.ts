import type { Knex } from 'knex'
import { conflict } from '../kit/errors.ts'
import type { Actor } from './actor.ts'
import { audit } from './audit.ts'
import { keepAnAdministrator } from './keep-an-administrator.ts'

/** Closes an account: its sessions end at once and its set-up links stop working. Twice is the same. Throws conflict for one's own. */
export async function disablePerson(db: Knex, id: string, { by, now }: { by: Actor; now: Date }): Promise<void> {
  if (id === by.id) throw conflict('own_account', 'Không thể tự khóa tài khoản của mình.')
  await db.transaction(async trx => {
    const closed = await keepAnAdministrator(trx, now, async () =>
      trx('people').where({ id }).whereNull('disabled_at').update({ disabled_at: now }),
    )
    if (!closed) return
    await trx('sessions').where({ person_id: id }).delete()
    await trx('set_up_links').where({ person_id: id }).whereNull('used_at').delete()
    await audit(trx, { by, action: 'disable person', subject: id }, now)
  })
}
