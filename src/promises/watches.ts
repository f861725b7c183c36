import type { AlertsRow } from '../../db/tables.ts'

/** What is watched beside clocks. */
export type Watch = Exclude<AlertsRow['watch'], 'clock'>

/** What is nobody's own is the provincial post office's. */
const central = `(select id from units where kind = 'post_office' and level = 'province' limit 1)`

/**
 * Each watch as one question: what has a cause now, whose it is. Bound are `:now`, the amounts of `watch_settings` by name
 * in minutes, `:counted_by` and `:closed_by`, the last such hour of a working day that has passed, and `:morning`, since when
 * citizens are written to.
 */
export const watches: Record<Watch, string> = {
  // The giver still answers for it; where a van comes for it, from when it should have come.
  unaccepted: `
    select id::text as subject, taker_unit as unit_id, null::uuid as parcel_id from handovers
    where state = 'released' and released_at <= :now::timestamptz - make_interval(mins => :unaccepted)
      and greatest(released_at, pick_up_at) <= :now::timestamptz - make_interval(mins => :unaccepted)`,
  // One for a courier, one for a sealed bag, one for each parcel of the national network.
  silent: `
    select 'courier ' || holder_person as subject, min(holder_unit) as unit_id, null::uuid as parcel_id
    from parcel_presents
    where holder_person is not null and not is_over and not is_lost and bag is null
    group by holder_person
    having max(greatest(since, (last_fact->>'effective_at')::timestamptz)) <= :now::timestamptz - make_interval(mins => :silent_courier)
    union all
    select 'bag ' || bag, min(holder_unit), null
    from parcel_presents
    where holder_person is not null and not is_over and not is_lost and bag is not null
    group by bag
    having max(greatest(since, (last_fact->>'effective_at')::timestamptz)) <= :now::timestamptz - make_interval(mins => :silent_bag)
    union all
    select 'parcel ' || parcel_id, holder_unit, parcel_id
    from parcel_presents
    where holder_kind = 'carrier' and not is_over and not is_lost
      and greatest(since, (last_fact->>'effective_at')::timestamptz) <= :now::timestamptz - make_interval(mins => :silent_carrier)`,
  uncounted: `
    select units.id as subject, units.id as unit_id, null::uuid as parcel_id from units
    where (units.closed_on is null or units.closed_on > :now::date)
      and exists (select from parcel_presents
        where holder_unit = units.id and holder_kind = units.kind and not is_over and not is_lost and since < :counted_by)
      and not exists (select from stock_counts
        where unit_id = units.id and state = 'closed' and closed_at >= :counted_by::timestamptz - interval '12 hours')`,
  count_differs: `
    select reviews.id::text as subject, stock_counts.unit_id, reviews.parcel_id
    from reviews join stock_counts on stock_counts.id = reviews.count_id
    where reviews.closed_at is null and reviews.withdrawn_at is null and reviews.kind in ('stock_short', 'stock_over')`,
  round_open: `
    select id::text as subject, unit_id, null::uuid as parcel_id from rounds
    where closed_at is null and opened_at < :closed_by`,
  cash_out: `
    select id::text as subject, unit_id, null::uuid as parcel_id from rounds
    where closed_at <= :now and not exists (
        select from alerts where watch = 'cash_out' and subject = rounds.id::text and acknowledged_at is not null)
      and (record->'cash'->>'handed_in')::integer < (record->'cash'->>'collected')::integer`,
  // One for each channel: its provider is away, or nobody sends.
  messages_stuck: `
    select distinct channel as subject, ${central} as unit_id, null::uuid as parcel_id from messages
    where state = 'waiting' and channel <> 'call'
      and greatest(not_before, case when dossier_id is not null then :morning::timestamptz end) <= :now::timestamptz - make_interval(mins => :messages_stuck)`,
  // What was late is told for an hour: somebody has to look why.
  tick_late: `
    select 'raise-alerts' as subject, ${central} as unit_id, null::uuid as parcel_id
    from (
      select slot, lag(slot) over (order by slot) as before from job_runs
      where job = 'raise-alerts' and slot > :now::timestamptz - interval '1 day' and slot <= :now and finished_at is not null
    ) as slots
    where slot - before > make_interval(mins => :tick_late) and slot > :now::timestamptz - interval '1 hour'
    limit 1`,
}
