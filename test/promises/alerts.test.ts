import { spawn } from 'node:child_process'
import { once } from 'node:events'
import test from 'ava'
import { hour, minute } from '../../src/kit/time.ts'
import { raiseAlerts } from '../../src/promises/raise-alerts.ts'
import { papers } from '../support/papers.ts'
import { krongNo, type Person, policeKrongNo, type Scenario, scan, scenario } from '../support/scenario.ts'

/** A result that the post has just taken from the police. */
async function resultOnItsWay(all: Scenario) {
  const [clerk, officer, courier] = [
    await all.person('clerk', krongNo),
    await all.person('officer', policeKrongNo),
    await all.person('courier', krongNo),
  ]
  const intake = await papers(all.db, 'identity-district-01', { service: 'return', documents: [], due: '2026-12-30' })
  const { body } = await officer.post('/dossiers', intake)
  await officer.post(`/dossiers/${body.reference}/result`, { kind: 'granted' })
  const home = await officer.post('/parcels', { purpose: 'result', dossiers: [body.reference] })
  all.clock.move(minute)
  await clerk.post('/scans', {
    sent_at: all.clock().toISOString(),
    scans: [scan('hand_back', home.body.code, all.clock())],
  })
  return {
    code: home.body.code as string,
    courier,
    clerk,
    reference: body.reference as string,
    lookup: body.lookup_code as string,
  }
}

const open = (all: Scenario) =>
  all.db('alerts').whereNull('closed_at').orderBy('raised_at').select('level', 'acknowledged_at')

async function acknowledgeAll({ db }: Scenario, supervisor: Person) {
  for (const id of await db('alerts').whereNull('closed_at').pluck('id'))
    await supervisor.post(`/alerts/${id}/acknowledgement`, { note: 'Đã gọi bưu tá' })
}

/** Of envelopes; what the police owe the post has alerts of its own. */
const levels = async (all: Scenario): Promise<string[]> =>
  all
    .db('alerts')
    .join('clocks', 'clocks.id', 'clock_id')
    .whereNotNull('clocks.parcel_id')
    .orderBy('raised_at')
    .pluck('level')

test('the 48 hours alert at 75 %, at 90 %, at breach and a day later, once each, and delivery closes them', async t => {
  const all = await scenario(t)
  const { code, courier } = await resultOnItsWay(all)
  const start = all.clock()
  const at = (hours: number) => new Date(start.getTime() + hours * hour)
  await raiseAlerts(all.db, at(35.99))
  t.deepEqual(await levels(all), [])
  await raiseAlerts(all.db, at(36))
  await raiseAlerts(all.db, at(36.1))
  t.deepEqual(await levels(all), ['at_risk'])
  await raiseAlerts(all.db, at(43.2))
  await raiseAlerts(all.db, at(48))
  await raiseAlerts(all.db, at(60))
  t.deepEqual(await levels(all), ['at_risk', 'missed', 'breach'])
  await raiseAlerts(all.db, at(72))
  await raiseAlerts(all.db, at(99))
  t.deepEqual(await levels(all), ['at_risk', 'missed', 'breach', 'breach_day'])
  all.clock.set(at(100).toISOString())
  for (const step of ['load', 'deliver']) {
    all.clock.move(minute)
    await courier.post('/scans', { sent_at: all.clock().toISOString(), scans: [scan(step, code, all.clock())] })
  }
  await raiseAlerts(all.db, all.clock())
  t.is((await all.db('alerts').whereNull('closed_at')).length, 0)
})

test('ten missed hours raise one alert, the highest', async t => {
  const all = await scenario(t)
  await resultOnItsWay(all)
  await raiseAlerts(all.db, new Date(all.clock().getTime() + 72 * hour))
  t.deepEqual(await levels(all), ['breach_day'])
})

test('a delivery on time raises nothing', async t => {
  const all = await scenario(t)
  const { code, courier } = await resultOnItsWay(all)
  for (const step of ['load', 'deliver']) {
    all.clock.move(hour)
    await courier.post('/scans', { sent_at: all.clock().toISOString(), scans: [scan(step, code, all.clock())] })
  }
  await raiseAlerts(all.db, new Date(all.clock().getTime() + 72 * hour))
  t.deepEqual(await levels(all), [])
})

test('a delivery taken back makes the promise run, and alert, again', async t => {
  const all = await scenario(t)
  const { code, courier } = await resultOnItsWay(all)
  all.clock.move(40 * hour)
  await raiseAlerts(all.db, all.clock())
  await courier.post('/scans', { sent_at: all.clock().toISOString(), scans: [scan('load', code, all.clock())] })
  all.clock.move(minute)
  const deliver = scan('deliver', code, all.clock())
  await courier.post('/scans', { sent_at: all.clock().toISOString(), scans: [deliver] })
  await raiseAlerts(all.db, all.clock())
  t.is((await all.db('alerts').whereNull('closed_at')).length, 0)
  t.is(
    (await courier.post(`/scans/${deliver.id}/correction`, { id: crypto.randomUUID(), reason: 'nhầm nhà' })).body
      .verdict,
    'recorded',
  )
  await raiseAlerts(all.db, all.clock())
  t.is((await all.db('alerts').whereNull('closed_at')).length, 1, 'the cause is back, and so is its alert')
})

test('an alert that comes back asks for a person again', async t => {
  const all = await scenario(t)
  const { code, courier } = await resultOnItsWay(all)
  const supervisor = await all.person('supervisor', krongNo)
  all.clock.move(50 * hour)
  await raiseAlerts(all.db, all.clock())
  await acknowledgeAll(all, supervisor)
  await courier.post('/scans', { sent_at: all.clock().toISOString(), scans: [scan('load', code, all.clock())] })
  all.clock.move(minute)
  const deliver = scan('deliver', code, all.clock())
  await courier.post('/scans', { sent_at: all.clock().toISOString(), scans: [deliver] })
  t.deepEqual(await open(all), [], 'delivery itself closes it')
  await courier.post(`/scans/${deliver.id}/correction`, { id: crypto.randomUUID(), reason: 'nhầm nhà' })
  await raiseAlerts(all.db, all.clock())
  t.like(await open(all), { length: 1, 0: { level: 'breach', acknowledged_at: null } })
})

test('a server whose clock jumped ahead and came back leaves no false breach, and still warns in time', async t => {
  const all = await scenario(t)
  await resultOnItsWay(all)
  const at = (hours: number) => new Date(all.clock().getTime() + hours * hour)
  await raiseAlerts(all.db, at(71))
  t.like(await open(all), { 0: { level: 'breach' } })
  await raiseAlerts(all.db, at(1))
  t.deepEqual(await open(all), [])
  await raiseAlerts(all.db, at(37))
  t.like(await open(all), { length: 1, 0: { level: 'at_risk' } })
})

test('the tick reads by what is due: no scan of clocks, none of closed alerts', async t => {
  const all = await scenario(t)
  await resultOnItsWay(all)
  const said: { sql: string; bindings: Date[] }[] = []
  all.db.on('query', query => said.push(query))
  await raiseAlerts(all.db, all.clock())
  const asked = said.filter(({ sql }) => /alerts|clocks/.test(sql))
  t.true(asked.length > 0)
  const partial = ['clocks_to_alert', 'alerts_open', 'alerts_once']
  for (const { sql, bindings } of asked) {
    const plan = await planOf(all, withValues(sql, bindings))
    const scans = plan.filter(line => / on (alerts|clocks)( |$)/.test(line) && /Scan/.test(line))
    const byKey = /using clocks_pkey on clocks/
    for (const line of scans) t.true(byKey.test(line) || partial.some(index => line.includes(index)), line)
  }
})

const withValues = (sql: string, bindings: readonly Date[]) =>
  sql.replaceAll(/\$(\d+)/g, (_, n) => `'${bindings[Number(n) - 1]?.toISOString()}'::timestamptz`)

/** As the planner would have it where the tables are large. */
const planOf = (all: Scenario, sql: string): Promise<string[]> =>
  all.db.transaction(async trx => {
    await trx.raw('set local enable_seqscan = off')
    const { rows } = await trx.raw(`explain ${sql}`)
    return rows.map((row: Record<string, string>) => row['QUERY PLAN'])
  })

test('a withdrawn hand-back stops the clock it started', async t => {
  const all = await scenario(t)
  const { clerk, lookup } = await resultOnItsWay(all)
  const event = await all.db('custody_events').where({ step: 'hand_back' }).first('id')
  await clerk.post(`/scans/${event?.id}/correction`, { id: crypto.randomUUID(), reason: 'nhầm' })
  t.is((await all.anyone.post('/track', { code: lookup })).body.promised_by, null)
  await raiseAlerts(all.db, new Date(all.clock().getTime() + 72 * hour))
  t.deepEqual(await levels(all), [])
})

test('the tick run by three processes raises one alert a level', async t => {
  const all = await scenario(t)
  for (let i = 0; i < 5; i++) await resultOnItsWay(all)
  const now = new Date(all.clock().getTime() + 44 * hour).toISOString()
  const ticks = Array.from({ length: 3 }, () =>
    spawn(process.execPath, ['dist/test/support/tick.js', all.database.url, now], {
      stdio: ['ignore', 'pipe', 'inherit'],
    }),
  )
  const said = await Promise.all(
    ticks.map(async tick => {
      let text = ''
      tick.stdout.on('data', chunk => {
        text += chunk
      })
      const [code] = await once(tick, 'close')
      return { code, ran: text.trim() }
    }),
  )
  t.deepEqual(
    said.map(({ code }) => code),
    [0, 0, 0],
  )
  t.is(said.filter(({ ran }) => ran === 'did it').length, 1, 'the slot was done by one of them')
  t.deepEqual(await levels(all), Array(5).fill('missed'))
  t.is((await all.db('job_runs')).length, 1)
})

test('a supervisor acknowledges an alert once, and nobody else may', async t => {
  const all = await scenario(t)
  await resultOnItsWay(all)
  await raiseAlerts(all.db, new Date(all.clock().getTime() + 72 * hour))
  const [supervisor, clerk, auditor] = [
    await all.person('supervisor', krongNo),
    await all.person('clerk', krongNo),
    await all.person('auditor', null),
  ]
  const { body } = await auditor.get('/alerts')
  const path = `/alerts/${body.items[0].id}/acknowledgement`
  t.is((await clerk.get('/alerts')).status, 403)
  t.is((await auditor.post(path, { note: 'đã xem' })).status, 403)
  t.is((await supervisor.post(path, { note: 'Đã gọi bưu tá' })).status, 200)
  t.is((await supervisor.post(path, { note: 'lần nữa' })).status, 409)
  t.is((await supervisor.post('/alerts/nothing/acknowledgement', { note: 'x' })).status, 404)
})
