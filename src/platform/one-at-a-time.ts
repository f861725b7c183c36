import type { Knex } from 'knex'
import type pg from 'pg'

/**
 * Does `work` while no other process does the work of the same `name` on this database; the others wait.
 * The lock lives on a connection of its own, so the pool may be small and a killed process lets go by itself.
 */
export async function oneAtATime<T>(db: Knex, name: string, work: () => Promise<T>): Promise<T> {
  const keeper: pg.Client = await db.client.acquireRawConnection()
  try {
    await keeper.query('set lock_timeout = 0; set statement_timeout = 0')
    await keeper.query('select pg_advisory_lock(hashtextextended($1, 0))', [name])
    return await work()
  } finally {
    await keeper.end()
  }
}
