import test from 'ava'
import { day, hour, rfc3339 } from '../../src/kit/time.ts'
import { raiseAlerts } from '../../src/promises/raise-alerts.ts'
import { type AtKrongNo, atKrongNo, scanned, takenIn } from '../support/at-krong-no.ts'
import { krongNo, type Scenario, scenario } from '../support/scenario.ts'

/** A dossier of seven working days, lodged on Monday 23/11 and accepted; 24/11 is a holiday: due on Thursday 3/12 at 17:00. */
async function accepted(all: Scenario, acceptance = {}) {
  const staff: AtKrongNo = await atKrongNo(all)
  const { reference, parcel } = await takenIn(all, staff)
  await scanned(all, staff.officer, 'lodge', parcel.code)
  const at = `/dossiers/${reference}`
  const answer = await staff.officer.post(`${at}/acceptance`, acceptance)
  return { ...staff, at, answer }
}

const clock = (all: Scenario) => all.db('clocks').whereNotNull('dossier_id').first()
const open = (all: Scenario): Promise<string[]> =>
  all.db('alerts').whereNull('closed_at').orderBy('raised_at').pluck('level')
const asked = { items: ['Đơn đề nghị'], reason: 'thiếu chữ ký', until: '2026-12-31' }

test('the police have the working days of the procedure', async t => {
  const all = await scenario(t)
  const { answer } = await accepted(all)
  t.is(answer.body.due_on, '2026-12-03')
  t.is(rfc3339((await clock(all))?.due_at ?? new Date(0)), '2026-12-03T17:00:00.000+07:00')
})

test('the working days until a supplement came are given back, its own day too', async t => {
  const all = await scenario(t)
  const { officer, at } = await accepted(all)
  await officer.post(`${at}/supplement-request`, asked)
  all.clock.move(2 * day)
  t.is((await officer.post(`${at}/supplement`)).body.due_on, '2026-12-04')
  t.is((await officer.get(at)).body.status, 'accepted')
})

test('while a supplement is awaited nobody is alerted', async t => {
  const all = await scenario(t)
  const { officer, at } = await accepted(all)
  await officer.post(`${at}/supplement-request`, asked)
  t.truthy((await clock(all))?.paused_at)
  await raiseAlerts(all.db, new Date(all.clock().getTime() + 20 * day))
  t.deepEqual(await open(all), [])
  await officer.post(`${at}/supplement`)
  await raiseAlerts(all.db, new Date(all.clock().getTime() + 20 * day))
  t.deepEqual(await open(all), ['breach_day'])
})

for (const [deed, body] of [
  ['result', { kind: 'granted' }],
  ['stop', { reason: 'người dân xin thôi' }],
  ['withdrawal', { reason: 'người dân xin rút' }],
] as const)
  test(`the clock of the police stops with ${deed}`, async t => {
    const all = await scenario(t)
    const { officer, at } = await accepted(all)
    all.clock.move(hour)
    t.is((await officer.post(`${at}/${deed}`, body)).status, 200)
    t.deepEqual((await clock(all))?.stopped_at, all.clock())
  })

test('a day set anew is when the police are late, and quiets the alert about the day before', async t => {
  const all = await scenario(t)
  const { officer, at } = await accepted(all)
  all.clock.set('2026-12-04T09:00:00+07:00')
  await raiseAlerts(all.db, all.clock())
  t.deepEqual(await open(all), ['breach'])
  await officer.post(`${at}/extension`, { reason: 'chờ xác minh', due: '2026-12-10' })
  t.is(rfc3339((await clock(all))?.due_at ?? new Date(0)), '2026-12-10T17:00:00.000+07:00')
  await raiseAlerts(all.db, all.clock())
  t.deepEqual(await open(all), [])
  await raiseAlerts(all.db, new Date('2026-12-10T17:00:00+07:00'))
  t.deepEqual(await open(all), ['breach'])
})

test('a new day that is broken too is a new alert, whoever took the first one on', async t => {
  const all = await scenario(t)
  const { officer, at } = await accepted(all)
  const supervisor = await all.person('supervisor', krongNo)
  all.clock.set('2026-12-04T09:00:00+07:00')
  await raiseAlerts(all.db, all.clock())
  const [first] = await all.db('alerts').whereNull('closed_at')
  await supervisor.post(`/alerts/${first?.id}/acknowledgement`, { note: 'Đã gọi' })
  await officer.post(`${at}/extension`, { reason: 'chờ xác minh', due: '2026-12-10' })
  t.deepEqual(await open(all), [], 'the extension itself closes the alert about the day before')
  await raiseAlerts(all.db, new Date('2026-12-11T09:00:00+07:00'))
  const again = await all.db('alerts').whereNull('closed_at')
  t.like(again, { length: 1, 0: { level: 'breach', acknowledged_at: null } })
  t.not(again[0]?.id, first?.id)
})

test('a supplement that is asked for quiets the alert at once', async t => {
  const all = await scenario(t)
  const { officer, at } = await accepted(all)
  all.clock.set('2026-12-02T16:00:00+07:00')
  await raiseAlerts(all.db, all.clock())
  t.is((await open(all)).length, 1)
  await officer.post(`${at}/supplement-request`, asked)
  t.deepEqual(await open(all), [])
})

test('a decision taken after hours may still name today', async t => {
  const all = await scenario(t, { at: '2026-11-23T18:30:00+07:00' })
  const { answer } = await accepted(all, { due: '2026-11-23' })
  t.is(answer.status, 200, JSON.stringify(answer.body))
  t.is(answer.body.due_on, '2026-11-23')
})

test('a supplement that comes after the day that was named is taken; the police are late from then on', async t => {
  const all = await scenario(t)
  const { officer, at } = await accepted(all, { due: '2026-11-26' })
  await officer.post(`${at}/supplement-request`, asked)
  all.clock.set('2026-11-27T09:00:00+07:00')
  await raiseAlerts(all.db, all.clock())
  t.deepEqual(await open(all), [])
  t.is((await officer.post(`${at}/supplement`)).status, 200)
  await raiseAlerts(all.db, all.clock())
  t.deepEqual(await open(all), ['breach'])
})
