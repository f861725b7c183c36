import { chmod, chown, mkdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import test, { type ExecutionContext } from 'ava'
import { connect } from '../../src/platform/db.ts'
import { type EmbeddedPostgres, runningPostgres, startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { lifeOf, processSpace } from '../../src/platform/process-life.ts'
import { runProgram } from '../../src/platform/run-program.ts'
import { StartError } from '../../src/platform/start-error.ts'
import { amRoot, nobody, otherService } from '../support/other-process.ts'
import { scratchFolder } from '../support/scratch-folder.ts'

/** A folder that every user may pass through, and a way to start in it that stops by itself at the end. */
async function emptyDesk(t: ExecutionContext, name = 'var') {
  const top = await scratchFolder('embedded')
  const dataDir = path.join(top, name)
  const started: EmbeddedPostgres[] = []
  const said: string[] = []
  t.teardown(async () => {
    for (const server of started) await server.stop()
    for (const { folder } of started) await rm(folder, { recursive: true, force: true })
    await rm(top, { recursive: true, force: true })
  })
  const start = async () => {
    const server = await startEmbeddedPostgres({ dataDir, say: one => said.push(one), settings: { fsync: 'off' } })
    started.push(server)
    return server
  }
  const file = (...names: string[]) => path.join(dataDir, 'postgres', ...names)
  return { top, dataDir, start, said, file }
}

/** The same with a database that was made and stopped before: copied, because making one takes a second. */
async function desk(t: ExecutionContext) {
  const made = await emptyDesk(t)
  await runProgram('cp', ['-a', ready, made.dataDir])
  return made
}

let ready = ''

test.before(async t => {
  ready = await scratchFolder('embedded')
  const server = await startEmbeddedPostgres({ dataDir: ready, say: t.log, settings: { fsync: 'off' } })
  await server.stop()
  await rm(path.join(ready, 'postgres/port'))
})

test.after.always(() => rm(ready, { recursive: true, force: true }))

/** Runs one statement and answers the first value of its first row. */
async function ask(url: string, sql: string): Promise<unknown> {
  const db = connect(url, { max: 1, name: 'test' })
  try {
    const { rows } = await db.raw<{ rows: Record<string, unknown>[] }>(sql)
    return Object.values(rows[0] ?? {})[0]
  } finally {
    await db.destroy()
  }
}

const postmasterPid = async (file: string) => Number((await readFile(file, 'utf8')).split('\n')[0])

test('the first start makes a database, the second finds it again, in a folder of any name', async t => {
  const { start, said } = await emptyDesk(t, `Gia Nghĩa's "post" $HOME`)
  const first = await start()
  await ask(first.adminUrl, 'create table bells as select 42 as id')
  await first.stop()
  const before = performance.now()
  const second = await start()
  t.true(performance.now() - before < 3000)
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

test('what a killed service left running is stopped, and nothing is lost', async t => {
  const { start, dataDir, file } = await desk(t)
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
  const { start, dataDir, file } = await desk(t)
  const killed = otherService(dataDir)
  const { adminUrl = '' } = await killed.next()
  await ask(adminUrl, 'create table bells as select 42 as id')
  killed.child.kill('SIGKILL')
  process.kill(await postmasterPid(file('data', 'postmaster.pid')), 'SIGKILL')
  await killed.ended
  t.is(await ask((await start()).adminUrl, 'select id from bells'), 42)
})

test('a note of a database whose number now belongs to another process is not believed', async t => {
  const { start, file } = await desk(t)
  await writeFile(file('data', 'postmaster.pid'), `${process.pid}\n${file('data')}\n`)
  t.is(await ask((await start()).adminUrl, 'select 1'), 1)
})

test('an owner that has ended, or a note that nobody can read, does not keep the folder', async t => {
  const { start, file } = await desk(t)
  const ended = { pid: process.pid, life: 'of another that had this number', space: await processSpace() }
  for (const note of ['', '{', JSON.stringify(ended)]) {
    await writeFile(file('owner.json'), note)
    const server = await start()
    t.is(await ask(server.adminUrl, 'select 1'), 1)
    await server.stop()
  }
})

test('of an owner in another container only the pulse tells whether it lives', async t => {
  const { start, file } = await desk(t)
  await writeFile(file('owner.json'), JSON.stringify({ pid: 1, life: '1', space: 'another container' }))
  const pulse = setInterval(() => utimes(file('owner.json'), performance.now(), performance.now()), 1000)
  await t.throwsAsync(start(), { instanceOf: StartError, message: /in use by process 1/ })
  clearInterval(pulse)
  t.is(await ask((await start()).adminUrl, 'select 1'), 1)
})

test('a second service on the same folder is refused and does the first no harm', async t => {
  const { start, dataDir } = await desk(t)
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

test('a database that dies is started again where the pools look for it', async t => {
  const { start, said, file } = await desk(t)
  const { adminUrl } = await start()
  const before = await postmasterPid(file('data', 'postmaster.pid'))
  process.kill(before, 'SIGKILL')
  while ((await ask(adminUrl, 'select 1').catch(() => 0)) !== 1) await wait(50)
  t.not(await postmasterPid(file('data', 'postmaster.pid')), before)
  t.is(said[0], 'PostgreSQL ended unexpectedly; it is started again.')
})

test('Ctrl-C reaches the service, which may still use the database until it stops it', async t => {
  const { dataDir, file } = await desk(t)
  const service = otherService(dataDir)
  await service.next()
  const pid = await postmasterPid(file('data', 'postmaster.pid'))
  process.kill(-(service.child.pid ?? 0), 'SIGINT')
  t.deepEqual(await service.next(), { last: 1 })
  await service.ended
  t.falsy(await lifeOf(pid))
})

test('a port that somebody else has taken is left to them', async t => {
  const { start, file } = await desk(t)
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
