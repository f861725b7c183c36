import path from 'node:path'
import type { Knex } from 'knex'
import { loadProcedures } from './load-procedures.ts'
import { readCsv } from './read-csv.ts'
import { files, policyColumns, type Row, rowOf } from './reference-files.ts'

/**
 * Loads what ships with the product: places, procedures, postage, holidays, policies. Idempotent and safe on every
 * start: a row that is already there is left as an administrator may have edited it,
 * and what they imported as they imported it.
 */
export async function loadReference(owner: Knex, folder = path.join('db', 'reference')): Promise<void> {
  await owner.transaction(async trx => {
    await trx.raw(`select pg_advisory_xact_lock(hashtext('buu-tram reference'))`)
    for (const { file, table, columns, scope } of files) {
      const imported = scope ? await importedScopes(trx, table) : []
      const rows = (await readCsv(folder, file)).map(rowOf(columns))
      await insertMissing(trx, table, scope ? rows.filter(one => !imported.includes(scope(one))) : rows)
    }
    await placeInDistricts(trx)
    await addPolicies(trx, (await readCsv(folder, 'promise_policies.csv')).map(rowOf(policyColumns)))
    await loadProcedures(trx, folder)
  })
}

const agreementStarts = '2022-08-01'

/** What administrators imported themselves: what they left out there is not missing. */
const importedScopes = async (trx: Knex.Transaction, table: string): Promise<string[]> => {
  const { rows } = await trx.raw<{ rows: { scope: string }[] }>(
    `select distinct jsonb_array_elements_text(detail->'scopes') as scope from audit_log
     where action = 'import' and subject = ?`,
    [table],
  )
  return rows.map(({ scope }) => scope)
}

async function insertMissing(trx: Knex.Transaction, table: string, rows: Row[]) {
  if (rows.length) await trx(table).insert(rows).onConflict().ignore()
}

/** A promise that comes with a newer version holds from that day on: what was taken in before it was never made. */
async function addPolicies(trx: Knex.Transaction, policies: Row[]) {
  const known: { clock: string; reading: string }[] = await trx('promise_policies').select('clock', 'reading')
  const begins = (await trx('parcels').first('id')) ? trx.fn.now() : `${agreementStarts}T00:00:00+07:00`
  const fresh = policies.filter(
    policy => !known.some(({ clock, reading }) => clock === policy['clock'] && reading === policy['reading']),
  )
  const rows = fresh.map(policy => ({ ...policy, valid_from: begins }))
  await insertMissing(trx, 'promise_policies', rows)
}

/** A provincial desk sits in the capital, a commune's in its district: postage is priced between districts. */
async function placeInDistricts(trx: Knex.Transaction) {
  await trx.raw(`
    update units set district_code = case units.level
        when 'district' then units.admin_unit_code
        when 'commune' then (select parent_code from admin_units where code = units.admin_unit_code and valid_to is null)
        else (select district_code from units office where office.id = units.lead_post_office)
      end
    where kind = 'police_unit' and district_code is null`)
}
