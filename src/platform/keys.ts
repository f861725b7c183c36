import { randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Keys } from '../kit/secrets.ts'
import { StartError } from './start-error.ts'

/**
 * The installation's keys, from `keys.json` in the data folder (mode 0600), made on the first start. Losing them means
 * that lookup codes and identity numbers can no longer be read: back them up apart from the database.
 */
export async function readKeys(dataDir: string): Promise<Keys> {
  const file = path.join(dataDir, 'keys.json')
  const text = await readFile(file, 'utf8').catch(() => null)
  const stored = JSON.parse(text ?? (await makeKeys(file)))
  const key = (name: string) => Buffer.from(String(stored[name] ?? ''), 'base64')
  const keys = { id: String(stored.id), index: key('index'), cipher: key('cipher'), form: key('form') }
  if ([keys.index, keys.cipher, keys.form].some(one => one.length !== 32))
    throw new StartError(`${file} does not hold the keys it should: restore it from its backup.`)
  return keys
}

/** Written beside and linked into place: of two first starts at once, one wins and both read the same keys. */
async function makeKeys(file: string): Promise<string> {
  const secret = () => randomBytes(32).toString('base64')
  const draft = `${file}.${randomUUID()}`
  await mkdir(path.dirname(file), { recursive: true })
  await writeFile(
    draft,
    JSON.stringify({ id: randomUUID().slice(0, 8), index: secret(), cipher: secret(), form: secret() }),
    { mode: 0o600 },
  )
  await link(draft, file).catch(() => {})
  await unlink(draft)
  return readFile(file, 'utf8')
}
