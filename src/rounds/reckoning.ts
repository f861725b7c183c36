import type { Knex } from 'knex'
import type { ParcelPresentsRow, ParcelsRow, RoundsRow } from '../../db/tables.ts'
import { holdName } from '../platform/hold-name.ts'
import type { Collectable } from './options.ts'

/** A parcel that a courier delivered and no closing has asked him about: its money, and the papers to bring back. */
export type Owed = Pick<ParcelsRow, 'id' | 'code' | 'amount_to_collect'> & {
  papers: Collectable[]
  /** Number of the last round on which he had it. */
  round: string
}

/**
 * What a courier answers for at his next closing, on whichever of his rounds it stood and however it was told: with a
 * report, by a scan alone, or after that round was closed. Each parcel once, whatever is taken back and told again.
 */
export async function unreckoned(trx: Knex, courier: string): Promise<Owed[]> {
  const { rows } = await trx.raw(
    `select distinct on (parcels.id) parcels.id, parcels.code, parcels.amount_to_collect,
            round_parcels.papers, rounds.number as round
     from rounds
     join round_parcels on round_parcels.round_id = rounds.id
     join parcels on parcels.id = round_parcels.parcel_id
     join parcel_presents on parcel_presents.parcel_id = parcels.id
     where rounds.courier_id = :courier and holder_kind = 'recipient' and last_fact->>'person' = :courier
       and not exists (select from reckonings where reckonings.parcel_id = parcels.id and reckonings.courier_id = :courier)
     order by parcels.id, rounds.id desc`,
    { courier },
  )
  return rows
}

/** Writes down with which round they were asked for. */
export async function reckon(trx: Knex, round: RoundsRow, owed: readonly Owed[]): Promise<void> {
  if (!owed.length) return
  const { id: round_id, courier_id } = round
  await trx('reckonings').insert(owed.map(({ id: parcel_id }) => ({ parcel_id, courier_id, round_id })))
}

export type Delivery = Pick<ParcelPresentsRow, 'holder_kind' | 'holder_unit' | 'holder_person'> & {
  collected: number
  papers: Collectable[]
  /** Code of the return envelope, and who has it. */
  envelope: string | null
  /** What it delivered. */
  codes: string[]
}

/** The reports of these deliveries that stand, each parcel in one of them: told under two ids, or twice, it is one. */
export async function deliveriesOf(trx: Knex, courier: string, owed: readonly Owed[]): Promise<Delivery[]> {
  const { rows } = await trx.raw<{ rows: Delivery[] }>(
    `select collected, papers, envelopes.code as envelope, holder_kind, holder_unit, holder_person,
            array_agg(parcels.code) as codes
     from custody_events
     join event_standings on event_standings.event_id = custody_events.id and standing in ('applied', 'restating')
     join parcels on parcels.id = custody_events.parcel_id
     join delivery_reports on delivery_reports.person_id = custody_events.person_id
       and custody_events.id = any(delivery_reports.scans)
     left join parcels as envelopes on envelopes.id = delivery_reports.envelope
     left join parcel_presents on parcel_presents.parcel_id = envelopes.id
     where custody_events.parcel_id = any(:parcels::uuid[]) and step = 'deliver' and custody_events.person_id = :courier
     group by delivery_reports.id, envelopes.code, parcel_presents.parcel_id
     order by delivery_reports.recorded_at, delivery_reports.id`,
    { courier, parcels: owed.map(({ id }) => id) },
  )
  const told = new Set<string>()
  return rows.filter(({ codes }) => codes.map(code => !told.has(code) && told.add(code)).some(Boolean))
}

/** What is reported of a courier's rounds and what is closed wait for each other: money and its report are seen together. */
export const holdReckoning = (trx: Knex, courier: string) => holdName(trx, `reckoning of ${courier}`)
