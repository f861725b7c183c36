import type { Knex } from 'knex'
import type { ClocksRow, ParcelPresentsRow, ParcelsRow, PromisePoliciesRow } from '../../db/tables.ts'
import { columnsOf } from '../kit/columns.ts'
import { dueUnverified } from '../promises/due-unverified.ts'

/** Who gets the result: the receiver where one was named, else the applicant; an address that was not given is the applicant's. */
export async function receiverOf(db: Knex, dossierId: string) {
  const parties = await partiesOf(db, dossierId)
  const applicant = parties.find(party => party.part === 'applicant')
  if (!applicant) throw new Error('a dossier without an applicant cannot be stored')
  const receiver = parties.find(party => party.part === 'receiver') ?? applicant
  return {
    ...receiver,
    phone: receiver.phone ?? applicant.phone,
    ...(receiver.address_text === null
      ? { address_text: applicant.address_text, admin_unit_id: applicant.admin_unit_id }
      : {}),
  }
}

/** The people of a dossier. Identity numbers stay sealed; `id_tail` is their last three characters. */
export const partiesOf = (db: Knex, dossierId: string) =>
  db('parties')
    .where({ dossier_id: dossierId })
    .select(
      'part',
      'kind',
      'name',
      'phone',
      'email',
      'id_kind',
      'id_tail',
      'id_cipher',
      'id_index',
      'tax_code',
      'representative',
      'address_line',
      'address_text',
      'admin_unit_id',
    )
export type PartyRow = Awaited<ReturnType<typeof partiesOf>>[number]

/** The papers it came with, counted, in the order of the form. */
export const documentsOf = (db: Knex, dossierId: string) =>
  db('dossier_documents')
    .where({ dossier_id: dossierId })
    .orderBy('position')
    .select('name', 'originals', 'certified', 'copies')

/** What was decided about it, by whom and where, the oldest first. */
export const eventsOf = (db: Knex, dossierId: string) =>
  db('dossier_events')
    .join('people', 'people.id', 'dossier_events.person_id')
    .leftJoin('units', 'units.id', 'dossier_events.unit_id')
    .where({ dossier_id: dossierId })
    .orderBy('dossier_events.at')
    .select(
      'dossier_events.kind',
      'dossier_events.at',
      'dossier_events.detail',
      'people.name as person',
      'units.name as unit',
    )

const ofParcel = ['id', 'code', 'purpose', 'destination_unit', 'is_collected', 'amount_to_collect'] as const
const ofPresent = [
  'holder_kind',
  'holder_unit',
  'since',
  'last_step',
  'is_over',
  'is_misrouted',
  'is_lost',
  'is_sent_back',
  'held_until',
  'handed_back_at',
  'ended_at',
  'collectable_at',
] as const
export type DossierParcel = Pick<ParcelsRow, (typeof ofParcel)[number]> &
  Pick<ParcelPresentsRow, (typeof ofPresent)[number]> & { holder_name: string | null }

/** Its envelopes, in the order they were made, with who holds each now. */
export const parcelsOf = (db: Knex, dossierId: string): Promise<DossierParcel[]> =>
  db('parcel_contents')
    .join('parcels', 'parcels.id', 'parcel_contents.parcel_id')
    .join('parcel_presents', 'parcel_presents.parcel_id', 'parcels.id')
    .leftJoin('units', 'units.id', 'parcel_presents.holder_unit')
    .where('parcel_contents.dossier_id', dossierId)
    .orderBy('parcels.id')
    .select(...columnsOf('parcels', ofParcel), ...columnsOf('parcel_presents', ofPresent), 'units.name as holder_name')

/** What the desk asked for last, whether it came or not. */
export const lastSupplement = (db: Knex, dossierId: string) =>
  db('supplement_requests')
    .where({ dossier_id: dossierId })
    .orderBy('number', 'desc')
    .first('number', 'items', 'reason', 'until', 'requested_at', 'requested_by', 'received_at')

const ofPolicy = ['clock', 'reading', 'is_binding'] as const
const ofClock = [
  'started_at',
  'at_risk_at',
  'due_at',
  'stopped_at',
  'wall_due_at',
  'paused_at',
  'paused_until',
] as const
export type DossierClock = Pick<PromisePoliciesRow, (typeof ofPolicy)[number]> &
  Pick<ClocksRow, (typeof ofClock)[number]> & { is_unverified: boolean }

/** Its clocks and those of its envelopes, in every reading, in the order they started. */
export const clocksOf = (db: Knex, dossierId: string): Promise<DossierClock[]> =>
  db('clocks')
    .join('promise_policies', 'promise_policies.id', 'clocks.policy_id')
    .where({ dossier_id: dossierId })
    .orWhereIn('parcel_id', db('parcel_contents').where({ dossier_id: dossierId }).select('parcel_id'))
    .orderBy('clocks.started_at')
    .select(
      ...columnsOf('promise_policies', ofPolicy),
      ...columnsOf('clocks', ofClock),
      db.raw(`${dueUnverified} as is_unverified`),
    )
