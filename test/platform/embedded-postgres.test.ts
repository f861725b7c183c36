import { chmod, chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import test from 'ava'
import { StartError } from '../../src/platform/start-error.ts'
import { ask, emptyDesk, postmasterPid, readyDesk, removeReady } from '../support/embedded-desk.ts'
import { amRoot, nobody, otherService } from '../support/other-process.ts'

test.after.always(removeReady)

test('the first start makes a database, the second finds it again, in a folder of any name', async t => {
  const { start, said } = await emptyDesk(t, `Gia Nghĩa's "post" $HOME`)
  const first = await start()
  await ask(first.adminUrl, 'create table bells as select 42 as id')
  await first.stop()
  const second = await start()
  t.is(await ask(second.adminUrl, 'select id from bells'), 42)
  t.is(second.adminUrl, first.adminUrl)
  t.deepEqual(said, [])
})

test('the database speaks UTF-8, checks its pages, and listens to this machine only, with a password', async t => {
  const { start, file } = await emptyDesk(t)
  const { adminUrl } = await start()
  t.is(await ask(adminUrl, `select lower('ĐẮK NÔNG')`), 'đắk nông')
  t.is(await ask(adminUrl, `select current_setting('data_checksums')`), 'on')
  t.is(await ask(adminUrl, `select current_setting('listen_addresses')`), '127.0.0.1')
  t.is((await stat(file('password'))).mode & 0o777, 0o600)
  await t.throwsAsync(ask(Object.assign(new URL(adminUrl), { password: 'guess' }).href, 'select 1'), { code: '28P01' })
})

test('a database that dies is started again where the pools look for it', async t => {
  const { start, said, file } = await readyDesk(t)
  const { adminUrl } = await start()
  const before = await postmasterPid(file('data', 'postmaster.pid'))
  process.kill(before, 'SIGKILL')
  while ((await ask(adminUrl, 'select 1').catch(() => 0)) !== 1) await wait(50)
  t.not(await postmasterPid(file('data', 'postmaster.pid')), before)
  t.is(said[0], 'PostgreSQL ended unexpectedly; it is started again.')
})

test('a port that somebody else has taken is left to them', async t => {
  const { start, file } = await readyDesk(t)
  const first = await start()
  await first.stop()
  const port = Number(await readFile(file('port'), 'utf8'))
  const guest = createServer().listen(port, '127.0.0.1')
  t.teardown(() => guest.close())
  const second = await start()
  t.not(second.adminUrl, first.adminUrl)
  t.is(await ask(second.adminUrl, 'select 1'), 1)
})

test('data of another major version is refused', async t => {
  const { start, file } = await emptyDesk(t)
  await mkdir(file('data'), { recursive: true, mode: 0o777 })
  await writeFile(file('data', 'PG_VERSION'), '15\n')
  if (amRoot) await chown(file('data'), nobody.uid, nobody.gid)
  await t.throwsAsync(start(), { instanceOf: StartError, message: /of PostgreSQL 15, this version brings 18/ })
})

test('a file in place of the data folder is refused', async t => {
  const { start, dataDir } = await emptyDesk(t)
  await writeFile(dataDir, '')
  await t.throwsAsync(start(), { instanceOf: StartError, message: /is not a folder/ })
})

const asOrdinaryUser = amRoot ? test : test.skip

asOrdinaryUser('an ordinary user starts a database, and is told when the folder is not theirs', async t => {
  const { top } = await emptyDesk(t)
  const theirs = path.join(top, 'theirs')
  await mkdir(theirs)
  const refused = otherService(path.join(theirs, 'var'), nobody)
  t.regex((await refused.next()).refused ?? '', /^StartError: .*this user may not write there/)
  await chmod(theirs, 0o777)
  const service = otherService(path.join(theirs, 'var'), nobody)
  t.is(await ask((await service.next()).adminUrl ?? '', 'select 1'), 1)
  t.is((await stat(path.join(theirs, 'var/postgres/data'))).uid, nobody.uid)
  service.child.kill('SIGINT')
  await service.ended
})

const asRoot = amRoot ? test : test.skip

asRoot('below a private home the data moves to where its user can reach it, is said to, and stays there', async t => {
  const { top, start, said, file } = await emptyDesk(t)
  await chmod(top, 0o700)
  const first = await start()
  await ask(first.adminUrl, 'create table bells as select 42 as id')
  await first.stop()
  const second = await start()
  t.is(await ask(second.adminUrl, 'select id from bells'), 42)
  t.is(second.folder, await readFile(file('moved-to'), 'utf8'))
  t.regex(said[0] ?? '', /^PostgreSQL keeps its data in \S+, because the user it runs as cannot use /)
  await second.stop()
  await rm(second.folder, { recursive: true })
  await t.throwsAsync(start(), { instanceOf: StartError, message: /which is gone: bring it back/ })
})
