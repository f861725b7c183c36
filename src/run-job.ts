// npm run job -- NAME [--at TIME]: runs one job of the timetable by hand.
import { type Config, readConfig } from './config.ts'
import { addMs } from './kit/time.ts'
import { openDatabase } from './open-database.ts'
import { connect } from './platform/db.ts'
import { mustHavePostgres, runningPostgres } from './platform/embedded-postgres.ts'
import { embeddedLogins, ensureLogins } from './platform/ensure-logins.ts'
import { readKeys } from './platform/keys.ts'
import { readArguments } from './platform/read-arguments.ts'
import { runOnce } from './platform/run-once.ts'
import { StartError } from './platform/start-error.ts'
import { type JobHouse, timetable } from './timetable.ts'

const usage = `npm run job -- NAME [--at TIME], with one of ${timetable.map(({ name }) => name).join(', ')}.`

try {
  await runJob()
} catch (error) {
  console.error(error instanceof StartError ? error.message : error)
  process.exit(1)
}

async function runJob() {
  const { values, words } = readArguments({ names: ['at'], words: 1, usage })
  const job = timetable.find(({ name }) => name === words[0])
  if (!job) throw new StartError(words[0] ? `There is no job “${words[0]}”.\n${usage}` : usage)
  const now = values.at ? new Date(values.at) : null
  if (now && Number.isNaN(now.getTime())) throw new StartError('--at takes a moment like 2026-11-23T09:00:00+07:00.')
  const config = readConfig(process.env)
  const { db, stop } = await database(config)
  const slot = now ?? (await databaseTime(db))
  const house = await jobHouse(config, slot)
  const did = await runOnce(db, { job: `${job.name} (by hand)`, slot, now: slot }, () =>
    job.run(db, slot, house),
  ).finally(stop)
  console.log(
    did ? `${job.name} ran for ${slot.toISOString()}.` : `${job.name} had already run for ${slot.toISOString()}.`,
  )
}

/** Its clock begins at the slot, and goes on. */
async function jobHouse(config: Config, slot: Date): Promise<JobHouse> {
  const begun = performance.now()
  const { publicUrl, providers, HOTLINE: hotline, LOG_NAME: logName = null } = config
  const clock = () => addMs(slot, performance.now() - begun)
  return { keys: await readKeys(config.dataDir), clock, publicUrl, providers, hotline, logName }
}

/** The server that is running, or the one that `npm start` would run. */
async function database(config: Config) {
  const adminUrl = config.DATABASE_URL ? undefined : await runningPostgres(config.dataDir)
  if (!adminUrl && !config.DATABASE_URL) await mustHavePostgres(config.dataDir)
  if (!adminUrl) return openDatabase(config, console.error)
  const { appUrl } = await ensureLogins(adminUrl, embeddedLogins(adminUrl))
  const db = connect(appUrl, { max: 2, name: 'buu-tram job' })
  return { db, stop: () => db.destroy() }
}

async function databaseTime(db: Awaited<ReturnType<typeof openDatabase>>['db']): Promise<Date> {
  const { rows } = await db.raw('select clock_timestamp() as now')
  return rows[0].now
}
