import type { Knex } from 'knex'
import type { Pause } from './pauses.ts'

type Paused = { id: string; pauses: readonly Pause[] }

/** Makes the stored pauses of these clocks what the facts say. */
export async function keepPauses(db: Knex, clocks: readonly Paused[]): Promise<void> {
  if (!clocks.length) return
  const rows = clocks.flatMap(({ id, pauses }) => pauses.map(pause => ({ clock_id: id, ...pause })))
  // In two statements: what is deleted and written in one is in each other's way (exclusion constraint).
  await db
    .raw('delete from pauses where clock_id = any(:ids)', { ids: clocks.map(({ id }) => id) })
    .options({ name: 'forget pauses' })
  if (rows.length) await db('pauses').insert(rows)
}
