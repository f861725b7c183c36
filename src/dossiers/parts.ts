import type { Knex } from 'knex'

/** Who gets the result: the receiver where one was named, else the applicant; an address that was not given is the applicant's. */
export async function receiverOf(db: Knex, dossierId: string) {
  const parties = await partiesOf(db, dossierId)
  const applicant = parties.find(party => party.part === 'applicant')
  if (!applicant) throw new Error('a dossier without an applicant cannot be stored')
  const receiver = parties.find(party => party.part === 'receiver') ?? applicant
  return {
    ...receiver,
    phone: receiver.phone ?? applicant.phone,
    address_text: receiver.address_text ?? applicant.address_text,
  }
}

export const partiesOf = (db: Knex, dossierId: string) =>
  db('parties')
    .where({ dossier_id: dossierId })
    .select(
      'part',
      'kind',
      'name',
      'phone',
      'id_kind',
      'id_tail',
      'id_cipher',
      'tax_code',
      'representative',
      'address_line',
      'address_text',
    )
export type PartyRow = Awaited<ReturnType<typeof partiesOf>>[number]

export const documentsOf = (db: Knex, dossierId: string) =>
  db('dossier_documents')
    .where({ dossier_id: dossierId })
    .orderBy('position')
    .select('name', 'originals', 'certified', 'copies')

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

/** Its envelopes, in the order they were made, with who holds each now. */
export const parcelsOf = (db: Knex, dossierId: string) =>
  db('parcel_contents')
    .join('parcels', 'parcels.id', 'parcel_contents.parcel_id')
    .join('parcel_presents', 'parcel_presents.parcel_id', 'parcels.id')
    .leftJoin('units', 'units.id', 'parcel_presents.holder_unit')
    .where('parcel_contents.dossier_id', dossierId)
    .orderBy('parcels.id')
    .select(
      'parcels.id',
      'parcels.code',
      'parcels.purpose',
      'parcels.destination_unit',
      'parcels.is_collected',
      'parcels.amount_to_collect',
      'parcel_presents.holder_kind',
      'parcel_presents.holder_unit',
      'units.name as holder_name',
      'parcel_presents.since',
      'parcel_presents.last_step',
      'parcel_presents.is_over',
      'parcel_presents.is_misrouted',
      'parcel_presents.is_lost',
      'parcel_presents.is_sent_back',
      'parcel_presents.held_until',
      'parcel_presents.handed_back_at',
      'parcel_presents.ended_at',
      'parcel_presents.collectable_at',
    )

export const openSupplement = (db: Knex, dossierId: string) =>
  db('supplement_requests')
    .where({ dossier_id: dossierId })
    .orderBy('number', 'desc')
    .first('number', 'items', 'reason', 'until', 'requested_at', 'requested_by', 'received_at')

export const clocksOf = (db: Knex, dossierId: string) =>
  db('clocks')
    .join('promise_policies', 'promise_policies.id', 'clocks.policy_id')
    .where({ dossier_id: dossierId })
    .orWhereIn('parcel_id', db('parcel_contents').where({ dossier_id: dossierId }).select('parcel_id'))
    .orderBy('clocks.started_at')
    .select(
      'promise_policies.clock',
      'promise_policies.reading',
      'promise_policies.is_binding',
      'clocks.started_at',
      'clocks.due_at',
      'clocks.stopped_at',
      'clocks.paused_at',
    )
