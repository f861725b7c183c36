import { randomBytes } from 'node:crypto'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { ExecutionContext } from 'ava'
import { makeDemoPeople } from '../../db/demo-people.ts'
import { readConfig } from '../../src/config.ts'
import { openDatabase } from '../../src/open-database.ts'
import { startEmbeddedPostgres } from '../../src/platform/embedded-postgres.ts'
import { readKeys } from '../../src/platform/keys.ts'
import { StartError } from '../../src/platform/start-error.ts'
import { testClock } from '../support/clock.ts'
import { testDatabase } from '../support/database.ts'
import { houseOn, listenOn, type Service } from '../support/scenario.ts'
import { scratchFolder } from '../support/scratch-folder.ts'
import { takeSlot } from '../support/slots.ts'
import { buildTemplate, templateVariable } from '../support/template.ts'

type Opened = { all: Service; close: () => Promise<void> }

/** The whole service for a province, closed with the test. */
export async function provinceOf(t: ExecutionContext): Promise<Service> {
  await takeSlot(t)
  const { all, close } = await opened()
  t.teardown(close)
  return all
}

/** The same on a server of its own, without a test around it. */
export async function provinceOnItsOwn(): Promise<Opened> {
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

/** The same in an empty data folder, with the people of the demo: the product can be started there afterwards. */
export async function provinceIn(folder: string): Promise<Opened> {
  const { dataDir, ...config } = readConfig({ DATA_DIR: folder })
  const { db, stop } = await openDatabase({ ...config, dataDir }, console.error)
  const close = () => deafen().then(stop)
  const { all, deafen } = await listenOn(
    { db, owner: db },
    { ...houseOn(db, testClock()), keys: await readKeys(dataDir) },
  )
  if (await db('people').first('id')) {
    await close()
    throw new StartError(`${dataDir} is somebody's data already: name an empty folder.`)
  }
  const password = randomBytes(9).toString('base64url')
  await writeFile(path.join(dataDir, 'demo-password'), password, { mode: 0o600 })
  await makeDemoPeople(db, password, all.clock())
  return { all, close }
}

async function opened(): Promise<Opened> {
  const database = await testDatabase()
  const { all, deafen } = await listenOn(database, houseOn(database.db, testClock()))
  return { all, close: () => deafen().then(database.close) }
}
