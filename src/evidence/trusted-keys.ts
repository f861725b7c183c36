import { access, readFile } from 'node:fs/promises'
import path from 'node:path'
import { readKeys } from '../platform/keys.ts'
import { StartError } from '../platform/start-error.ts'
import { logSigner } from './checkpoint.ts'
import { readVkey, type Verifier, vkeyOf } from './note.ts'

type Settings = {
  dataDir: string
  publicUrl: string
  LOG_NAME?: string | undefined
  WITNESS_KEYS: readonly string[]
}

/**
 * Whose word is believed: the keys in `file`, one vkey a line, `#` before remarks; else those of this installation. Throws
 * StartError where there are none.
 */
export async function trustedKeys(file: string | undefined, settings: Settings): Promise<Verifier[]> {
  if (!file) return ownKeys(settings)
  const text = await readFile(file, 'utf8').catch(() => {
    throw new StartError(`The keys in ${file} cannot be read.`)
  })
  const lines = text.split('\n').map(line => line.trim())
  return lines.filter(line => line && !line.startsWith('#')).map(keyOf)
}

async function ownKeys({ dataDir, publicUrl, LOG_NAME, WITNESS_KEYS }: Settings): Promise<Verifier[]> {
  await access(path.join(dataDir, 'keys.json')).catch(() => {
    throw new StartError(`There are no keys in ${dataDir}: set DATA_DIR, or give --keys FILE with a key in each line.`)
  })
  const signer = logSigner({ keys: await readKeys(dataDir), publicUrl, logName: LOG_NAME ?? null })
  return [vkeyOf(signer, 1), ...WITNESS_KEYS].map(keyOf)
}

function keyOf(vkey: string): Verifier {
  const key = readVkey(vkey)
  if (!key) throw new StartError(`“${vkey}” is not a key (name+id+base64).`)
  return key
}
