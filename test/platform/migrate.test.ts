import { appendFile, cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import test, { type ExecutionContext } from 'ava'
import { rootFolder } from '../../src/kit/root-folder.ts'
import { migrate } from '../../src/platform/migrate.ts'
import { StartError } from '../../src/platform/start-error.ts'
import { testDatabase } from '../support/database.ts'

/** A database and a copy of its migrations to play with. */
async function migrations(t: ExecutionContext) {
  const database = await testDatabase()
  const folder = await mkdtemp(path.join(os.tmpdir(), 'buu-tram-migrations-'))
  await cp(rootFolder('db/migrations'), folder, { recursive: true })
  t.teardown(async () => {
    await database.close()
    await rm(folder, { recursive: true })
  })
  const add = (name: string, sql: string) => writeFile(path.join(folder, name), sql)
  return { owner: database.owner, folder, add }
}

test('a migrated database is left as it is', async t => {
  const { owner, folder } = await migrations(t)
  const said: string[] = []
  await migrate(owner, folder, sentence => said.push(sentence))
  t.deepEqual(said, [])
})

test('a new migration runs once, whoever starts at the same time', async t => {
  const { owner, folder, add } = await migrations(t)
  await add('9001_bells.sql', `create table bells (id integer); insert into bells values (1)`)
  await add('9002_ring.sql', `select pg_sleep(0.2); update bells set id = id + 1`)
  const said: string[] = []
  await Promise.all([1, 2, 3].map(() => migrate(owner, folder, sentence => said.push(sentence))))
  t.deepEqual(await owner('bells').pluck('id'), [2])
  t.deepEqual(said, ['Migration 9001_bells.sql applied.', 'Migration 9002_ring.sql applied.'])
})

test('a migration that fails leaves nothing behind, and those before it stay', async t => {
  const { owner, folder, add } = await migrations(t)
  await add('9001_bells.sql', 'create table bells (id integer)')
  await add('9002_broken.sql', 'create table whistles (id integer); select 1 / 0')
  await t.throwsAsync(migrate(owner, folder), { message: /division by zero/ })
  t.true(await owner.schema.hasTable('bells'))
  t.false(await owner.schema.hasTable('whistles'))
  t.is((await owner('migration_files').max('name as name').first())?.name, '9001_bells.sql')
})

test('a question mark in a migration is only a question mark', async t => {
  const { owner, folder, add } = await migrations(t)
  await add(
    '9001_bells.sql',
    `create table bells (text text); insert into bells select 'ring?' where '{"a":1}'::jsonb ? 'a'`,
  )
  await migrate(owner, folder)
  t.deepEqual(await owner('bells').pluck('text'), ['ring?'])
})

test('a migration that was edited after it ran is refused, other line ends are not', async t => {
  const { owner, folder, add } = await migrations(t)
  await add('9001_bells.sql', 'create table bells (id integer);\n')
  await migrate(owner, folder)
  await add('9001_bells.sql', 'create table bells (id integer);\r\n')
  await migrate(owner, folder)
  await appendFile(path.join(folder, '9001_bells.sql'), '-- and whistles')
  await t.throwsAsync(migrate(owner, folder), { instanceOf: StartError, message: /9001_bells.sql was edited/ })
})

test('a database that is newer than the program is refused', async t => {
  const { owner, folder, add } = await migrations(t)
  await add('9001_bells.sql', 'create table bells (id integer)')
  await migrate(owner, folder)
  await rm(path.join(folder, '9001_bells.sql'))
  await t.throwsAsync(migrate(owner, folder), {
    instanceOf: StartError,
    message: /newer than this version.*9001_bells/,
  })
})

test('a migration that comes too late for its number is refused', async t => {
  const { owner, folder, add } = await migrations(t)
  await add('9002_bells.sql', 'create table bells (id integer)')
  await migrate(owner, folder)
  await add('9001_whistles.sql', 'create table whistles (id integer)')
  await t.throwsAsync(migrate(owner, folder), { instanceOf: StartError, message: /comes before 9002_bells/ })
})

test('two migrations of one number, and a name without one, are refused', async t => {
  const { owner, folder, add } = await migrations(t)
  await add('bells.sql', '')
  await t.throwsAsync(migrate(owner, folder), { instanceOf: StartError, message: /bells.sql must be named/ })
  await rm(path.join(folder, 'bells.sql'))
  await add('9001_bells.sql', '')
  await add('9001_whistles.sql', '')
  await t.throwsAsync(migrate(owner, folder), { instanceOf: StartError, message: /share the number of 9001_bells/ })
})
