import type { Knex } from 'knex'
import { openSince } from '../kit/quiet-hours.ts'

/**
 * Messages of machines that should have left `messages_stuck` minutes ago, and still wait. Hours in which citizens
 * are left in peace do not count.
 */
export const isStuck = `state = 'waiting' and channel <> 'call'
  and greatest(not_before, case when dossier_id is not null then :open_since::timestamptz end)
    <= :now::timestamptz - make_interval(mins => :messages_stuck)`

/** Since when citizens may be written to without a break; null where they always may. */
export async function openSinceOf(db: Knex, now: Date): Promise<Date | null> {
  const hours = await db('message_settings').first('quiet_from', 'quiet_until')
  return hours ? openSince(hours, now) : null
}
