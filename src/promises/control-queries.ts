import type { Knex } from 'knex'
import type { HolderKind } from '../custody/steps.ts'
import { type StandingCounts, standingCounts } from './standing.ts'

export type InHands = StandingCounts & { holder_kind: HolderKind; holder_unit: string | null }

/** In whose hands the running promises are, the worst first. Couriers count with the office they carry for. */
export async function inWhoseHands(db: Knex, now: Date): Promise<InHands[]> {
  const { rows } = await db.raw(
    `select parcel_presents.holder_kind, units.name as holder_unit,
            ${standingCounts}
     from clocks
     join promise_policies on promise_policies.id = clocks.policy_id
     join parcel_presents on parcel_presents.parcel_id = clocks.parcel_id
     left join units on units.id = parcel_presents.holder_unit
     where clocks.stopped_at is null and promise_policies.is_binding and promise_policies.clock = 'delivery'
     group by parcel_presents.holder_kind, units.name
     order by late desc, at_risk desc, on_time desc, units.name
     limit 12`,
    { now },
  )
  return rows
}

/** How many alerts nobody took on, and how many reviews are open. */
export async function openCounts(db: Knex): Promise<{ alerts: number; reviews: number }> {
  const { rows } = await db.raw(
    `select (select count(*) from alerts where closed_at is null and acknowledged_at is null) as alerts,
            (select count(*) from reviews where closed_at is null and withdrawn_at is null) as reviews`,
  )
  return rows[0]
}
