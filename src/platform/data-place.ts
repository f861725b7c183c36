import { randomBytes } from 'node:crypto'
import { chmod, chown, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { type Account, accountFor } from './account.ts'
import { makeFolder } from './data-folder.ts'
import { runProgram } from './run-program.ts'
import { usableShelves } from './shelves.ts'
import { StartError } from './start-error.ts'

/** The folder that holds PostgreSQL's own `data` folder, and the account that reads and writes it. */
export type Place = { base: string; data: string; account: Account }

/**
 * Where the data lives: in `home`, else on a shelf when PostgreSQL's account cannot use `home`. The choice is written
 * down and kept, `say` hears of it. Throws `StartError` when the data that is there cannot be used.
 */
export async function placeFor(home: string, say: (sentence: string) => void): Promise<Place> {
  const elsewhere = await readFile(path.join(home, 'moved-to'), 'utf8').catch(() => undefined)
  const place = elsewhere ? await keptPlace(elsewhere.trim(), home) : await newPlace(home)
  if (place.base !== home) {
    say(`PostgreSQL keeps its data in ${place.base}, because the user it runs as cannot use ${home}.`)
  }
  return place
}

async function keptPlace(base: string, home: string) {
  const place = await placeIn(base)
  if (await stat(base).catch(() => undefined)) return place
  throw new StartError(
    `The data was in ${base}, which is gone: bring it back, or remove ${home}/moved-to to start empty.`,
  )
}

async function newPlace(home: string) {
  const place = await placeIn(home)
  if (await isUsable(place)) return place
  if (await stat(place.data).catch(() => undefined)) {
    throw new StartError(
      `The data in ${place.data} belongs to, or can be reached by, another user only: start as that one.`,
    )
  }
  return shelved(home)
}

async function placeIn(base: string): Promise<Place> {
  const data = path.join(base, 'data')
  return { base, data, account: await accountFor(data) }
}

async function shelved(home: string) {
  // A new name each time: whoever emptied DATA_DIR wants to start empty.
  const name = randomBytes(6).toString('hex')
  for (const shelf of await usableShelves()) {
    const place = await placeIn(path.join(shelf, name))
    await makeFolder(place.base)
    if (!(await isUsable(place))) continue
    await writeFile(path.join(home, 'moved-to'), place.base)
    return place
  }
  throw new StartError(`The user PostgreSQL runs as cannot use ${home}: set DATA_DIR to a folder that user can reach.`)
}

/** Tried rather than computed: modes, access lists and kinds of disk all have a say. */
async function isUsable({ base, data, account }: Place) {
  const found = await stat(data).catch(() => undefined)
  if (found) return canWrite(data, account)
  const probe = path.join(base, 'probe')
  await makePrivate(probe, account)
  const { mode } = await stat(probe)
  const usable = (mode & 0o077) === 0 && (await canWrite(probe, account))
  await rm(probe, { recursive: true })
  return usable
}

const canWrite = async (folder: string, account: Account) =>
  (await runProgram('/bin/sh', ['-c', 'cd "$1" && : > probe && rm probe', 'sh', folder], account)).ok

/** An empty folder that only the account may enter. Where owners cannot be given it stays ours, and `isUsable` sees. */
export async function makePrivate(folder: string, { uid, gid }: Account): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder)
  await chmod(folder, 0o700)
  if (uid !== undefined && gid !== undefined) await chown(folder, uid, gid).catch(() => {})
}
