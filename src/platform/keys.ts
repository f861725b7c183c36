import { hkdfSync, randomBytes, randomUUID } from 'node:crypto'
import { link, mkdir, readFile, rename, unlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Keys } from '../kit/secrets.ts'
import { StartError } from './start-error.ts'

/**
 * The installation's keys, from `keys.json` in the data folder (mode 0600), made on the first start. Losing them means
 * that lookup codes and identity numbers can no longer be read, nor checkpoints signed: back them up apart from the database.
 */
export async function readKeys(dataDir: string): Promise<Keys> {
  const file = path.join(dataDir, 'keys.json')
  const text = await readFile(file, 'utf8').catch(() => null)
  const stored: StoredKeys = JSON.parse(text ?? (await makeKeys(file)))
  const key = (name: string) => Buffer.from(String(stored[name] ?? ''), 'base64')
  const keys = { id: String(stored['id']), index: key('index'), cipher: key('cipher'), form: key('form') }
  const log = stored['log'] ? key('log') : derivedLogKey(keys)
  if ([keys.index, keys.cipher, keys.form, log].some(one => one.length !== 32))
    throw new StartError(`${file} does not hold the keys it should: restore it from its backup.`)
  if (!stored['log']) await addKey(file, { ...stored, log: log.toString('base64') })
  return { ...keys, log }
}

type StoredKeys = Record<string, string>

/** Written beside and linked into place: of two first starts at once, one wins and both read the same keys. */
async function makeKeys(file: string): Promise<string> {
  const secret = () => randomBytes(32).toString('base64')
  await mkdir(path.dirname(file), { recursive: true })
  const secrets = { index: secret(), cipher: secret(), form: secret(), log: secret() }
  const draft = await writeDraft(file, { id: randomUUID().slice(0, 8), ...secrets })
  await link(draft, file).catch(() => {})
  await unlink(draft)
  return readFile(file, 'utf8')
}

/** A file from before there was a log: its key follows from the others, so that two starts at once add the same one. */
const derivedLogKey = ({ id, index, form }: Omit<Keys, 'log' | 'cipher'>) =>
  Buffer.from(hkdfSync('sha256', Buffer.concat([index, form]), id, 'buu-tram log', 32))

async function addKey(file: string, keys: StoredKeys) {
  await rename(await writeDraft(file, keys), file)
}

async function writeDraft(file: string, keys: StoredKeys): Promise<string> {
  const draft = `${file}.${randomUUID()}`
  await writeFile(draft, JSON.stringify(keys), { mode: 0o600, flush: true })
  return draft
}
