import type { Knex } from 'knex'
import { dueDeed, type Undelivered } from './due-deed.ts'
import { noticeCalendar } from './notices-for.ts'
import type { DueDeed } from './options.ts'

export type DueParcel = Undelivered & {
  id: string
  code: string
  unit: string
  unit_name: string
  name: string
  phone: string | null
  since: Date
  deed: DueDeed
}

/** Results that came back undelivered and lie at these offices, each with what is to be done next, the longest there first. */
export async function dueParcels(db: Knex, units: readonly string[] | 'all', now: Date): Promise<DueParcel[]> {
  const { rows } = await db.raw<{ rows: Omit<DueParcel, 'deed'>[] }>(sql, {
    every: units === 'all',
    units: units === 'all' ? [] : [...units],
  })
  const calendar = await noticeCalendar(db)
  return rows.map(row => ({ ...row, deed: dueDeed(row, calendar, now) }))
}

const sql = `
  select parcels.id, parcels.code, units.id as unit, units.name as unit_name,
         coalesce(parcel_addressees.name, '') as name, parcel_addressees.phone,
         since, held_until, said.notices, said.noticed_at, said.measure
  from parcel_presents
  join parcels on parcels.id = parcel_presents.parcel_id
  join units on units.id = holder_unit
  left join parcel_addressees on parcel_addressees.parcel_id = parcels.id
  cross join lateral (
    select (array_agg(detail->>'measure' order by effective_at desc) filter (where step = 'attempt'))[1] as measure,
           count(distinct detail->>'number') filter (where step = 'invite')::integer as notices,
           max(effective_at) filter (where step = 'invite') as noticed_at
    from custody_events
    join event_standings on event_standings.event_id = custody_events.id
    where custody_events.parcel_id = parcels.id and standing = 'applied') as said
  where holder_kind = 'post_office' and (:every or holder_unit = any(:units))
    and destination_kind = 'recipient' and not is_over and not is_lost and not is_sent_back
    and (attempts > 0 or said.notices > 0 or held_until is not null)
  order by since, parcels.code`
