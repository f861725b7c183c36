import type { Knex } from 'knex'
import type { DeliveryReportsRow, ParcelPresentsRow, ParcelsRow, RoundsRow } from '../../db/tables.ts'
import type { Dong } from '../kit/money.ts'
import { holdName } from '../platform/hold-name.ts'
import type { Collectable } from './options.ts'
import { papersOf } from './papers-of.ts'
import { shareOf } from './share-of.ts'

/** A parcel that a courier delivered and no closing has asked him about. */
export type Owed = Pick<ParcelsRow, 'id' | 'code' | 'amount_to_collect'> & {
  /** To be collected back, and what was. */
  papers: Collectable[]
  got: Collectable[]
  collected: Dong
  /** Number of the last round on which he had it. */
  round: string
}

const notReckoned = (parcel: string) => `not exists (
  select from reckonings where reckonings.parcel_id = ${parcel} and reckonings.courier_id = :courier)`

const delivered = `
  select distinct on (parcels.id) parcels.id, parcels.code, parcels.amount_to_collect, ${papersOf} as papers, rounds.number as round
  from rounds
  join round_parcels on round_parcels.round_id = rounds.id
  join parcels on parcels.id = round_parcels.parcel_id
  join parcel_presents on parcel_presents.parcel_id = parcels.id
  where rounds.courier_id = :courier and holder_kind = 'recipient' and last_fact->>'person' = :courier
    and ${notReckoned('parcels.id')}
    and not exists (
      select from delivery_reports
      where round_id is null and scans @> array[parcel_presents.last_event])
  order by parcels.id, rounds.id desc`

/**
 * What a courier answers for at his next closing, on whichever of his rounds it stood and however it was told: with a
 * report, by a scan alone, or after that round was closed. Each parcel once, whatever is taken back and told again; what
 * he handed out at a counter is no money of a round.
 */
export async function unreckoned(trx: Knex, courier: string): Promise<Owed[]> {
  const { rows } = await trx.raw<{ rows: Omit<Owed, 'got' | 'collected'>[] }>(delivered, { courier })
  const reports = await reportsOf(trx, courier, rows)
  return rows.map(parcel => {
    const told = reports.filter(({ standing }) => standing.includes(parcel.id))
    const last = told.at(-1)
    return {
      ...parcel,
      got: told.flatMap(({ papers }) => papers),
      collected: last ? shareOf(last.collected, last.parcels, parcel.id) : 0,
    }
  })
}

type Told = Pick<DeliveryReportsRow, 'id'> & {
  collected: Dong
  papers: Collectable[]
  /** All that it speaks of; and of these, ids of those of which it stands. */
  parcels: Pick<ParcelsRow, 'id' | 'amount_to_collect'>[]
  standing: string[]
}

/** The courier's reports of delivery of these parcels, in the order in which they came. */
async function reportsOf(trx: Knex, courier: string, parcels: readonly { id: string }[]): Promise<Told[]> {
  const { rows } = await trx.raw<{ rows: Told[] }>(
    `select delivery_reports.id, collected, papers,
            json_agg(json_build_object('id', parcels.id, 'amount_to_collect', amount_to_collect) order by parcels.id) as parcels,
            coalesce(array_agg(parcels.id::text) filter (where standing in ('applied', 'restating')), '{}') as standing
     from delivery_reports
     join custody_events on custody_events.id = any(delivery_reports.scans) and step = 'deliver'
     join event_standings on event_standings.event_id = custody_events.id
     join parcels on parcels.id = custody_events.parcel_id
     where delivery_reports.person_id = :courier and delivery_reports.id in (
       select delivery_reports.id from custody_events join delivery_reports on scans @> array[custody_events.id]
       where custody_events.parcel_id = any(:parcels::uuid[]) and step = 'deliver')
     group by delivery_reports.id
     order by delivery_reports.recorded_at, delivery_reports.id`,
    { courier, parcels: parcels.map(({ id }) => id) },
  )
  return rows
}

export type ReturnEnvelope = Pick<ParcelsRow, 'id' | 'code'> &
  Pick<ParcelPresentsRow, 'holder_person'> & {
    papers: Collectable[]
    /** An office or a desk has taken it, wherever it is now. */
    was_taken: boolean
  }

/** Envelopes of papers that the courier collected back at doors and no closing has asked him for. */
export async function unreckonedEnvelopes(trx: Knex, courier: string): Promise<ReturnEnvelope[]> {
  const { rows } = await trx.raw(
    `select parcels.id, parcels.code, papers, holder_person, exists (
       select from custody_events join event_standings on event_standings.event_id = custody_events.id
       where custody_events.parcel_id = parcels.id and standing = 'applied' and step in ('arrive', 'lodge', 'transfer')) as was_taken
     from rounds
     join delivery_reports on delivery_reports.round_id = rounds.id and delivery_reports.person_id = rounds.courier_id
     join parcels on parcels.id = delivery_reports.envelope
     join parcel_presents on parcel_presents.parcel_id = parcels.id
     where rounds.courier_id = :courier and ${notReckoned('parcels.id')}
     order by delivery_reports.recorded_at, parcels.id`,
    { courier },
  )
  return rows
}

/** Writes down with which round these were asked for. */
export async function reckon(trx: Knex, round: RoundsRow, asked: readonly Pick<ParcelsRow, 'id'>[]): Promise<void> {
  if (!asked.length) return
  const { id: round_id, courier_id } = round
  await trx('reckonings').insert(asked.map(({ id: parcel_id }) => ({ parcel_id, courier_id, round_id })))
}

/** What is reported of a courier's rounds and what is closed wait for each other: money and its report are seen together. */
export const holdReckoning = (trx: Knex, courier: string) => holdName(trx, `reckoning of ${courier}`)
