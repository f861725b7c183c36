import { readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { lifeOf, processSpace } from './process-life.ts'
import { StartError } from './start-error.ts'

type Owner = { pid: number; life: string; space: string }

const beat = 2_000

/**
 * Makes this process the only one that uses `home`, until `release`. The note of a process that has ended is taken
 * over. Throws `StartError` while another one lives.
 */
export async function ownFolder(home: string): Promise<{ release(): Promise<void> }> {
  const note = noteIn(home)
  await clearOld(note)
  await writeFile(note, JSON.stringify(await myself()), { flag: 'wx' }).catch(error => refuseIfTaken(home, error))
  const pulse = setInterval(() => void touch(note), beat).unref()
  return {
    async release() {
      clearInterval(pulse)
      await rm(note, { force: true })
    },
  }
}

/** Whether a living process has made `home` its own. */
export async function isOwned(home: string): Promise<boolean> {
  const found = await readNote(noteIn(home))
  return found !== undefined && (await isAlive(noteIn(home), parse(found)))
}

const noteIn = (home: string) => path.join(home, 'owner.json')

const touch = (note: string) => {
  const now = (performance.timeOrigin + performance.now()) / 1000
  return utimes(note, now, now).catch(() => {})
}

/** Its text; one that is just being written gets a moment. */
async function readNote(note: string) {
  const found = await readFile(note, 'utf8').catch(() => undefined)
  if (found === undefined || parse(found)) return found
  await wait(beat / 10)
  return readFile(note, 'utf8').catch(() => undefined)
}

async function myself(): Promise<Owner> {
  return { pid: process.pid, life: (await lifeOf(process.pid)) ?? '', space: await processSpace() }
}

async function clearOld(note: string) {
  const found = await readNote(note)
  if (found === undefined) return
  const owner = parse(found)
  if (await isAlive(note, owner)) refuse(path.dirname(note), owner?.pid)
  // Two may find the same dead owner: only the one that moves exactly that note away goes on.
  const mine = `${note}.${process.pid}`
  await rename(note, mine).catch(() => refuse(path.dirname(note)))
  const moved = await readFile(mine, 'utf8')
  if (moved !== found) {
    await rename(mine, note)
    refuse(path.dirname(note))
  }
  await rm(mine)
}

function parse(found: string): Owner | undefined {
  try {
    return JSON.parse(found)
  } catch {
    // The disk was full, or the machine lost power, when it was written.
    return undefined
  }
}

/** Elsewhere, in another container, a process number says nothing: there only the pulse does. */
async function isAlive(note: string, owner: Owner | undefined) {
  if (!owner) return false
  if (owner.space === (await processSpace())) return (await lifeOf(owner.pid)) === owner.life
  const before = await touchedAt(note)
  await wait(3 * beat)
  return (await touchedAt(note)) !== before
}

const touchedAt = async (note: string) => (await stat(note).catch(() => undefined))?.mtimeMs

function refuseIfTaken(home: string, error: NodeJS.ErrnoException): never {
  if (error.code === 'EEXIST') refuse(home)
  throw error
}

function refuse(home: string, pid?: number): never {
  const who = pid ? `process ${pid}` : 'another process'
  throw new StartError(
    `The data in ${home} is in use by ${who}: stop that one first, or set DATA_DIR to another folder.`,
  )
}
