import test, { type ExecutionContext } from 'ava'
import type { Knex } from 'knex'
import { addMs, day, hour, minute } from '../../src/kit/time.ts'
import { connect } from '../../src/platform/db.ts'
import { raiseAlerts } from '../../src/promises/raise-alerts.ts'
import { theTemplate } from '../support/database.ts'
import { krongNo, type Scenario, scenario } from '../support/scenario.ts'
import { deskOf } from '../support/staff-browser.ts'

const clocks = Number(process.env['CLOCKS'] ?? 1_000_000)
const due = Math.min(10_000, clocks / 100)

/** Open promises at one office: `due` of them reach their last chance an hour from now, the others later. */
async function fill(all: Scenario) {
  const url = Object.assign(new URL(theTemplate().adminUrl), { pathname: new URL(all.database.url).pathname }).href
  const admin = connect(url, { max: 1, name: 'fill' })
  const by = await all.person('clerk', krongNo)
  await admin.transaction(async trx => {
    await trx.raw('set local session_replication_role = replica; set local statement_timeout = 0')
    await trx.raw(
      `insert into parcels (id, code, purpose, zone, origin_kind, origin_unit, destination_kind, destination_unit, on_route, hands,
         is_collected, created_at, created_by, created_unit)
       select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, 'PB' || lpad(n::text, 9, '0') || 'VN', 'result', 'rural',
         'police_unit', 'police-664', 'recipient', :krongNo, array[:krongNo], 'household', false, :now, :by, :krongNo
       from generate_series(1, :clocks) as n`,
      { clocks, krongNo, now: all.clock(), by: by.id },
    )
    await trx.raw(
      `insert into parcel_presents (parcel_id, holder_kind, holder_unit, since, is_over, is_lost, is_misrouted, is_sent_back, attempts,
         handed_back_at, next_seq, last_step)
       select id, 'post_office', :krongNo, :now, false, false, false, false, 0, :now, 2, 'hand_back' from parcels`,
      { krongNo, now: all.clock() },
    )
    await trx.raw(
      `insert into clocks (id, policy_id, parcel_id, unit_id, started_at, at_risk_at, missed_at, wall_due_at, due_at, next_alert_at, inputs)
       select gen_random_uuid(), policy.id, parcels.id, :krongNo, :now, at, at + interval '2 hours', at + interval '2 days',
         at + interval '2 days', at, '{"target": {"unit": "hours", "amount": 48}}'
       from (select *, row_number() over (order by id) as n from parcels) as parcels
       cross join lateral (select case when n <= :due then :soon::timestamptz else :later::timestamptz + n * interval '1 second' end as at) as times
       cross join (select id from promise_policies where clock = 'delivery' and is_binding and scope = 'in_province') as policy`,
      { krongNo, due, now: all.clock(), soon: addMs(all.clock(), hour), later: addMs(all.clock(), day) },
    )
  })
  await admin.raw('vacuum analyze')
  await admin.destroy()
}

const timesOf = async (times: number, work: (i: number) => Promise<unknown>) => {
  const taken: number[] = []
  for (let i = 0; i < times; i++) {
    const began = performance.now()
    await work(i)
    taken.push(performance.now() - began)
  }
  return taken.sort((a, b) => a - b)
}
const at = (taken: readonly number[], share: number) => taken[Math.floor((taken.length - 1) * share)]?.toFixed(1)

test(`${clocks} open clocks: a tick costs what is due, the board opens`, async t => {
  t.timeout(15 * minute)
  const all = await scenario(t)
  await fill(all)
  const idle = await timesOf(40, i => raiseAlerts(all.db, addMs(all.clock(), i * minute)))
  t.log(`a tick with nothing due: median ${at(idle, 0.5)} ms, p95 ${at(idle, 0.95)} ms`)
  await planned(t, all.db)

  const desk = await deskOf(all, await all.person('supervisor', krongNo))
  const page = async () => t.is((await desk.get('/staff/control')).status, 200)
  const first = await timesOf(1, page)
  const opened = await timesOf(60, page)
  t.log(`the board: first ${at(first, 0)} ms, median ${at(opened, 0.5)} ms, p95 ${at(opened, 0.95)} ms`)

  const began = performance.now()
  t.like(await raiseAlerts(all.db, addMs(all.clock(), hour)), { raised: due })
  t.log(`${due} due in one tick: ${(performance.now() - began).toFixed(0)} ms`)
  t.like(await raiseAlerts(all.db, addMs(all.clock(), hour + minute)), { raised: 0 })
  const after = await timesOf(40, i => raiseAlerts(all.db, addMs(all.clock(), hour + (i + 2) * (minute / 30))))
  t.log(`the tick after them: median ${at(after, 0.5)} ms`)
  const full = await timesOf(40, page)
  t.log(`the board with ${due} alerts: median ${at(full, 0.5)} ms, p95 ${at(full, 0.95)} ms`)
})

/** What the tick asks of clocks goes by the index of those that are next. */
async function planned(t: ExecutionContext, db: Knex) {
  const { rows } = await db.raw(
    `explain select id from clocks where next_alert_at <= now() - interval '10 years' and stopped_at is null order by id for update skip locked`,
  )
  const plan: string[] = rows.map((row: Record<string, string>) => row['QUERY PLAN'])
  for (const line of plan) t.log(line)
  t.true(plan.some(line => line.includes('clocks_to_alert')))
}
