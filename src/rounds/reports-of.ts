import type { Knex } from 'knex'
import type { DeliveryReportsRow, ParcelPresentsRow } from '../../db/tables.ts'
import type { Collectable } from './options.ts'

export type ReportOfRound = Pick<DeliveryReportsRow, 'id' | 'stop' | 'outcome' | 'recorded_at'> &
  Pick<ParcelPresentsRow, 'holder_kind' | 'holder_unit' | 'holder_person'> & {
    collected: number
    papers: Collectable[]
    /** Code of the return envelope, and who has it. */
    envelope: string | null
    /** What it delivered. */
    codes: string[]
  }

/**
 * Deliveries reported of a round that stand: a correction of the scans takes report and money with them, and one delivery told
 * under two ids is one.
 */
export async function deliveriesOf(db: Knex, round: string): Promise<ReportOfRound[]> {
  const { rows } = await db.raw(
    `select delivery_reports.id, stop, outcome, recorded_at, collected, papers, envelopes.code as envelope,
            holder_kind, holder_unit, holder_person, facts.codes
     from delivery_reports
     left join parcels as envelopes on envelopes.id = delivery_reports.envelope
     left join parcel_presents on parcel_presents.parcel_id = envelopes.id
     cross join lateral (
       select coalesce(array_agg(parcels.code), '{}') as codes
       from custody_events
       join event_standings on event_standings.event_id = custody_events.id and standing in ('applied', 'restating')
       join parcels on parcels.id = custody_events.parcel_id
       where custody_events.id = any(delivery_reports.scans) and step = 'deliver') as facts
     where round_id = :round and outcome = 'delivered' and facts.codes <> '{}'
     order by delivery_reports.recorded_at, delivery_reports.id`,
    { round },
  )
  return rows
}
