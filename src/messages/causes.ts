import type { Knex } from 'knex'
import { addMs } from '../kit/time.ts'
import type { Channel } from './fallback.ts'
import { type Kind, longestLook, secondThoughts, usualLook } from './kinds.ts'
import { reachedBy, toldOnce } from './reached.ts'

/** Something a citizen is to be told of, and how they can be reached. */
export type Cause = {
  kind: Kind
  dossier_id: string
  part: 'applicant' | 'receiver'
  parcel_id: string | null
  event_id: string | null
  decision_id: string | null
  alert_id: string | null
  caused_at: Date
  not_before: Date
  chosen: Channel
  phone: string | null
  email: string | null
}

// What a receiver is told goes to the applicant where no receiver has a number or mailbox of their own.
const people = `
  join dossiers on dossiers.id = caused.dossier_id and dossiers.notify <> 'none'
  join parties as applicant on applicant.dossier_id = dossiers.id and applicant.part = 'applicant'
  left join parties as receiver on receiver.dossier_id = dossiers.id and receiver.part = 'receiver'
    and coalesce(receiver.phone, receiver.email) is not null
    and caused.kind in ('courier_today', 'not_delivered', 'waiting')`

const reached = `
  caused.kind, caused.dossier_id, caused.parcel_id, caused.caused_at, dossiers.notify as chosen,
  case when receiver.part is null then 'applicant' else 'receiver' end as part,
  ${reachedBy('phone')} as phone, ${reachedBy('email')} as email`

/** A parcel that is fetched waits from the moment its office's clerk has it. */
const kindOfStep = `case
  when step in ('hand_back', 'arrive') and is_collected and custody_events.unit_id = coalesce(redirected_to, destination_unit) and role = 'clerk' then 'waiting'
  else (:steps::jsonb)->>step end`

const steps = {
  hand_back: 'on_its_way',
  load: 'courier_today',
  attempt: 'not_delivered',
  hold: 'waiting',
  deliver: 'delivered',
} satisfies Record<string, Kind>

/**
 * Of one envelope people of one address are told once. A scan that is said again later, and becomes the one that
 * counts, is no news.
 */
const ofFacts = `
  select distinct on (caused.event_id, ${toldOnce()})
    ${reached}, caused.event_id, null::uuid as decision_id, null::uuid as alert_id, caused.recorded_at as known_at
  from (
    select custody_events.id as event_id, custody_events.parcel_id, parcel_contents.dossier_id, ${kindOfStep} as kind,
      effective_at as caused_at, recorded_at
    from custody_events
    join event_standings on event_standings.event_id = custody_events.id and standing = 'applied'
    join parcels on parcels.id = custody_events.parcel_id and destination_kind = 'recipient'
    join parcel_presents on parcel_presents.parcel_id = parcels.id
    join parcel_contents on parcel_contents.parcel_id = parcels.id
    where custody_events.recorded_at >= :since
      and step in ('hand_back', 'arrive', 'load', 'attempt', 'hold', 'deliver')
      and not exists (select from messages where messages.event_id = custody_events.id)) as caused
  ${people}
  where caused.kind is not null and not exists (
    select from messages
    join event_standings on event_standings.event_id = messages.event_id and standing = 'restating'
    where messages.parcel_id = caused.parcel_id and messages.kind = caused.kind)
  order by caused.event_id, ${toldOnce()}, dossiers.id`

const decisions = {
  taken_in: 'received',
  acceptance: 'accepted',
  supplement_request: 'supplement',
  extension: 'late',
} satisfies Record<string, Kind>

const ofDecisions = `
  select ${reached}, null::uuid as event_id, caused.decision_id, null::uuid as alert_id, caused.caused_at as known_at
  from (
    select id as decision_id, dossier_id, null::uuid as parcel_id, (:decisions::jsonb)->>kind as kind, at as caused_at
    from dossier_events
    where at >= :since and (:decisions::jsonb)->>kind is not null
      and not exists (select from messages where messages.decision_id = dossier_events.id)) as caused
  ${people}`

/** The promise of 48 hours is broken: they hear it from us, once; again only where they never did. */
const ofAlerts = `
  select distinct on (caused.alert_id, ${toldOnce()})
    ${reached}, null::uuid as event_id, null::uuid as decision_id, caused.alert_id, caused.caused_at as known_at
  from (
    select alerts.id as alert_id, clocks.parcel_id, parcel_contents.dossier_id, 'late' as kind,
      raised_at as caused_at
    from alerts
    join clocks on clocks.id = alerts.clock_id
    join promise_policies on promise_policies.id = clocks.policy_id and clock = 'delivery'
    join parcel_contents on parcel_contents.parcel_id = clocks.parcel_id
    where alerts.closed_at is null and alerts.raised_at >= :since and level in ('breach', 'breach_day')
      and not exists (select from messages join alerts as told on told.id = messages.alert_id
        where told.clock_id = alerts.clock_id and told.due_at = alerts.due_at
          and (told.id = alerts.id or messages.state not in ('cancelled', 'dead', 'stale')))) as caused
  ${people}
  order by caused.alert_id, ${toldOnce()}, dossiers.id`

type Found = Omit<Cause, 'not_before'> & { known_at: Date }

/** A day before now; where nobody looked for longer, a day before somebody did. */
async function lookedSince(db: Knex, now: Date): Promise<Date> {
  const last = await db('job_runs')
    .where({ job: 'write-messages' })
    .whereNotNull('finished_at')
    .where('slot', '<', now)
    .max<{ slot: Date | null }[]>('slot as slot')
  const since = addMs(last[0]?.slot ?? now, -usualLook)
  const oldest = addMs(now, -longestLook)
  return since < oldest ? oldest : since
}

/**
 * What citizens are to be told and were not yet: facts that count, decisions and broken promises of the last day, or since
 * somebody looked. Never “what came after the last one”: a transaction that began earlier may commit later.
 */
export async function causesSince(db: Knex, now: Date): Promise<Cause[]> {
  const bindings = {
    since: await lookedSince(db, now),
    steps: JSON.stringify(steps),
    decisions: JSON.stringify(decisions),
  }
  const found: Found[] = []
  for (const sql of [ofFacts, ofDecisions, ofAlerts])
    found.push(...(await db.raw<{ rows: Found[] }>(sql, bindings)).rows)
  return found.map(({ known_at, ...cause }) => ({ ...cause, not_before: addMs(known_at, secondThoughts) }))
}
