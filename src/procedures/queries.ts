import type { Knex } from 'knex'
import { notFound } from '../kit/errors.ts'
import { fold } from '../kit/text.ts'

const columns = [
  'procedures.id',
  'procedures.key',
  'procedures.code',
  'procedures.name',
  'procedures.field_id',
  'procedure_fields.name as field_name',
  'procedure_fields.hands',
  'procedure_fields.is_sensitive',
  'procedures.level',
  'procedures.desk',
  'procedures.working_days',
  'procedures.fee_amount',
  'procedures.fee_note',
  'procedures.receive_by_post',
  'procedures.return_by_post',
  'procedures.unverified',
] as const

const inForce = (db: Knex) =>
  db('procedures')
    .join('procedure_fields', 'procedure_fields.id', 'procedures.field_id')
    .whereNull('procedures.valid_to')

export type ProcedureFilter = { q?: string | undefined; field?: string | undefined; level?: string | undefined }

/** The catalogue in force. `q` matches words of name and code, with or without accents, in any order. */
export async function procedureList(db: Knex, { q = '', field, level }: ProcedureFilter = {}): Promise<ProcedureRow[]> {
  const query = inForce(db)
    .orderBy('procedures.id')
    .select(...columns)
  if (field) query.where('procedures.field_id', field)
  if (level) query.where('procedures.level', level)
  const words = fold(q).split(' ').filter(Boolean)
  const rows: ProcedureRow[] = await query
  return rows.filter(row => words.every(word => fold(`${row.name} ${row.code ?? ''} ${row.field_name}`).includes(word)))
}

export type ProcedureRow = Awaited<ReturnType<typeof procedureByKey>>

/** The version of a procedure in force. Throws notFound. */
export async function procedureByKey(db: Knex, key: string) {
  const procedure = await inForce(db)
    .where('procedures.key', key)
    .first(...columns)
  if (!procedure) throw notFound('Không có thủ tục này.')
  return procedure
}

/** A version of a procedure, in force or not: the one a dossier was received under. */
export async function procedureById(db: Knex, id: number): Promise<ProcedureRow> {
  const query = db('procedures').join('procedure_fields', 'procedure_fields.id', 'procedures.field_id')
  const procedure = await query.where('procedures.id', id).first(...columns)
  if (!procedure) throw notFound('Không có thủ tục này.')
  return procedure
}

/** The published list of papers of a procedure, in its order. */
export const documentsOf = (db: Knex, procedureId: number) =>
  db('procedure_documents').where({ procedure_id: procedureId }).orderBy('position').select('name', 'is_required')

/** The fields of the catalogue, by name. */
export const procedureFields = (db: Knex) => db('procedure_fields').orderBy('name').select('id', 'name')
