import type { Knex } from 'knex'

/** Of each watch after how many minutes, or by which minute of the day, somebody has to hear. What has no setting is absent. */
export async function watchAmounts(db: Knex): Promise<Record<string, number>> {
  const rows = await db('watch_settings').select('watch', 'amount')
  return Object.fromEntries(rows.map(({ watch, amount }) => [watch, amount]))
}
