import type { Knex } from 'knex'
import { addMs, minute } from '../kit/time.ts'

const lease = 5 * minute

/**
 * Runs `work` for a slot of the timetable in one process only: whoever inserts the row `(job, slot)` does it, outside its
 * transaction. A holder that died leaves a lease that ends; the next slot runs anyway. A failure is kept in `last_error`
 * and thrown on. Answers whether this process did the work.
 */
export async function runOnce(
  db: Knex,
  { job, slot, now }: { job: string; slot: Date; now: Date },
  work: () => Promise<unknown>,
): Promise<boolean> {
  const claimed = await db('job_runs')
    .insert({ job, slot, started_at: now, lease_until: addMs(now, lease) })
    .onConflict(['job', 'slot'])
    .merge(['started_at', 'lease_until', 'last_error'])
    .where('job_runs.lease_until', '<', now)
    .whereNull('job_runs.finished_at')
    .returning('job')
  if (!claimed.length) return false
  try {
    await work()
    await db('job_runs').where({ job, slot }).update({ finished_at: now })
  } catch (error) {
    await db('job_runs')
      .where({ job, slot })
      .update({ last_error: String(error) })
    throw error
  }
  return true
}
