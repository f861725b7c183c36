import type { Knex } from 'knex'
import type { PromisePoliciesRow } from '../../db/tables.ts'
import { isStill } from '../promises/standing.ts'
import type { Period } from './time-spent.ts'

export type OnTime = Pick<PromisePoliciesRow, 'clock' | 'reading' | 'is_binding'> & {
  unit: string
  /** Ended in time: by the clock on the wall, and with what was excused. */
  kept_by_wall: number
  kept: number
  late: number
  running: number
}

/**
 * How promises that began in a period were kept, by clock, reading and the office or desk that answers: both readings, and
 * both figures of each. One that runs and is over its time is late, unless it stands still.
 */
export async function onTime(db: Knex, { from, until }: Period, now: Date): Promise<OnTime[]> {
  const { rows } = await db.raw<{ rows: OnTime[] }>(
    `select clock, reading, is_binding, units.name as unit,
       count(*) filter (where stopped_at <= wall_due_at)::integer as kept_by_wall,
       count(*) filter (where stopped_at <= due_at)::integer as kept,
       count(*) filter (where stopped_at > due_at or stopped_at is null and due_at <= :now and not ${isStill})::integer as late,
       count(*) filter (where stopped_at is null and (due_at > :now or ${isStill}))::integer as running
     from clocks
     join promise_policies on promise_policies.id = clocks.policy_id
     join units on units.id = clocks.unit_id
     where started_at >= :from and started_at < :until and inputs->'withdrawn' is null
     group by clock, reading, is_binding, units.name
     order by clock, is_binding desc, reading, late desc, units.name`,
    { from, until, now },
  )
  return rows
}

export type PauseShare = { name: string; unit: string; pauses: number; hours: number; deliveries: number }

/** How long promises stood still by the word of each courier, beside how many results they brought: the most first. */
export async function pauseShares(db: Knex, { from, until }: Period, now: Date): Promise<PauseShare[]> {
  const { rows } = await db.raw<{ rows: PauseShare[] }>(
    `select people.name, coalesce(min(units.name), '') as unit, count(*)::integer as pauses,
       (sum(extract(epoch from least(coalesce(pauses.ends_at, :now), :now) - pauses.begins_at)) / 3600)::float as hours,
       (select count(*) from custody_events join event_standings on event_id = custody_events.id and standing = 'applied'
        where step = 'deliver' and person_id = people.id and recorded_at >= :from and recorded_at < :until)::integer as deliveries
     from pauses
     join clocks on clocks.id = pauses.clock_id
     join promise_policies on promise_policies.id = clocks.policy_id and is_binding and clock = 'delivery'
     join people on people.id = pauses.person_id
     left join custody_events on custody_events.id = pauses.event_id
     left join units on units.id = custody_events.unit_id
     where pauses.event_id is not null and begins_at >= :from and begins_at < :until and begins_at < :now
     group by people.id, people.name
     order by hours desc, people.name
     limit 100`,
    { from, until, now },
  )
  return rows
}
