import type { Knex } from 'knex'
import { addMs, day } from '../kit/time.ts'

/** Which office hears an alert. In one place, because who that is may change. */
const heard = `
  select alerts.id as alert_id, alerts.level, clocks.unit_id
  from alerts
  join clocks on clocks.id = alerts.clock_id
  where alerts.closed_at is null and alerts.raised_at >= :since
    and not exists (select from told_alerts where told_alerts.alert_id = alerts.id)`

/** What came up since the last tick, in one e-mail for each office and level; offices without a mailbox read their pages. */
export async function tellOffices(db: Knex, now: Date): Promise<number> {
  const { rows } = await db.raw(
    `with heard as (${heard}),
     mailed as (
       select gen_random_uuid() as id, heard.unit_id, heard.level
       from heard join units on units.id = heard.unit_id and units.email is not null
       group by heard.unit_id, heard.level),
     written as (
       insert into messages (id, kind, channel, unit_id, level, caused_at, not_before, not_after, state)
       select id, 'alerts', 'email', unit_id, level, :now, :now, :until, 'waiting' from mailed
       returning id)
     insert into told_alerts (alert_id, message_id)
     select heard.alert_id, mailed.id from heard join mailed using (unit_id, level) join written on written.id = mailed.id
     returning message_id`,
    { now, since: addMs(now, -day), until: addMs(now, day) },
  )
  return new Set(rows.map(({ message_id }: { message_id: string }) => message_id)).size
}
