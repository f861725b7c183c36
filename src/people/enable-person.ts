import type { Knex } from 'knex'
import type { Actor } from './actor.ts'
import { audit } from './audit.ts'

/** Opens a closed account again; its password still holds. Twice is the same. */
export async function enablePerson(db: Knex, id: string, { by, now }: { by: Actor; now: Date }): Promise<void> {
  await db.transaction(async trx => {
    const opened = await trx('people').where({ id }).whereNotNull('disabled_at').update({ disabled_at: null })
    if (opened) await audit(trx, { by, action: 'enable person', subject: id }, now)
  })
}
