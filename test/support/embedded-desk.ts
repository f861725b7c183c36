import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import type { ExecutionContext } from 'ava'
import { connect } from '../../src/platform/db.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { runProgram } from '../../src/platform/run-program.ts'
import { scratchFolder } from './scratch-folder.ts'

/** A folder that every user may pass through, and a way to start in it that stops by itself at the end. */
export async function emptyDesk(t: ExecutionContext, name = 'var') {
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
export async function readyDesk(t: ExecutionContext) {
  const made = await emptyDesk(t)
  ready ??= makeReady()
  await runProgram('cp', ['-a', await ready, made.dataDir])
  return made
}

let ready: Promise<string> | undefined

async function makeReady() {
  const folder = await scratchFolder('embedded')
  const server = await startEmbeddedPostgres({ dataDir: folder, say: console.error, settings: { fsync: 'off' } })
  await server.stop()
  await rm(path.join(folder, 'postgres/port'))
  return folder
}

/** For the end of a test file. */
export async function removeReady(): Promise<void> {
  if (ready) await rm(await ready, { recursive: true })
}

/** Runs one statement and answers the first value of its first row. */
export async function ask(url: string, sql: string): Promise<unknown> {
  const db = connect(url, { max: 1, name: 'test' })
  try {
    const { rows } = await db.raw<{ rows: Record<string, unknown>[] }>(sql)
    return Object.values(rows[0] ?? {})[0]
  } finally {
    await db.destroy()
  }
}

/** The number in a `postmaster.pid`. */
export const postmasterPid = async (file: string) => Number((await readFile(file, 'utf8')).split('\n')[0])
