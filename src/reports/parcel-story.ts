import type { Knex } from 'knex'
import type { ClocksRow, PausesRow, PromisePoliciesRow } from '../../db/tables.ts'
import type { AttemptMeasure, AttemptReason } from '../custody/reasons.ts'
import type { Step } from '../custody/steps.ts'

/** A promise about a parcel: both of its due times, and when it was kept or not. */
export type Promised = Pick<PromisePoliciesRow, 'clock' | 'reading' | 'is_binding'> &
  Pick<ClocksRow, 'started_at' | 'wall_due_at' | 'due_at' | 'at_risk_at' | 'stopped_at' | 'paused_at' | 'paused_until'>
export type StoodStill = Pick<PausesRow, 'begins_at' | 'ends_at' | 'reason' | 'evidence'> & { person: string | null }
/** A call on the receiver, or what followed from one; and whether they say that they were at home. */
export type Call = {
  step: Step
  at: Date
  person: string
  detail: { reason?: AttemptReason; measure?: AttemptMeasure; number?: number; until?: string }
  claim: 'waits' | 'upheld' | 'dismissed' | null
}
export type ParcelStory = { references: string[]; promises: Promised[]; pauses: StoodStill[]; calls: Call[] }

const promises = `
  select clock, reading, is_binding, started_at, wall_due_at, due_at, at_risk_at, stopped_at, paused_at, paused_until
  from clocks
  join promise_policies on promise_policies.id = clocks.policy_id
  join parcels on parcels.id = clocks.parcel_id
  where parcels.code = :code and inputs->'withdrawn' is null
  order by started_at, is_binding desc, reading`

/** Of the promise that binds: the others stand still with it. */
const pauses = `
  select begins_at, ends_at, pauses.reason, evidence, people.name as person
  from pauses
  join clocks on clocks.id = pauses.clock_id
  join promise_policies on promise_policies.id = clocks.policy_id and is_binding and clock = 'delivery'
  join parcels on parcels.id = clocks.parcel_id
  left join people on people.id = pauses.person_id
  where parcels.code = :code
  order by begins_at`

const calls = `
  select step, effective_at as at, people.name as person, detail,
    case when home_claims.event_id is null then null when upheld_at is not null then 'upheld'
      when dismissed_at is not null then 'dismissed' else 'waits' end as claim
  from custody_events
  join event_standings on event_standings.event_id = custody_events.id and standing = 'applied'
  join parcels on parcels.id = custody_events.parcel_id
  join people on people.id = custody_events.person_id
  left join home_claims on home_claims.event_id = custody_events.id
  where parcels.code = :code and step in ('attempt', 'invite', 'hold', 'redirect', 'send_back')
  order by effective_at, seq`

/** Why a parcel is where it is in time: what was promised, what excused it, how its receiver was called on. From custody and clocks. */
export async function parcelStory(db: Knex, code: string): Promise<ParcelStory> {
  const asked = async <Row>(sql: string) => (await db.raw<{ rows: Row[] }>(sql, { code })).rows
  const references: string[] = await db('dossiers')
    .join('parcel_contents', 'parcel_contents.dossier_id', 'dossiers.id')
    .join('parcels', 'parcels.id', 'parcel_contents.parcel_id')
    .where({ code })
    .orderBy('reference')
    .pluck('reference')
  return {
    references,
    promises: await asked<Promised>(promises),
    pauses: await asked<StoodStill>(pauses),
    calls: await asked<Call>(calls),
  }
}
