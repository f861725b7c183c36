import type { Knex } from 'knex'

/** Until this transaction ends nobody else holds `name`; who asks for it meanwhile waits, and then sees what was done. */
export const holdName = async (trx: Knex, name: string): Promise<void> => {
  await trx.raw('select pg_advisory_xact_lock(hashtextextended(:name, 1))', { name })
}
