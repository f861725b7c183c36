import type { Knex } from 'knex'
import { addMs, day } from '../kit/time.ts'

/** What each office that hears of alerts has not been told yet. */
const heard = `
  select alert_id, alerts.level, alert_hearers.unit_id
  from alerts
  join alert_hearers on alert_hearers.alert_id = alerts.id
  where alerts.closed_at is null and alerts.raised_at >= :since
    and not exists (select from told_alerts as told where told.alert_id = alerts.id and told.unit_id = alert_hearers.unit_id)`

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
     insert into told_alerts (alert_id, unit_id, message_id)
     select heard.alert_id, heard.unit_id, mailed.id from heard join mailed using (unit_id, level) join written on written.id = mailed.id
     returning message_id`,
    { now, since: addMs(now, -day), until: addMs(now, day) },
  )
  return new Set(rows.map(({ message_id }: { message_id: string }) => message_id)).size
}
