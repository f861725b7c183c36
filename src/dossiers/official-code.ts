import type { Knex } from 'knex'
import { conflict, invalid } from '../kit/errors.ts'
import { holdName } from '../platform/hold-name.ts'

const shapes = [/^[A-Z]\d{2}(\.\d{2,3}){2,3}-\d{6}-\d{4,6}$/, /^\d{3}\.\d{2}\.\d{2}\.[A-Z]\d{2}-\d{6}-\d{4}$/]

/** A typed code of the portal's. Where a desk is the register it alone numbers in its namespace: throws invalid, as for a wrong shape. */
export async function readForeignCode(db: Knex, written: string): Promise<string> {
  const code = readOfficialCode(written)
  const [agency_code = ''] = code.split('-')
  const register = await db('units').where({ agency_code, is_register: true }).first('name')
  if (!register) return code
  throw invalid([
    { pointer: '/official_code', detail: `${register.name} tự cấp mã ${agency_code}. Xin để trống mã hồ sơ.` },
  ])
}

/** Answers the code, held for this transaction. Throws conflict where a dossier has it already. */
export async function holdOfficialCode(trx: Knex, official_code: string): Promise<string> {
  await holdName(trx, `official code ${official_code}`)
  const known = await trx('dossiers').where({ official_code }).first('id')
  if (known) throw conflict('official_code_in_use', `Mã hồ sơ ${official_code} đã có trong hệ thống.`)
  return official_code
}

/** A dossier code as an agency or the portal issues it (G01.899.909-260916-890028). Throws invalid. */
function readOfficialCode(written: string): string {
  const code = written.trim().toUpperCase()
  if (shapes.some(shape => shape.test(code))) return code
  throw invalid([{ pointer: '/official_code', detail: 'Mã hồ sơ chưa đúng dạng. Ví dụ: G01.899.909-260916-890028.' }])
}
