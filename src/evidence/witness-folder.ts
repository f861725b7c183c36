// What a witness keeps: its own key, the key of the log it watches, and the last checkpoint it signed.
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { StartError } from '../platform/start-error.ts'

const names = { seed: 'witness-key', logKey: 'log-key', last: 'last-checkpoint' } as const
type Kept = keyof typeof names

/** Reads what is kept in the folder; null where it is not there yet. Other faults of the disk are thrown. */
export async function kept(folder: string, what: Kept): Promise<string | null> {
  return readFile(path.join(folder, names[what]), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw new StartError(`The witness cannot read its folder ${folder}: ${error.message}.`)
  })
}

/** Replaces it as a whole, on the disk before this returns: a power cut leaves the old or the new. */
export async function keep(folder: string, what: Kept, text: string): Promise<void> {
  const file = path.join(folder, names[what])
  const draft = `${file}.${randomUUID()}`
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const handle = await open(draft, 'wx', 0o600)
  await handle.writeFile(text)
  await handle.sync()
  await handle.close()
  await rename(draft, file)
  const directory = await open(folder)
  await directory.sync()
  await directory.close()
}

/** The witness's own secret of 32 bytes, made on its first day. */
export async function witnessSeed(folder: string): Promise<Buffer> {
  const known = await kept(folder, 'seed')
  const seed = known === null ? randomBytes(32) : Buffer.from(known, 'base64')
  if (seed.length !== 32) throw new StartError(`The key in ${folder} is damaged: restore it from its backup.`)
  if (known === null) await keep(folder, 'seed', seed.toString('base64'))
  return seed
}
