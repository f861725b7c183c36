import type { Knex } from 'knex'

/**
 * The tick: raises what is due and closes what is settled. It looks only at clocks whose next level has come, so cost
 * follows what is due. Ten missed ticks raise one alert, the highest level reached; unique (clock, level) makes it once,
 * however many processes run. Answers how many were raised and closed.
 */
export async function raiseAlerts(db: Knex, now: Date): Promise<{ raised: number; closed: number }> {
  return db.transaction(async trx => {
    const raised = await trx.raw(
      `with due as (
         select id, case when due_at <= :now then 'breach' when missed_at <= :now then 'missed' else 'at_risk' end as level
         from clocks
         where next_alert_at <= :now and stopped_at is null and paused_at is null
         order by id
         for update skip locked
       ), marked as (
         update clocks set next_alert_at = case due.level when 'at_risk' then missed_at when 'missed' then due_at end
         from due where clocks.id = due.id
       )
       insert into alerts (id, clock_id, level, raised_at)
       select gen_random_uuid(), id, level, :now from due
       on conflict (clock_id, level) do nothing`,
      { now },
    )
    await reopenUnsettled(trx, now)
    return { raised: raised.rowCount ?? 0, closed: await closeSettled(trx, now) }
  })
}

/** The moment of an alert's level, by the clock as it stands now: a day set anew, or a start taken back, moves it. */
const comesAt = `case alerts.level when 'breach' then clocks.due_at when 'missed' then clocks.missed_at else clocks.at_risk_at end`

/** An alert closes itself when its cause is gone, whether anybody acknowledged it or not. */
const closeSettled = (trx: Knex, now: Date) =>
  trx('alerts')
    .whereNull('closed_at')
    .whereExists(
      trx('clocks')
        .whereRaw('clocks.id = alerts.clock_id')
        .whereRaw(`(clocks.stopped_at is not null or ${comesAt} > ?)`, [now])
        .select(trx.raw('1')),
    )
    .update({ closed_at: now })

/** A delivery was taken back: the clock runs on, and what it had alerted counts again once its moment is there. */
const reopenUnsettled = (trx: Knex, now: Date) =>
  trx('alerts')
    .whereNotNull('closed_at')
    .whereExists(
      trx('clocks')
        .whereRaw('clocks.id = alerts.clock_id')
        .whereNull('stopped_at')
        .whereNull('paused_at')
        .whereRaw(`${comesAt} <= ?`, [now])
        .select(trx.raw('1')),
    )
    .update({ closed_at: null })
