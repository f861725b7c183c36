import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import test, { type ExecutionContext } from 'ava'
import type { Knex } from 'knex'
import { connect } from '../../src/platform/db.ts'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { runProgram } from '../../src/platform/run-program.ts'
import { StartError } from '../../src/platform/start-error.ts'
import { otherService } from '../support/other-process.ts'

async function folder(t: ExecutionContext) {
  const made = await mkdtemp(path.join(os.tmpdir(), 'buu-tram-slow-'))
  await chmod(made, 0o711)
  t.teardown(() => rm(made, { recursive: true, force: true }))
  return made
}

test('what the database acknowledged is there after every kill of it and of the service', async t => {
  const dataDir = await folder(t)
  const acknowledged: number[] = []
  for (let round = 0; round < 8; round++) {
    const service = otherService(dataDir)
    const { adminUrl = '' } = await service.next()
    const db = connect(adminUrl, { max: 4, name: 'test' })
    await db.raw('create table if not exists bells (id integer primary key)')
    const kept = new Set(await db('bells').pluck('id'))
    t.deepEqual(
      acknowledged.filter(id => !kept.has(id)),
      [],
    )
    const writing = Promise.all(
      [0, 1, 2, 3].map(writer => ring(db, { first: round * 1e6 + writer * 1e5, acknowledged })),
    )
    setTimeout(() => void kill(service.child.pid, dataDir), 300 + round * 50)
    await writing
    await db.destroy()
    await service.ended
  }
  t.true(acknowledged.length > 100)
})

/** Writes until the database is gone, and notes what it said yes to. */
async function ring(db: Knex, { first, acknowledged }: { first: number; acknowledged: number[] }) {
  for (let id = first; ; id++) {
    const written = await db('bells')
      .insert({ id })
      .then(() => true)
      .catch(() => false)
    if (!written) return
    acknowledged.push(id)
  }
}

async function kill(service: number | undefined, dataDir: string) {
  const note = await readFile(path.join(dataDir, 'postgres/data/postmaster.pid'), 'utf8')
  for (const pid of [service ?? 0, Number.parseInt(note, 10)]) process.kill(pid, 'SIGKILL')
}

test('a full disk is said to be full', async t => {
  const disk = await folder(t)
  const mounted = await runProgram('mount', ['-t', 'tmpfs', '-o', 'size=20m', 'tmpfs', disk])
  if (!mounted.ok) {
    t.pass('Only a user who may mount a small disk can try this.')
    return
  }
  t.teardown(() => runProgram('umount', [disk]))
  const start = () => startEmbeddedPostgres({ dataDir: path.join(disk, 'var'), say: t.log })
  await t.throwsAsync(start(), { instanceOf: StartError, message: /has \d+ MB left, a new database needs 150 MB/ })
  await runProgram('dd', ['if=/dev/zero', `of=${disk}/fill`, 'bs=1M'])
  await rm(path.join(disk, 'var'), { recursive: true })
  await runProgram('dd', ['if=/dev/zero', `of=${disk}/fill2`, 'bs=1k'])
  await t.throwsAsync(start(), { instanceOf: StartError, message: /the disk is full|MB left/ })
})
