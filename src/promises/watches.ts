import type { AlertsRow } from '../../db/tables.ts'
import { isDue } from '../stock/due.ts'
import { isStuck } from './stuck-messages.ts'

/** What is watched beside clocks. */
export type Watch = Exclude<AlertsRow['watch'], 'clock'>

/** What is nobody's own is the provincial post office's. */
const central = `(select id from units where kind = 'post_office' and level = 'province' limit 1)`

const evening = (name: string) => `jsonb_to_recordset(:${name}::jsonb) as evening (unit_id text, at timestamptz)`

/**
 * Each watch as one question: what has a cause now, whose it is. Bound are `:now`, the amounts of `watch_settings` by name
 * in minutes, `:counted_by` and `:closed_by`, of each unit the last such hour of its working days that has passed, and
 * `:open_since`, since when citizens may be written to.
 */
export const watches: Record<Watch, string> = {
  // The giver still answers for it, and its taker hears too; where a van comes for it, from when it should have come.
  unaccepted: `
    select id::text as subject, giver_unit as unit_id, null::uuid as parcel_id from handovers
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
  // Whoever counts when they close, at noon on half days, has counted for that evening.
  uncounted: `
    select units.id as subject, units.id as unit_id, null::uuid as parcel_id
    from ${evening('counted_by')} join units on units.id = evening.unit_id
    where exists (select from parcel_presents join parcels on parcels.id = parcel_id
        where holder_unit = units.id and ${isDue} and since < evening.at)
      and not exists (select from stock_counts
        where stock_counts.unit_id = units.id and state = 'closed' and closed_at >= evening.at - interval '12 hours')`,
  count_differs: `
    select reviews.id::text as subject, stock_counts.unit_id, reviews.parcel_id
    from reviews join stock_counts on stock_counts.id = reviews.count_id
    where reviews.closed_at is null and reviews.withdrawn_at is null and reviews.kind in ('stock_short', 'stock_over')`,
  round_open: `
    select rounds.id::text as subject, rounds.unit_id, null::uuid as parcel_id
    from ${evening('closed_by')} join rounds on rounds.unit_id = evening.unit_id
    where closed_at is null and opened_at < evening.at`,
  cash_out: `
    select id::text as subject, unit_id, null::uuid as parcel_id from rounds
    where closed_at <= :now and not exists (
        select from alerts where watch = 'cash_out' and subject = rounds.id::text and acknowledged_at is not null)
      and (record->'cash'->>'handed_in')::integer < (record->'cash'->>'collected')::integer`,
  // One for each channel: its provider is away, or nobody sends.
  messages_stuck: `
    select distinct channel as subject, ${central} as unit_id, null::uuid as parcel_id from messages
    where ${isStuck}`,
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
