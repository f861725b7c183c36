import type { Knex } from 'knex'
import type { Scenario } from './scenario.ts'

/** Until so many sessions of this database wait for another's lock, or nobody came to wait for it after all. */
export async function untilWaiting({ db }: Pick<Scenario, 'db'>, many: number): Promise<void> {
  for (let tries = 0; tries < 300; tries++) {
    const { rows } = await db.raw(
      `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if (rows.length >= many) return
  }
}

/** Does `work`, so many requests at once, while somebody else holds this parcel: all have come before the first goes on. */
export async function whileHeld<T>(
  { db }: Pick<Scenario, 'db'>,
  code: string,
  work: (() => Promise<T>)[],
): Promise<T[]> {
  const holding: Knex.Transaction = await db.transaction()
  await holding('parcel_presents')
    .whereIn('parcel_id', holding('parcels').where({ code }).select('id'))
    .forUpdate()
    .first('parcel_id')
  const all = Promise.all(work.map(one => one()))
  await untilWaiting({ db }, work.length)
  await holding.commit()
  return all
}
