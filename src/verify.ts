// npm run verify [-- --keys FILE]: derives everything from the facts again; status 1 and a list where something is off.
// npm run verify -- EVIDENCE.json --keys FILE: verifies the evidence of one parcel, without a database.
import { readFile } from 'node:fs/promises'
import type { Knex } from 'knex'
import { type Config, readConfig } from './config.ts'
import type { Verifier } from './evidence/note.ts'
import { trustedKeys } from './evidence/trusted-keys.ts'
import { verifyBundle } from './evidence/verify-bundle.ts'
import { verifyDatabase } from './evidence/verify-database.ts'
import { connect } from './platform/db.ts'
import { mustHavePostgres, runningPostgres, startEmbeddedPostgres } from './platform/embedded-postgres.ts'
import { embeddedLogins, ensureLogins } from './platform/ensure-logins.ts'
import { readArguments } from './platform/read-arguments.ts'
import { StartError } from './platform/start-error.ts'

process.env['TZ'] = 'UTC'
const faultsShown = 100
const usage = `npm run verify [-- --keys FILE]: the whole database.
npm run verify -- EVIDENCE.json --keys FILE: the evidence of one parcel, without a database.`

try {
  process.exitCode = (await verify()) ? 0 : 1
} catch (error) {
  console.error(error instanceof StartError ? error.message : error)
  process.exitCode = 1
}

async function verify(): Promise<boolean> {
  const { values, words } = readArguments({ names: ['keys'], words: 1, usage })
  const config = readConfig(process.env)
  const [file] = words
  const sent = file === undefined ? undefined : await readEvidence(file)
  const keys = await trustedKeys(values.keys, config)
  return file === undefined ? verifyAll(config, keys) : verifyEvidence(sent, keys)
}

async function readEvidence(file: string): Promise<unknown> {
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) throw new StartError(`${file} cannot be read.\n${usage}`)
  try {
    return JSON.parse(text)
  } catch {
    throw new StartError(`${file} is not JSON.\n${usage}`)
  }
}

function verifyEvidence(sent: unknown, keys: readonly Verifier[]): boolean {
  const { code, facts, proven, witnesses, faults } = verifyBundle(sent, keys)
  for (const fault of faults) console.log(fault)
  const right = proven ? 'all right' : 'nothing wrong, and nothing proven yet'
  const outcome = faults.length ? `${faults.length} FAULTS` : right
  const seen = witnesses.length ? `cosigned by ${witnesses.join(', ')}` : 'cosigned by no witness whose key was given'
  console.log(`${outcome}: parcel ${code}, ${facts} facts, ${proven} of them proven by its checkpoint, ${seen}`)
  return faults.length === 0
}

async function verifyAll(config: Config, keys: readonly Verifier[]): Promise<boolean> {
  const { db, stop } = await database(config)
  const began = performance.now()
  let said = 0
  const report = (fault: string) => {
    if (said++ < faultsShown) console.log(fault)
  }
  const { parcels, facts, sheets, bags, leaves, checkpoints, faults } = await verifyDatabase(db, keys, report).finally(
    stop,
  )
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const counts = `${parcels} parcels, ${facts} facts, ${leaves} of them in the log, ${checkpoints} checkpoints, ${sheets} hand-over sheets, ${bags} bags`
  const outcome = faults
    ? `${faults} FAULTS${faults > faultsShown ? ` (the first ${faultsShown} above)` : ''}`
    : 'all right'
  console.log(`${outcome}: ${counts}, in ${seconds} s`)
  return faults === 0
}

/** The database as it is: neither migrated nor sealed. With a login that may only read, where one is given. */
async function database(config: Config): Promise<{ db: Knex; stop: () => Promise<unknown> }> {
  const url = config.DATABASE_READER_URL ?? config.DATABASE_URL
  if (url) return opened(url)
  const running = await runningPostgres(config.dataDir)
  if (!running) await mustHavePostgres(config.dataDir)
  const server = running ? null : await startEmbeddedPostgres({ dataDir: config.dataDir, say: console.error })
  const adminUrl = running ?? server?.adminUrl ?? ''
  const { appUrl } = await ensureLogins(adminUrl, embeddedLogins(adminUrl))
  const { db, stop } = opened(appUrl)
  return { db, stop: () => stop().finally(() => server?.stop()) }
}

function opened(url: string) {
  const db = connect(url, { max: 2, name: 'buu-tram verify', patience: 10_000 })
  return { db, stop: () => db.destroy() }
}
