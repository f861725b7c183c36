import { readFile, writeFile } from 'node:fs/promises'
import test from 'ava'
import { printTables } from '../../db/print-tables.ts'
import { testDatabase } from '../support/database.ts'

test('the row types are those of the schema', async t => {
  const { owner, close } = await testDatabase()
  t.teardown(close)
  const printed = await printTables(owner)
  if (process.env['PRINT_TABLES']) await writeFile('db/tables.ts', printed)
  t.is(await readFile('db/tables.ts', 'utf8'), printed)
})
