import type { Knex } from 'knex'
import { loadReference } from '../db/load-reference.ts'
import type { Config } from './config.ts'
import { sealFacts } from './custody/seal-facts.ts'
import { rootFolder } from './kit/root-folder.ts'
import { connect } from './platform/db.ts'
import { startEmbeddedPostgres } from './platform/embedded-postgres.ts'
import { embeddedLogins, ensureLogins } from './platform/ensure-logins.ts'
import { grantApplication } from './platform/grant-application.ts'
import { migrate } from './platform/migrate.ts'
import { StartError } from './platform/start-error.ts'

/** `jobs`: connections of the timetable's own, so that a long job leaves those of the requests alone. */
export type OpenDatabase = { db: Knex; jobs: Knex; stop(): Promise<void> }
type Say = (sentence: string) => void

const oldest = 15

/**
 * The database to work on: the server that DATABASE_URL names, else an embedded one below the data folder. Migrated and
 * with its reference data, by the owner's login, which is closed before anybody is served. Throws StartError.
 */
export async function openDatabase(config: Config, say: Say): Promise<OpenDatabase> {
  if (config.DATABASE_URL) return openServer(config.DATABASE_URL, config.DATABASE_OWNER_URL, say)
  if (config.isProduction)
    say('No DATABASE_URL: using the embedded PostgreSQL, which is meant for trial and small desks.')
  const server = await startEmbeddedPostgres({ dataDir: config.dataDir, say })
  try {
    const { ownerUrl, appUrl } = await ensureLogins(server.adminUrl, embeddedLogins(server.adminUrl))
    const { stop, ...pools } = await openServer(appUrl, ownerUrl, say)
    return { ...pools, stop: () => stop().finally(server.stop) }
  } catch (error) {
    await server.stop()
    throw error
  }
}

async function openServer(url: string, ownerUrl: string | undefined, say: Say): Promise<OpenDatabase> {
  const owner = connect(ownerUrl ?? url, { max: 2, name: 'buu-tram owner', patience: 10_000 })
  try {
    await refuseOld(owner)
    await refuseWithoutRights(owner, ownerUrl)
    await migrate(owner, rootFolder('db', 'migrations'), say)
    await sealFacts(owner)
    const login = decodeURIComponent(new URL(url).username)
    if (ownerUrl) await grantApplication(owner, login)
    else
      say('No DATABASE_OWNER_URL: migrations ran as the application’s own login, which can therefore change history.')
    await loadReference(owner, rootFolder('db', 'reference'))
  } finally {
    await owner.destroy()
  }
  const [db, jobs] = [connect(url, { max: 20, name: 'buu-tram' }), connect(url, { max: 3, name: 'buu-tram jobs' })]
  return {
    db,
    jobs,
    async stop() {
      await Promise.all([db.destroy(), jobs.destroy()])
    },
  }
}

async function refuseWithoutRights(owner: Knex, ownerUrl: string | undefined) {
  const { rows } = await owner.raw(`select has_schema_privilege('public', 'create') as may`)
  if (rows[0].may) return
  const [setting, mend] = ownerUrl
    ? ['DATABASE_OWNER_URL', 'it has to own the database']
    : ['DATABASE_URL', 'set DATABASE_OWNER_URL to the login that owns the database']
  throw new StartError(`The login of ${setting} may not make tables, and every start looks for migrations: ${mend}.`)
}

async function refuseOld(owner: Knex) {
  const { rows } = await owner.raw('show server_version_num').catch(error => {
    throw new StartError(`The database of DATABASE_URL cannot be reached: ${error.message}.`)
  })
  const major = Math.floor(Number(rows[0].server_version_num) / 10_000)
  if (major < oldest) throw new StartError(`The database is PostgreSQL ${major}; at least ${oldest} is needed.`)
}
