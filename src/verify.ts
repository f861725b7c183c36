// npm run verify [-- --keys FILE]: derives everything from the facts again; status 1 and a list where something is off.
import { parseArgs } from 'node:util'
import type { Knex } from 'knex'
import { type Config, readConfig } from './config.ts'
import { trustedKeys } from './evidence/trusted-keys.ts'
import { verifyDatabase } from './evidence/verify-database.ts'
import { connect } from './platform/db.ts'
import { runningPostgres, startEmbeddedPostgres } from './platform/embedded-postgres.ts'
import { embeddedLogins, ensureLogins } from './platform/ensure-logins.ts'
import { StartError } from './platform/start-error.ts'

process.env['TZ'] = 'UTC'
const faultsShown = 100

try {
  process.exitCode = (await verify()) ? 0 : 1
} catch (error) {
  console.error(error instanceof StartError ? error.message : error)
  process.exitCode = 1
}

async function verify(): Promise<boolean> {
  const { values } = parseArgs({ options: { keys: { type: 'string' } } })
  const config = readConfig(process.env)
  const keys = await trustedKeys(values.keys, config)
  const { db, stop } = await database(config)
  const began = performance.now()
  let said = 0
  const report = (fault: string) => {
    if (said++ < faultsShown) console.log(fault)
  }
  const { parcels, facts, leaves, checkpoints, faults } = await verifyDatabase(db, keys, report).finally(stop)
  const seconds = ((performance.now() - began) / 1000).toFixed(1)
  const counts = `${parcels} parcels, ${facts} facts, ${leaves} of them in the log, ${checkpoints} checkpoints`
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
  const server = running ? null : await startEmbeddedPostgres({ dataDir: config.dataDir, say: console.error })
  const adminUrl = running ?? server?.adminUrl ?? ''
  const { appUrl } = await ensureLogins(adminUrl, embeddedLogins(adminUrl))
  const { db, stop } = opened(appUrl)
  return { db, stop: () => stop().finally(() => server?.stop()) }
}

function opened(url: string) {
  const db = connect(url, { max: 1, name: 'buu-tram verify', patience: 10_000 })
  return { db, stop: () => db.destroy() }
}
