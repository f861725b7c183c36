import type { Knex } from 'knex'
import type { DossiersRow, ProcedureFieldsRow } from '../../db/tables.ts'
import { dossiers } from '../dossiers/queries.ts'
import { columnsOf } from '../kit/columns.ts'

/** What of a dossier its owner may read. Not the whole row: what is not read cannot be shown by mistake. */
const ofDossier = [
  'procedure_id',
  'id',
  'reference',
  'official_code',
  'status',
  'returned_at',
  'return_to',
  'return_office',
  'desk_id',
  'due_on',
  'payer',
  'payment_when',
  'postage_amount',
  'postage_is_verified',
  'state_fee_amount',
] as const
const ofField = ['is_sensitive', 'hands'] as const
export type Tracked = Pick<DossiersRow, (typeof ofDossier)[number]> &
  Pick<ProcedureFieldsRow, (typeof ofField)[number]> & { procedure_name: string; applicant_name: string }

/** The dossier that a code was found to mean, by its id. */
export async function trackedDossier(db: Knex, id: string): Promise<Tracked> {
  const row = await dossiers(db)
    .join('parties', join => join.on('parties.dossier_id', 'dossiers.id').onVal('parties.part', 'applicant'))
    .where('dossiers.id', id)
    .first(
      ...columnsOf('dossiers', ofDossier),
      ...columnsOf('procedure_fields', ofField),
      'procedures.name as procedure_name',
      'parties.name as applicant_name',
    )
  if (!row) throw new Error('a lookup code points at a dossier by foreign key')
  return row
}

/** A unit as the public knows it. */
export type Place = { id: string; name: string; address: string | null; phone: string | null }

/** The units named, by id. */
export async function placesById(db: Knex, ids: readonly (string | null | undefined)[]): Promise<Map<string, Place>> {
  const known = ids.flatMap(id => id ?? [])
  const rows = await db('units').whereIn('id', known).select('id', 'name', 'address', 'phone')
  return new Map(rows.map(row => [row.id, row]))
}
