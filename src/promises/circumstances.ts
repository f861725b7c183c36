import type { Knex } from 'knex'
import type { Change } from '../custody/consequence.ts'
import type { Pause } from './pauses.ts'

/** What a promise depends on beside the facts of its parcel. */
export type Circumstances = {
  /** When the post should have fetched it, by the timetable of the release. */
  pickUps: ReadonlyMap<string, Date>
  /** Those that have a clock: one may have begun without a scan. */
  clocked: ReadonlySet<string>
  standstills: (Pause & { unit_id: string | null })[]
  /** Attempts at which the receiver was at home after all. */
  upheld: ReadonlySet<string>
  /** By when somebody was to call again after an attempt, as it was counted first. */
  agreed: ReadonlyMap<string, Date>
}

type Row = {
  pick_ups: Record<string, string>
  clocked: string[]
  standstills: { unit_id: string | null; begins_at: string; ends_at: string; confirmed_by: string }[]
  upheld: string[]
  agreed: Record<string, string>
}

/**
 * One statement, because scans wait for it. What its taker did not get was not released; a list taken back after somebody
 * should have come for it was. What was taken back since has another way home.
 */
const circumstances = `select
  (select coalesce(json_object_agg(parcel_id, pick_up_at), '{}') from (
     select listed.parcel_id, min(sheet.pick_up_at) as pick_up_at
     from handover_parcels listed join handovers sheet on sheet.id = listed.handover_id
     where listed.parcel_id = any(:parcels) and listed.is_listed and listed.is_accepted is not false
       and sheet.giver_kind = 'police_unit' and sheet.taker_kind <> 'police_unit' and sheet.pick_up_at is not null
       and (sheet.cancelled_at is null or sheet.cancelled_at >= sheet.pick_up_at)
       and not exists (select from custody_events back join event_standings on event_standings.event_id = back.id
         where back.parcel_id = listed.parcel_id and back.step = 'take_back' and standing = 'applied' and back.effective_at >= sheet.released_at)
     group by listed.parcel_id) as released) as pick_ups,
  (select coalesce(json_agg(distinct parcel_id), '[]') from clocks where parcel_id = any(:parcels)) as clocked,
  (select coalesce(json_agg(json_build_object('unit_id', unit_id, 'begins_at', begins_at, 'ends_at', ends_at,
     'confirmed_by', confirmed_by)), '[]') from standstills
   where confirmed_at is not null and ends_at > :since) as standstills,
  (select coalesce(json_agg(event_id), '[]') from home_claims
   where parcel_id = any(:parcels) and upheld_at is not null) as upheld,
  (select coalesce(json_object_agg(event_id, agreed_until), '{}') from (
     select event_id, min(agreed_until) as agreed_until from pauses join clocks on clocks.id = pauses.clock_id
     where clocks.parcel_id = any(:parcels) and agreed_until is not null
     group by event_id) as counted) as agreed`

/** What the clocks of these parcels depend on, beside policies and calendars; one statement. */
export async function circumstancesOf(db: Knex, changes: readonly Change[]): Promise<Circumstances> {
  const parcels = changes.map(({ parcel }) => parcel.id)
  // What was over before any of them was made stops none of their clocks.
  const since = new Date(Math.min(...changes.map(({ parcel }) => parcel.created_at.getTime())))
  const { rows } = await db.raw<{ rows: [Row] }>(circumstances, { parcels, since }).options({ name: 'circumstances' })
  const [{ pick_ups, clocked, standstills, upheld, agreed }] = rows
  return {
    pickUps: moments(pick_ups),
    clocked: new Set(clocked),
    standstills: standstills.map(({ unit_id, begins_at, ends_at, confirmed_by }) => ({
      unit_id,
      begins_at: new Date(begins_at),
      ends_at: new Date(ends_at),
      reason: 'force_majeure',
      evidence: 'supervisors',
      person_id: confirmed_by,
      event_id: null,
      agreed_until: null,
    })),
    upheld: new Set(upheld),
    agreed: moments(agreed),
  }
}

const moments = (told: Record<string, string>) => new Map(Object.entries(told).map(([id, at]) => [id, new Date(at)]))
