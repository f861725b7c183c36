import type { Knex } from 'knex'
import { type Line, readCsv } from './read-csv.ts'

/**
 * Loads the catalogue of procedures, once: a key that has any version already is the administrators' to edit.
 * The agreement's own annex is not public; the values that no opened source confirmed are named in `unverified`.
 */
export async function loadProcedures(trx: Knex.Transaction, folder: string): Promise<void> {
  for (const line of await readCsv(folder, 'procedures.csv')) await loadProcedure(trx, line)
}

async function loadProcedure(trx: Knex.Transaction, line: Line) {
  if (
    await trx('procedures')
      .where({ key: line.text('id') })
      .first('id')
  )
    return
  const [row] = await trx<Record<string, unknown>>('procedures').insert(procedure(line)).returning('id')
  await trx<Record<string, unknown>>('procedure_documents').insert(
    documents(line).map(document => ({ ...document, procedure_id: row?.['id'] })),
  )
}

function procedure(line: Line) {
  return {
    key: line.text('id'),
    valid_from: '2022-08-01',
    decision: 'danh mục tạm, chờ phụ lục của thỏa thuận',
    code: line.maybe('code'),
    name: line.text('name'),
    field_id: line.text('field'),
    level: line.text('level'),
    desk: line.maybe('desk'),
    working_days: line.number('working_days'),
    fee_amount: line.number('fee_vnd'),
    fee_note: line.maybe('fee_note'),
    receive_by_post: line.yes('receive_by_post'),
    return_by_post: line.yes('return_by_post'),
    unverified: line.maybe('unverified')?.split(';') ?? [],
  }
}

/** The catalogue writes the condition in brackets: `Hộ chiếu cũ (nếu có)`. */
const isConditional = /\((.*nếu |dưới 14|trường hợp)/

function documents(line: Line) {
  return line
    .text('documents')
    .split(';')
    .map((name, position) => ({ position, name: name.trim(), is_required: !isConditional.test(name) }))
}
