import { rm } from 'node:fs/promises'
import type { ExecutionContext } from 'ava'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { testClock } from '../support/clock.ts'
import { testDatabase } from '../support/database.ts'
import { houseOn, open, type Scenario } from '../support/scenario.ts'
import { scratchFolder } from '../support/scratch-folder.ts'
import { takeSlot } from '../support/slots.ts'
import { buildTemplate, templateVariable } from '../support/template.ts'

/** The whole service for a province, closed with the test. */
export async function provinceOf(t: ExecutionContext): Promise<Scenario> {
  await takeSlot(t)
  const { all, close } = await opened()
  t.teardown(close)
  return all
}

/** The same on a server of its own, without a test around it. */
export async function provinceOnItsOwn(): Promise<{ all: Scenario; close: () => Promise<void> }> {
  process.env['TZ'] = 'UTC'
  const dataDir = await scratchFolder('simulator')
  const server = await startEmbeddedPostgres({
    dataDir,
    say: console.error,
    settings: { fsync: 'off', synchronous_commit: 'off', shared_buffers: '256MB', max_wal_size: '1GB' },
  })
  process.env[templateVariable] = JSON.stringify(await buildTemplate(server.adminUrl))
  const { all, close } = await opened()
  return {
    all,
    async close() {
      await close()
      await server.stop()
      for (const folder of [server.folder, dataDir]) await rm(folder, { recursive: true, force: true })
    },
  }
}

async function opened() {
  const database = await testDatabase()
  const { all, deafen } = await open(database, houseOn(database.db, testClock()))
  return { all, close: () => deafen().then(database.close) }
}
