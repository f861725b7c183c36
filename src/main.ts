import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { createApp } from './app.ts'
import { readConfig } from './config.ts'
import { firstPeople } from './first-people.ts'
import { openDatabase } from './open-database.ts'
import type { House } from './platform/house.ts'
import { readKeys } from './platform/keys.ts'
import { createLog } from './platform/log.ts'
import { StartError } from './platform/start-error.ts'
import { runTimetable, type Timekeeper } from './run-timetable.ts'

process.env['TZ'] = 'UTC'
const say = (sentence: string) => console.log(sentence)

try {
  await start()
} catch (error) {
  console.error(error instanceof StartError ? error.message : error)
  process.exit(1)
}

/** Read config, open the database, meet the first people, listen, start the timetable; on a signal the same backwards. */
async function start() {
  const config = readConfig(process.env)
  const clock = () => new Date()
  const stopping = stopSignal()
  const database = await openDatabase(config, say)
  try {
    const keys = await readKeys(config.dataDir)
    const welcome = await firstPeople(database.db, config, { now: clock(), keys })
    const { publicUrl, TRUST_PROXY_HOPS: proxyHops, HOTLINE: hotline, WITNESS_KEYS: witnessKeys, providers } = config
    const house: House = {
      db: database.db,
      clock,
      keys,
      log: createLog(config.LOG_LEVEL),
      publicUrl,
      proxyHops,
      logName: config.LOG_NAME ?? null,
      witnessKeys,
      hotline,
      providers,
      isDemo: welcome.isDemo,
    }
    let timekeeper: Timekeeper | null = null
    const server = await listen(
      createApp(house, () => !config.TIMETABLE || timekeeper?.isAlive() === true).callback(),
      config,
    )
    timekeeper = config.TIMETABLE ? runTimetable({ ...house, db: database.jobs }) : null
    for (const line of [`Bưu Trạm: ${publicUrl}`, ...welcome.lines, 'Ctrl-C để dừng.']) say(line)
    await stopping
    await stop(server, timekeeper)
  } finally {
    await database.stop()
  }
}

async function listen(answer: RequestListener, { PORT, HOST }: { PORT: number; HOST: string }): Promise<Server> {
  const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000 }, answer)
  server.listen(PORT, HOST)
  await once(server, 'listening').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE')
      throw new StartError(`Port ${PORT} is in use by another program: stop it, or set PORT to another number.`)
    throw new StartError(`Cannot listen on ${HOST}:${PORT}: ${error.message}.`)
  })
  return server
}

/** What was begun is finished; who keeps a connection open is let go after a moment. */
async function stop(server: Server, timekeeper: Timekeeper | null) {
  const closed = once(server, 'close')
  server.close()
  server.closeIdleConnections()
  const patience = setTimeout(() => server.closeAllConnections(), 5000)
  await Promise.all([closed, timekeeper?.stop()])
  clearTimeout(patience)
}

function stopSignal(): Promise<void> {
  return new Promise(resolve => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => resolve())
  })
}
