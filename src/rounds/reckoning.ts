import type { Knex } from 'knex'
import type { ParcelPresentsRow, ParcelsRow, RoundsRow } from '../../db/tables.ts'
import { holdName } from '../platform/hold-name.ts'
import type { Collectable } from './options.ts'

export type Delivery = Pick<ParcelPresentsRow, 'holder_kind' | 'holder_unit' | 'holder_person'> & {
  /** Number of the round it was reported of. */
  round: string
  collected: number
  papers: Collectable[]
  /** Code of the return envelope, and who has it. */
  envelope: string | null
  delivered: Pick<ParcelsRow, 'code' | 'amount_to_collect'>[]
}

/**
 * Deliveries to be reckoned when a round is closed: those reported of it, and those of the courier's earlier rounds there that a phone
 * without a network told after they were closed. Only what stands: a correction of the scans takes report and money with
 * them, and one delivery told under two ids is one.
 */
export async function deliveriesFor(db: Knex, round: RoundsRow): Promise<Delivery[]> {
  const { rows } = await db.raw(
    `select rounds.number as round, collected, papers, envelopes.code as envelope,
            holder_kind, holder_unit, holder_person, facts.delivered
     from delivery_reports
     join rounds on rounds.id = delivery_reports.round_id
     left join parcels as envelopes on envelopes.id = delivery_reports.envelope
     left join parcel_presents on parcel_presents.parcel_id = envelopes.id
     cross join lateral (
       select json_agg(json_build_object('code', parcels.code, 'amount_to_collect', parcels.amount_to_collect)) as delivered
       from custody_events
       join event_standings on event_standings.event_id = custody_events.id and standing in ('applied', 'restating')
       join parcels on parcels.id = custody_events.parcel_id
       where custody_events.id = any(delivery_reports.scans) and step = 'deliver') as facts
     where outcome = 'delivered' and facts.delivered is not null and (round_id = :id or ${isToldSince})
     order by delivery_reports.recorded_at, delivery_reports.id`,
    { id: round.id, courier: round.courier_id, unit: round.unit_id },
  )
  return rows
}

/** A condition: of an earlier round, told when that was closed and no other closing came after. */
const isToldSince = `rounds.courier_id = :courier and rounds.unit_id = :unit and recorded_at > rounds.closed_at
  and not exists (
    select from rounds as reckoned
    where reckoned.courier_id = :courier and reckoned.unit_id = :unit and reckoned.id <> :id and reckoned.closed_at >= recorded_at)`

/** When a round of this courier there was last closed; null before the first. */
export async function lastClosing(db: Knex, { courier_id, unit_id }: RoundsRow): Promise<Date | null> {
  const row = await db('rounds').where({ courier_id, unit_id }).max({ closed_at: 'closed_at' }).first()
  return row?.closed_at ?? null
}

/** What is reported of a courier's rounds and what is closed wait for each other, so that no money falls between the two. */
export const holdReckoning = (trx: Knex, courier: string) => holdName(trx, `reckoning of ${courier}`)
