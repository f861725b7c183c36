import { spawn } from 'node:child_process'
import { utimes, writeFile } from 'node:fs/promises'
import test from 'ava'
import { accountFor } from '../../src/platform/account.ts'
import { runningPostgres } from '../../src/platform/embedded-postgres.ts'
import { lifeOf, processSpace } from '../../src/platform/process-life.ts'
import { StartError } from '../../src/platform/start-error.ts'
import { ask, emptyDesk, postmasterPid, readyDesk, removeReady } from '../support/embedded-desk.ts'
import { otherService } from '../support/other-process.ts'

test.after.always(removeReady)

test('what a killed service left running is stopped, and nothing is lost', async t => {
  const { start, dataDir, file } = await readyDesk(t)
  const killed = otherService(dataDir)
  const { adminUrl = '' } = await killed.next()
  await ask(adminUrl, 'create table bells as select 42 as id')
  const orphan = await postmasterPid(file('data', 'postmaster.pid'))
  killed.child.kill('SIGKILL')
  await killed.ended
  t.truthy(await lifeOf(orphan))
  const server = await start()
  t.falsy(await lifeOf(orphan))
  t.is(await ask(server.adminUrl, 'select id from bells'), 42)
})

test('a service and its database killed together start again at once', async t => {
  const { start, dataDir, file } = await readyDesk(t)
  const killed = otherService(dataDir)
  const { adminUrl = '' } = await killed.next()
  await ask(adminUrl, 'create table bells as select 42 as id')
  killed.child.kill('SIGKILL')
  process.kill(await postmasterPid(file('data', 'postmaster.pid')), 'SIGKILL')
  await killed.ended
  t.is(await ask((await start()).adminUrl, 'select id from bells'), 42)
})

test('a note of a database whose number now belongs to another process is not believed', async t => {
  const { start, file } = await readyDesk(t)
  // Of PostgreSQL's own account, and not its parent: of others it does not believe the note either.
  const other = spawn('sleep', ['60'], { ...(await accountFor(file('data'))), cwd: '/' })
  t.teardown(() => other.kill())
  await writeFile(file('data', 'postmaster.pid'), `${other.pid}\n${file('data')}\n`)
  t.is(await ask((await start()).adminUrl, 'select 1'), 1)
  t.truthy(await lifeOf(other.pid ?? 0), 'the other process has nothing to fear')
})

test('an owner that has ended, or a note that nobody can read, does not keep the folder', async t => {
  const { start, file } = await readyDesk(t)
  const ended = { pid: process.pid, life: 'of another that had this number', space: await processSpace() }
  for (const note of ['', '{', JSON.stringify(ended)]) {
    await writeFile(file('owner.json'), note)
    const server = await start()
    t.is(await ask(server.adminUrl, 'select 1'), 1)
    await server.stop()
  }
})

test('of an owner in another container only the pulse tells whether it lives', async t => {
  const { start, file } = await readyDesk(t)
  await writeFile(file('owner.json'), JSON.stringify({ pid: 1, life: '1', space: 'another container' }))
  const pulse = setInterval(() => utimes(file('owner.json'), performance.now(), performance.now()), 1000)
  await t.throwsAsync(start(), { instanceOf: StartError, message: /in use by process 1/ })
  clearInterval(pulse)
  t.is(await ask((await start()).adminUrl, 'select 1'), 1)
})

test('a second service on the same folder is refused and does the first no harm', async t => {
  const { start, dataDir } = await readyDesk(t)
  const first = otherService(dataDir)
  t.teardown(() => first.child.kill('SIGINT') && first.ended)
  const { adminUrl = '' } = await first.next()
  await t.throwsAsync(start(), { instanceOf: StartError, message: new RegExp(`in use by process ${first.child.pid}`) })
  t.is(await ask(adminUrl, 'select 1'), 1)
  t.is(await runningPostgres(dataDir), adminUrl)
})

test('of several services that start at the same moment one wins', async t => {
  const { dataDir } = await emptyDesk(t)
  const services = [1, 2, 3].map(() => otherService(dataDir))
  const lines = await Promise.all(services.map(service => service.next()))
  t.is(lines.filter(line => line.adminUrl).length, 1)
  t.is(lines.filter(line => line.refused?.includes('in use by')).length, 2)
  for (const [i, { child, ended }] of services.entries()) {
    if (lines[i]?.adminUrl) child.kill('SIGINT')
    await ended
  }
  t.is(await runningPostgres(dataDir), undefined)
})

test('Ctrl-C reaches the service, which may still use the database until it stops it', async t => {
  const { dataDir, file } = await readyDesk(t)
  const service = otherService(dataDir)
  await service.next()
  const pid = await postmasterPid(file('data', 'postmaster.pid'))
  process.kill(-(service.child.pid ?? 0), 'SIGINT')
  t.deepEqual(await service.next(), { last: 1 })
  await service.ended
  t.falsy(await lifeOf(pid))
})
