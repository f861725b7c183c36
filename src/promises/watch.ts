import type { Knex } from 'knex'
import { localDate, localMoment, nextDate } from '../kit/time.ts'
import { type Calendar, isWorkingDay } from '../places/calendar.ts'
import { openingHours, readCalendars } from '../places/queries.ts'
import { openSinceOf } from './stuck-messages.ts'
import { tellHearers } from './tell-hearers.ts'
import { watchAmounts } from './watch-amounts.ts'
import { type Watch, watches } from './watches.ts'

/**
 * Looks at everything that is watched beside clocks: what has a cause raises an alert, once for as long as the cause lasts;
 * an alert without one closes itself. Answers how many were raised and closed. A watch that fails stops no other; what
 * failed is thrown in the end.
 */
export async function watch(db: Knex, now: Date): Promise<{ raised: number; closed: number }> {
  const amounts = await watchAmounts(db)
  const asked = { ...amounts, now, open_since: await openSinceOf(db, now), ...(await evenings(db, amounts, now)) }
  const counts = []
  const faults: Error[] = []
  for (const [name, question] of Object.entries(watches)) {
    try {
      counts.push(await reconcile(db, name as Watch, question, asked))
    } catch (cause) {
      faults.push(new Error(`${name}: ${(cause as Error).message}`, { cause }))
    }
  }
  if (faults.length) throw new AggregateError(faults, faults.map(({ message }) => message).join('; '))
  return {
    raised: counts.reduce((sum, { raised }) => sum + raised, 0),
    closed: counts.reduce((sum, { closed }) => sum + closed, 0),
  }
}

/** By when each unit should have counted last, and closed its rounds, one that has closed too; of what has no setting, nothing. */
async function evenings(db: Knex, { uncounted, round_open }: Record<string, number>, now: Date) {
  const calendars = await readCalendars(db)
  const units = await db('units').select('id', 'kind')
  const by = (minutes: number) =>
    JSON.stringify(
      units.map(unit => ({ unit_id: unit.id, at: lastDeadline(openingHours(calendars, unit), minutes, now) })),
    )
  return { ...(uncounted && { counted_by: by(uncounted) }), ...(round_open && { closed_by: by(round_open) }) }
}

/** The last time at which a working day's work should have been done. */
function lastDeadline(calendar: Calendar, minutes: number, now: Date): Date {
  let date = localDate(now)
  while (localMoment(date, minutes) > now || !isWorkingDay(calendar, date)) date = nextDate(date, -1)
  return localMoment(date, minutes)
}

/** In one transaction, so that whoever looks sees the cause and its alert, or neither. */
function reconcile(db: Knex, name: Watch, question: string, asked: Record<string, unknown>) {
  return db.transaction(async trx => {
    const { rows } = await trx.raw<{ rows: { id: string | null; closed: number }[] }>(
      `with causes as materialized (${question}), closed as (
         update alerts set closed_at = :now
         where watch = :name and closed_at is null and subject not in (select subject from causes)
         returning id
       ), raised as (
         insert into alerts (id, watch, subject, level, unit_id, parcel_id, raised_at)
         select gen_random_uuid(), :name, subject, 'watch', unit_id, parcel_id, :now from causes
         on conflict (watch, subject) where closed_at is null and watch <> 'clock' do nothing
         returning id
       )
       select id, (select count(*) from closed)::integer as closed from raised
       union all select null, (select count(*) from closed)::integer`,
      { ...asked, name },
    )
    const raised = rows.flatMap(({ id }) => (id ? [id] : []))
    await tellHearers(trx, raised)
    return { raised: raised.length, closed: rows[0]?.closed ?? 0 }
  })
}
