// serve KIND DATABASE_URL: one of the servers that are compared, on a free port that it prints.
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { bodyParser } from '@koa/bodyparser'
import Koa from 'koa'
import pg from 'pg'
import { createApp } from '../../src/app.ts'
import { consequences } from '../../src/consequences.ts'
import { recordScans } from '../../src/custody/record-scans.ts'
import { scanList, scansOf } from '../../src/custody/scan-request.ts'
import { verdicts } from '../../src/custody/schemas.ts'
import { api } from '../../src/people/endpoint.ts'
import { whoIsAsking } from '../../src/people/who-is-asking.ts'
import { answerErrors } from '../../src/platform/answer-errors.ts'
import { connect } from '../../src/platform/db.ts'
import { createLog, logRequests } from '../../src/platform/log.ts'
import { houseOn } from '../support/scenario.ts'
import { benchKeys } from './world.ts'

const [kind = '', url = ''] = process.argv.slice(2)

/** Nothing but Koa and two prepared statements in a transaction: what any program pays that keeps a scan. */
function floor(): Koa {
  const pool = new pg.Pool({ connectionString: url, max: 20 })
  const app = new Koa()
  app.use(bodyParser())
  app.use(async ctx => {
    const [scan] = (ctx.request.body as { scans: { id: string; code: string; occurred_at: string }[] }).scans
    const client = await pool.connect()
    try {
      await client.query('begin')
      const insert = 'insert into bench_facts (id, code, at) values ($1, $2, $3)'
      await client.query({ name: 'fact', text: insert, values: [scan?.id, scan?.code, scan?.occurred_at] })
      const update = 'update bench_holders set holder = $2, at = $3 where code = $1'
      await client.query({ name: 'holder', text: update, values: [scan?.code, 'office', scan?.occurred_at] })
      await client.query('commit')
    } finally {
      client.release()
    }
    ctx.body = { verdicts: [{ id: scan?.id, verdict: 'recorded' }] }
  })
  return app
}

const house = () => ({
  ...houseOn(connect(url, { max: 20, name: kind }), () => new Date()),
  log: createLog('warn'),
  keys: benchKeys,
  // Each question of a citizen comes from an address of its own.
  proxyHops: 1,
})

/** Nothing but Koa and one prepared select along an index. */
function lookup(): Koa {
  const pool = new pg.Pool({ connectionString: url, max: 20 })
  const app = new Koa()
  app.use(bodyParser())
  app.use(async ctx => {
    const { code } = ctx.request.body as { code: string }
    const text = 'select reference, status from dossiers where reference = $1'
    const { rows } = await pool.query({ name: 'dossier', text, values: [code] })
    ctx.body = rows[0]
  })
  return app
}

/** The same work as ours, one transaction for each scan. */
function naive(): Koa {
  const mine = house()
  const { on, router } = api(mine)
  on(
    { method: 'post', path: '/scans', summary: 'naive', who: 'scan', body: scanList, reply: verdicts },
    async call => ({
      verdicts: await recordScans(call.db, scansOf(call.body, call.actor, call.now), { now: call.now, consequences }),
    }),
  )
  const app = new Koa()
  app
    .use(logRequests(mine))
    .use(answerErrors(() => ''))
    .use(bodyParser())
    .use(whoIsAsking(mine))
    .use(router.routes())
  return app
}

const kinds: Record<string, () => Koa> = { floor, lookup, naive, ours: () => createApp(house()) }
const server = (kinds[kind] ?? floor)().listen(0, '127.0.0.1')
await once(server, 'listening')
console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
process.on('SIGINT', () => process.exit())
