import type { Knex } from 'knex'
import type { DossiersRow, ProcedureFieldsRow } from '../../db/tables.ts'
import { notFound } from '../kit/errors.ts'
import { fold } from '../kit/text.ts'

const columns = [
  'dossiers.id',
  'dossiers.reference',
  'dossiers.official_code',
  'dossiers.procedure_id',
  'dossiers.service',
  'dossiers.status',
  'dossiers.intake_unit',
  'dossiers.desk_id',
  'dossiers.return_to',
  'dossiers.return_office',
  'dossiers.form_set',
  'dossiers.state_fee_amount',
  'dossiers.state_fee_currency',
  'dossiers.state_fee_note',
  'dossiers.postage_amount',
  'dossiers.postage_note',
  'dossiers.payer',
  'dossiers.payment_when',
  'dossiers.payment_method',
  'dossiers.notify',
  'dossiers.accepted_at',
  'dossiers.accepted_by',
  'dossiers.due_on',
  'dossiers.result_kind',
  'dossiers.announced_at',
  'dossiers.returned_at',
  'dossiers.created_at',
  'dossiers.created_by',
  'dossiers.version',
  'procedures.key as procedure_key',
  'procedures.name as procedure_name',
  'procedures.working_days',
  'procedures.unverified',
  'procedure_fields.hands',
  'procedure_fields.name as field_name',
  'procedure_fields.is_sensitive',
] as const

const dossiers = (db: Knex) =>
  db('dossiers')
    .join('procedures', 'procedures.id', 'dossiers.procedure_id')
    .join('procedure_fields', 'procedure_fields.id', 'procedures.field_id')

export type Visible = 'all' | string[]
export type DossierRow = Pick<
  DossiersRow,
  | 'id'
  | 'reference'
  | 'official_code'
  | 'procedure_id'
  | 'service'
  | 'status'
  | 'intake_unit'
  | 'desk_id'
  | 'return_to'
  | 'return_office'
  | 'form_set'
  | 'state_fee_amount'
  | 'state_fee_currency'
  | 'state_fee_note'
  | 'postage_amount'
  | 'postage_note'
  | 'payer'
  | 'payment_when'
  | 'payment_method'
  | 'notify'
  | 'accepted_at'
  | 'accepted_by'
  | 'due_on'
  | 'result_kind'
  | 'announced_at'
  | 'returned_at'
  | 'created_at'
  | 'created_by'
  | 'version'
> & {
  procedure_key: string
  procedure_name: string
  working_days: number | null
  unverified: string[]
  field_name: string
} & Pick<ProcedureFieldsRow, 'hands' | 'is_sensitive'>

/** The dossier by our reference or the official code, when it concerns one of the asker's units. A foreign one answers notFound. */
export async function dossierByReference(db: Knex, code: string, visible: Visible): Promise<DossierRow> {
  const written = code.toUpperCase().replace(/\s/g, '')
  const dossier = await concerning(dossiers(db), db, visible)
    .where(by => by.where({ reference: written }).orWhere({ official_code: written }))
    .first(...columns)
  if (!dossier) throw notFound('Không có hồ sơ này ở đơn vị của ông/bà.')
  return dossier
}

/** The same, its row locked until the transaction ends. */
export async function lockedDossier(trx: Knex, reference: string, visible: Visible): Promise<DossierRow> {
  const { id } = await dossierByReference(trx, reference, visible)
  await trx('dossiers').where({ id }).forUpdate().first('id')
  return dossierByReference(trx, reference, visible)
}

/** Units concerned: that took it in, that decides, that returns it, and every unit that held one of its parcels. */
function concerning<Q extends Knex.QueryBuilder>(query: Q, db: Knex, visible: Visible): Q {
  if (visible === 'all') return query
  const held = db('parcel_contents')
    .join('custody_events', 'custody_events.parcel_id', 'parcel_contents.parcel_id')
    .whereRaw('parcel_contents.dossier_id = dossiers.id')
    .whereIn('custody_events.unit_id', visible)
    .select(db.raw('1'))
  query.where(one =>
    one
      .whereIn('dossiers.intake_unit', visible)
      .orWhereIn('dossiers.desk_id', visible)
      .orWhereIn('dossiers.return_office', visible)
      .orWhereExists(held),
  )
  return query
}

export type DossierFilter = {
  status?: string | undefined
  field?: string | undefined
  q?: string | undefined
  after?: string | undefined
  limit: number
}

/** A page of dossiers, newest first. `q` finds by reference, official code or name without accents; `after` is the last reference seen. */
export async function dossierList(db: Knex, { status, field, q, after, limit }: DossierFilter, visible: Visible) {
  const query = concerning(dossiers(db), db, visible)
    .join('parties', join => join.on('parties.dossier_id', 'dossiers.id').onVal('parties.part', 'applicant'))
    .orderBy('dossiers.id', 'desc')
    .limit(limit + 1)
    .select(...columns, 'parties.name as applicant_name')
  if (status === 'returned') query.whereNotNull('dossiers.returned_at')
  else if (status) query.where('dossiers.status', status).whereNull('dossiers.returned_at')
  if (field) query.where('procedures.field_id', field)
  if (q)
    query.where(by =>
      by
        .where('dossiers.reference', q.toUpperCase().replace(/\s/g, ''))
        .orWhere('dossiers.official_code', q.toUpperCase())
        .orWhereLike('parties.search_name', `%${escapeLike(fold(q))}%`),
    )
  if (after) query.where('dossiers.id', '<', db('dossiers').where({ reference: after }).select('id'))
  const rows: (DossierRow & { applicant_name: string })[] = await query
  return { items: rows.slice(0, limit), next: rows.length > limit ? (rows[limit - 1]?.reference ?? null) : null }
}
export type DossierListItem = Awaited<ReturnType<typeof dossierList>>['items'][number]

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&')

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
