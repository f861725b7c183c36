import { readFile, rename, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { createCluster } from './create-cluster.ts'
import { makeFolder, onDisk } from './data-folder.ts'
import { placeFor } from './data-place.ts'
import { isOwned, ownFolder } from './folder-owner.ts'
import { freePort } from './free-port.ts'
import { programsFor } from './postgres-programs.ts'
import { type Start, startPostmaster } from './postmaster.ts'
import { StartError } from './start-error.ts'
import { supervise } from './supervise.ts'

type Options = {
  dataDir: string
  say: (sentence: string) => void
  /** PostgreSQL's own settings, for tests. */
  settings?: Record<string, string>
}
/** `folder` is where the data really is. */
export type EmbeddedPostgres = { adminUrl: string; folder: string; stop(): Promise<void> }

/**
 * A PostgreSQL of our own in `dataDir`, for this process alone: made on the first start, started again when it dies,
 * reached over 127.0.0.1 only. What a killed predecessor left running is stopped first. Throws `StartError`.
 */
export async function startEmbeddedPostgres({ dataDir, say, settings = {} }: Options): Promise<EmbeddedPostgres> {
  const home = homeIn(dataDir)
  await onDisk(home, () => makeFolder(home))
  const owner = await onDisk(home, () => ownFolder(home))
  try {
    const { folder, password, server } = await onDisk(home, () => open(home, say, settings))
    return { adminUrl: urlOf(password, server.port), folder, stop: () => server.stop().finally(owner.release) }
  } catch (error) {
    await owner.release()
    throw error
  }
}

/** The address of the PostgreSQL that another process of ours runs in `dataDir` now, if one does. */
export async function runningPostgres(dataDir: string): Promise<string | undefined> {
  const home = homeIn(dataDir)
  if (!(await isOwned(home))) return undefined
  const [password, port] = await Promise.all([read(home, 'password'), read(home, 'port')])
  return password && port ? urlOf(password, Number(port)) : undefined
}

/** Throws StartError where no PostgreSQL of ours was ever started: a command would make an empty one there. */
export async function mustHavePostgres(dataDir: string): Promise<void> {
  const found = await stat(homeIn(dataDir)).catch(() => null)
  if (!found?.isDirectory())
    throw new StartError(`There is no data in ${dataDir}: set DATA_DIR, or run npm start there first.`)
}

const homeIn = (dataDir: string) => path.resolve(dataDir, 'postgres')

const urlOf = (password: string, port: number) => `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`

const read = (home: string, name: string) => readFile(path.join(home, name), 'utf8').catch(() => '')

async function open(home: string, say: (sentence: string) => void, settings: Record<string, string>) {
  const place = await placeFor(home, say)
  const programs = await programsFor(place.account)
  const password = await createCluster(home, place, programs, settings['fsync'] === 'off')
  const start = { place, programs, settings, log: await startLog(home) }
  return { folder: place.base, password, server: await startOnFreePort(home, start, say) }
}

const tooLong = 5 * 2 ** 20

async function startLog(home: string) {
  const log = path.join(home, 'postgres.log')
  const length = (await stat(log).catch(() => undefined))?.size ?? 0
  if (length > tooLong) await rename(log, `${log}.old`)
  return log
}

/** A killed server that is not yet reaped, or a port lost in between, refuses a few times. */
async function startOnFreePort(home: string, start: Start, say: (sentence: string) => void) {
  for (let tries = 1; ; tries++) {
    const port = await freePort(Number(await read(home, 'port')))
    await writeFile(path.join(home, 'port'), String(port))
    try {
      const first = await startPostmaster(start, port)
      return supervise(first, { port, say, again: () => startPostmaster(start, port) })
    } catch (error) {
      if (tries === 6) throw error
      await wait(tries * 200)
    }
  }
}
