import type { Knex } from 'knex'
import { holdings } from '../custody/holdings.ts'
import type { Grouping } from './options.ts'

/** Of parcels registered in this time. Half-open. */
export type Period = { from: Date; until: Date }
export type Spent = { name: string; parcels: number; hours: number; median_minutes: number; slow_minutes: number }

const by: Record<Grouping, { name: string; only: string }> = {
  holder: { name: 'held.kind', only: 'true' },
  unit: { name: 'coalesce(units.name, held.kind)', only: `held.kind in ('post_office', 'courier', 'carrier')` },
  courier: { name: 'people.name', only: `held.kind = 'courier'` },
  desk: { name: 'units.name', only: `held.kind = 'police_unit'` },
  step: { name: `coalesce(held.step, 'beginning')`, only: 'true' },
}

/** Where the time went, the longest first: hours in all, the middle of all holdings, and what one in ten exceeds. */
export async function timeSpent(db: Knex, { from, until }: Period, grouping: Grouping, now: Date): Promise<Spent[]> {
  const { name, only } = by[grouping]
  const { rows } = await db.raw<{ rows: Spent[] }>(
    `select ${name} as name, count(distinct parcel_id)::integer as parcels, (sum(minutes) / 60)::float as hours,
       percentile_cont(0.5) within group (order by minutes) as median_minutes,
       percentile_cont(0.9) within group (order by minutes) as slow_minutes
     from (
       select *, (extract(epoch from coalesce(until, :now) - since) / 60)::float as minutes
       from ${holdings('parcels.created_at >= :from and parcels.created_at < :until')} as each
     ) as held
     left join units on units.id = held.unit
     left join people on people.id = held.person
     where ${only}
     group by 1
     order by hours desc, name
     limit 200`,
    { from, until, now },
  )
  return rows
}
