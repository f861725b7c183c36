import type { Knex } from 'knex'
import type { DossiersRow } from '../../db/tables.ts'
import { isConfirmedArea, unitById } from '../places/queries.ts'
import { dueUnverified } from '../promises/due-unverified.ts'

type Dossier = Pick<
  DossiersRow,
  'id' | 'official_code' | 'desk_id' | 'return_to' | 'return_office' | 'postage_is_verified'
>

/** Which values of a dossier no source confirmed: screens mark them. */
export async function unverifiedOf(db: Knex, dossier: Dossier): Promise<string[]> {
  const checks: [string, boolean][] = [
    ['postage', !dossier.postage_is_verified],
    ['due_on', await isDueUnverified(db, dossier)],
    ['official_code', await isCodeOurs(db, dossier)],
    ['return_office', await isOfficeInferred(db, dossier)],
  ]
  return checks.flatMap(([value, isUnverified]) => (isUnverified ? [value] : []))
}

const isDueUnverified = async (db: Knex, { id }: Dossier) =>
  (await db('clocks')
    .join('promise_policies', 'promise_policies.id', 'clocks.policy_id')
    .where('clocks.dossier_id', id)
    .whereRaw(dueUnverified)
    .first('clocks.id')) !== undefined

/** Issued by us at a desk whose real agency code is not known: it begins with the one that stands in. */
async function isCodeOurs(db: Knex, { official_code, desk_id }: Dossier) {
  if (!official_code) return false
  const { agency_code, agency_code_is_ours } = await unitById(db, desk_id)
  return agency_code_is_ours && official_code.startsWith(`${agency_code}-`)
}

async function isOfficeInferred(db: Knex, { id, return_to, return_office }: Dossier) {
  if (return_to !== 'address' || !return_office) return false
  const home = await db('parties')
    .join('admin_units', 'admin_units.id', 'parties.admin_unit_id')
    .where({ dossier_id: id })
    .whereIn('part', ['receiver', 'applicant'])
    .orderBy('part', 'desc')
    .first('admin_units.code')
  return !home || !(await isConfirmedArea(db, { commune_code: home.code, post_office: return_office }))
}
