import type { Knex } from 'knex'
import type { DossiersRow, ProcedureFieldsRow, ProceduresRow } from '../../db/tables.ts'
import { takingSteps } from '../custody/steps.ts'
import { columnsOf } from '../kit/columns.ts'
import { notFound } from '../kit/errors.ts'

/** What every page and verb may know of a dossier. */
const ofDossier = [
  'id',
  'reference',
  'official_code',
  'procedure_id',
  'service',
  'status',
  'intake_unit',
  'desk_id',
  'return_to',
  'return_office',
  'form_set',
  'state_fee_amount',
  'state_fee_note',
  'postage_amount',
  'postage_note',
  'postage_is_verified',
  'payer',
  'payment_when',
  'payment_method',
  'accepted_at',
  'accepted_by',
  'due_on',
  'returned_at',
  'created_at',
  'created_by',
  'version',
] as const
const ofProcedure = ['working_days', 'unverified'] as const
const ofField = ['hands', 'is_sensitive'] as const

export const columns = [
  ...columnsOf('dossiers', ofDossier),
  ...columnsOf('procedures', ofProcedure),
  ...columnsOf('procedure_fields', ofField),
  'procedures.key as procedure_key',
  'procedures.name as procedure_name',
  'procedure_fields.name as field_name',
]
export type DossierRow = Pick<DossiersRow, (typeof ofDossier)[number]> &
  Pick<ProceduresRow, (typeof ofProcedure)[number]> &
  Pick<ProcedureFieldsRow, (typeof ofField)[number]> & {
    procedure_key: string
    procedure_name: string
    field_name: string
  }

/** Dossiers with the version of the procedure they were received under. */
export const dossiers = (db: Knex) =>
  db('dossiers')
    .join('procedures', 'procedures.id', 'dossiers.procedure_id')
    .join('procedure_fields', 'procedure_fields.id', 'procedures.field_id')

export type Visible = 'all' | string[]
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

/**
 * Units concerned: that took it in, that decides, that returns it, and every unit that truly held one of its parcels: a scan
 * that contradicts, or a word about it, opens nothing.
 */
export function concerning<Q extends Knex.QueryBuilder>(query: Q, db: Knex, visible: Visible): Q {
  if (visible === 'all') return query
  const held = db('parcel_contents')
    .join('custody_events', 'custody_events.parcel_id', 'parcel_contents.parcel_id')
    .join('event_standings', 'event_standings.event_id', 'custody_events.id')
    .where('event_standings.standing', 'applied')
    .whereIn('custody_events.step', takingSteps)
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

/** The dossier whose forms somebody may print: `visible` are the units at which they print. Throws notFound to carriers too. */
export async function dossierToPrint(db: Knex, reference: string, visible: Visible): Promise<DossierRow> {
  const dossier = await dossierByReference(db, reference, visible)
  refuseCarriers(dossier, visible)
  return dossier
}

/** Throws notFound unless the asker works where the dossier was taken in, is decided or comes home: who only carried it prints no slip. */
export function refuseCarriers(
  dossier: Pick<DossierRow, 'intake_unit' | 'desk_id' | 'return_office'>,
  visible: Visible,
): void {
  const own = [dossier.intake_unit, dossier.desk_id, dossier.return_office]
  if (visible !== 'all' && !own.some(unit => unit && visible.includes(unit)))
    throw notFound('Không có hồ sơ này ở đơn vị của ông/bà.')
}
