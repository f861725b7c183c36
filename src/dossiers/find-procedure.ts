import type { Knex } from 'knex'
import { type ProcedureRow, procedureList } from '../procedures/queries.ts'

export type FoundProcedures = { q: string; total: number; oftenHere: ProcedureRow[]; found: ProcedureRow[] }

/** The catalogue for a counter: what `q` finds, and while nothing is asked, first what this unit takes in most. */
export async function findProcedure(db: Knex, q: string, unitId: string): Promise<FoundProcedures> {
  const all = await procedureList(db)
  if (q.trim()) return { q, total: all.length, oftenHere: [], found: await procedureList(db, { q }) }
  const often = await mostUsed(db, unitId)
  const oftenHere = often.flatMap(key => all.find(procedure => procedure.key === key) ?? [])
  return { q, total: all.length, oftenHere, found: all }
}

const mostUsed = (db: Knex, unitId: string): Promise<string[]> =>
  db('dossiers')
    .join('procedures', 'procedures.id', 'dossiers.procedure_id')
    .where({ intake_unit: unitId })
    .groupBy('procedures.key')
    .orderByRaw('count(*) desc, procedures.key')
    .limit(6)
    .pluck('procedures.key')
