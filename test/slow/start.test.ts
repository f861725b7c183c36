import test from 'ava'
import { runningPostgres } from '../../src/platform/embedded-postgres.ts'
import { testDatabase } from '../support/database.ts'
import { folder, freePort, start } from '../support/started.ts'

test('a login that may not make tables is told which setting is missing', async t => {
  const database = await testDatabase()
  t.teardown(database.close)
  const run = start({ DATABASE_URL: database.url, DATA_DIR: await folder(t, 'login') })
  t.is(await run.ended, 1)
  t.regex(run.text(), /^The login of DATABASE_URL may not make tables.* set DATABASE_OWNER_URL .*\n$/)
})

test('a closed terminal stops everything, the database too', async t => {
  const DATA_DIR = await folder(t, 'terminal')
  const run = start({ DATA_DIR, PORT: await freePort(), DEMO: 'off' })
  await run.said(/Ctrl-C/)
  run.child.kill('SIGHUP')
  t.is(await run.ended, 0)
  t.is(await runningPostgres(DATA_DIR), undefined)
})
