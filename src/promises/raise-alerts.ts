import type { Knex } from 'knex'
import { addMs, minute } from '../kit/time.ts'
import { isStill } from './standing.ts'
import { tellHearers } from './tell-hearers.ts'

/**
 * The tick: raises what is due. It looks only at clocks whose next level has come, so cost follows what is due; alerts
 * close where their clock changes, and where a higher level follows. Ten missed ticks raise one alert, the highest level reached; one open alert for a
 * clock, level and due time makes it once, however many processes run. Answers how many were raised and closed.
 */
export async function raiseAlerts(db: Knex, now: Date): Promise<{ raised: number; closed: number }> {
  return db.transaction(async trx => {
    const closed = await takeBackEarly(trx, now)
    const { rows } = await trx.raw<{ rows: { id: string }[] }>(
      `with due as (
         select clocks.id, clocks.due_at, clocks.parcel_id, coalesce(parcel_presents.holder_unit, clocks.unit_id) as unit_id,
           case when clocks.due_at <= :yesterday then 'breach_day' when clocks.due_at <= :now then 'breach'
             when missed_at <= :now then 'missed' else 'at_risk' end as level
         from clocks left join parcel_presents on parcel_presents.parcel_id = clocks.parcel_id
         where next_alert_at <= :now and stopped_at is null and ${isStill} is not true
         order by clocks.id
         for update of clocks skip locked
       ), marked as (
         update clocks set next_alert_at = case due.level when 'at_risk' then missed_at when 'missed' then clocks.due_at
           when 'breach' then clocks.due_at + interval '1 day' end
         from due where clocks.id = due.id
       )
       insert into alerts (id, clock_id, level, due_at, raised_at, unit_id, parcel_id)
       select gen_random_uuid(), id, level, due_at, :now, unit_id, parcel_id from due
       on conflict (clock_id, level, due_at) where closed_at is null do nothing
       returning id`,
      { now, yesterday: addMs(now, -24 * 60 * minute) },
    )
    const raised = rows.map(({ id }) => id)
    await tellHearers(trx, raised)
    return { raised: raised.length, closed: closed + (await closeLower(trx, raised, now)) }
  })
}

/** What was at risk is missed, what was missed is late: of one clock the highest level alone is open. */
async function closeLower(trx: Knex, raised: readonly string[], now: Date): Promise<number> {
  if (!raised.length) return 0
  const { rowCount } = await trx.raw(
    `update alerts set closed_at = :now
     from alerts as higher
     where higher.id = any(:raised) and alerts.clock_id = higher.clock_id and alerts.id <> higher.id and alerts.closed_at is null`,
    { raised, now },
  )
  return rowCount ?? 0
}

/** Processes differ by seconds; a server whose clock had jumped ahead, by more. */
const skew = 5 * minute

/** Alerts raised at a moment that has not come yet never had a cause: their clocks are looked at from the beginning. */
async function takeBackEarly(trx: Knex, now: Date): Promise<number> {
  const { rowCount } = await trx.raw(
    `with early as (
       update clocks set next_alert_at = at_risk_at
       where id in (select clock_id from alerts where closed_at is null and raised_at > :later)
       returning id
     )
     update alerts set closed_at = :now
     from early
     where alerts.clock_id = early.id and alerts.closed_at is null and alerts.raised_at > :later`,
    { now, later: addMs(now, skew) },
  )
  return rowCount ?? 0
}
