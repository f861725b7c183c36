import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import test from 'ava'
import { runningPostgres } from '../../src/platform/embedded-postgres.ts'
import { testDatabase } from '../support/database.ts'
import { folder, freePort, start, stopped } from '../support/started.ts'

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

test('in production the first start prints a one-time link for the administrator and makes no demo people', async t => {
  const DATA_DIR = await folder(t, 'production')
  const PORT = await freePort()
  const run = start({ DATA_DIR, PORT, NODE_ENV: 'production', PUBLIC_URL: `http://127.0.0.1:${PORT}` })
  const [, link] = await run.said(/(http:\S+\/staff\/set-up\/[\w-]{43})/)
  t.is((await fetch(String(link))).status, 200)
  t.notRegex(run.text(), /Đăng nhập thử/)
  t.is(await stopped(run), 0)
})

test('missing and wrong settings are named all at once, in one sentence', async t => {
  const run = start({ PORT: 'seventy', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://x' })
  t.is(await run.ended, 1)
  for (const name of ['PORT', 'LOG_LEVEL', 'DATABASE_URL']) t.true(run.text().includes(name), name)
  t.is(run.text().trim().split('\n').length, 1)
  const production = start({ NODE_ENV: 'production' })
  t.is(await production.ended, 1)
  t.regex(production.text(), /PUBLIC_URL/)
})

test('a busy port, an unusable data folder and a database that is away: one sentence each, status 1', async t => {
  const busy = createServer().listen(0, '127.0.0.1')
  await once(busy, 'listening')
  const address = busy.address()
  const PORT = String(typeof address === 'object' ? address?.port : 0)
  const taken = start({ DATA_DIR: await folder(t, 'busy'), PORT, DEMO: 'off' })
  t.is(await taken.ended, 1)
  t.regex(taken.text(), new RegExp(`Port ${PORT} is in use`))
  t.notRegex(taken.text(), /at .*\.ts/)
  busy.close()

  const file = path.join(await folder(t, 'file'), 'file')
  await writeFile(file, 'not a folder')
  const unusable = start({ DATA_DIR: file })
  t.is(await unusable.ended, 1)
  t.is(unusable.text().trim().split('\n').length, 1, unusable.text())

  const away = start({ DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none', DATA_DIR: await folder(t, 'away') })
  t.is(await away.ended, 1)
  t.regex(away.text(), /cannot be reached/)
})
