import { ruleOf, type Step, stepNames, takingSteps } from './steps.ts'

/** Steps after which, by the table, it is this kind of holder who has it. */
const taking = (...takers: readonly ReturnType<typeof ruleOf>['taker'][]) =>
  list(stepNames.filter(step => takers.includes(ruleOf(step).taker)))
const list = (steps: readonly Step[]) => steps.map(step => `'${step}'`).join(', ')

const isClerk = `custody_events.role = 'clerk'`
const kind = `case
  when step in (${taking('recipient')}) then 'recipient'
  when step in (${taking('applicant')}) then 'applicant'
  when step in (${taking('self')}) then 'courier'
  when step in (${taking('self_or_unit')}) and not ${isClerk} then 'courier'
  when step in (${taking('self_or_carrier')}) then case when ${isClerk} then 'carrier' else 'courier' end
  else units.kind end`

/**
 * Who held each parcel from when until when, by its facts that stand: SQL, one row a holding, the first from the parcel's
 * beginning, the last without an end unless it has come to whom it is for, or back to the police. `which` is a condition on
 * `parcels`. Random lives hold it to the fold.
 */
export const holdings = (which: string) => `(
  select parcel_id, step, kind, unit, person, since,
    coalesce(lead(since) over way, case when is_home then since end) as until
  from (
    select parcels.id as parcel_id, null::text as step, parcels.origin_kind as kind, parcels.origin_unit as unit, null::uuid as person, false as is_home,
      least(parcels.created_at, first.at)::timestamptz(3) as since, parcels.created_at as said, 0 as seq
    from parcels left join lateral (
      select min(effective_at) as at from custody_events
      join event_standings on event_standings.event_id = custody_events.id and standing = 'applied'
      where custody_events.parcel_id = parcels.id) as first on true
    where ${which}
    union all
    select custody_events.parcel_id, step, ${kind}, case when step in (${taking('recipient', 'applicant')}) then null else unit_id end,
      case when ${kind} = 'courier' then person_id end,
      step in (${taking('recipient', 'applicant')}) or step = 'take_back'
        or (destination_kind = 'police_unit' and destination_unit = unit_id and units.kind = 'police_unit'),
      effective_at, occurred_at, seq
    from parcels
    join custody_events on custody_events.parcel_id = parcels.id
    join event_standings on event_standings.event_id = custody_events.id and standing = 'applied'
    left join units on units.id = custody_events.unit_id
    where ${which} and step in (${list(takingSteps)})
  ) as taken
  window way as (partition by parcel_id order by since, said, seq)
)`
