import { randomUUID } from 'node:crypto'
import test from 'ava'
import { addMs, day, minute } from '../../src/kit/time.ts'
import { onTime } from '../../src/reports/on-time.ts'
import { atKrongNo, onItsWayHome, scanned } from '../support/at-krong-no.ts'
import { papers } from '../support/papers.ts'
import { flooded, local, pausesOfParcel, promiseOf } from '../support/promised.ts'
import { giaNghia, krongNo, policeKrongNo, type Scenario, scan, scenario } from '../support/scenario.ts'
import { faultsOf } from '../support/verified.ts'

const at = (moment: string) => new Date(`2026-${moment}:00+07:00`)

/** Loaded on Monday at 08:04, due on Wednesday at 08:03; nobody was at home. */
async function nobodyWasHome(all: Scenario) {
  const staff = await atKrongNo(all)
  const { home } = await onItsWayHome(all, staff)
  await scanned(all, staff.courier, 'load', home)
  const called_at = all.clock().toISOString()
  await scanned(all, staff.courier, 'attempt', home, { reason: 'nobody_home', measure: 'again', called_at })
  return { ...staff, home }
}

test('a holiday announced while a promise stands still does not move the end of its pause', async t => {
  const all = await scenario(t)
  const { courier, home } = await nobodyWasHome(all)
  const before = { pauses: await pausesOfParcel(all, home), due: (await promiseOf(all, home)).due }
  await all.owner('holidays').insert({ day: '2026-11-26', name: 'Nghỉ bù', kind: 'off', is_verified: true })
  await all.owner('holidays').insert({ day: '2026-11-25', name: 'Nghỉ bù', kind: 'off', is_verified: true })
  await scanned(all, courier, 'invite', home, { number: 1, left_with: 'door' })
  t.deepEqual({ pauses: await pausesOfParcel(all, home), due: (await promiseOf(all, home)).due }, before)
})

test('what waits at the counter by the board is not late by the report', async t => {
  const all = await scenario(t)
  const { clerk, home } = await nobodyWasHome(all)
  await scanned(all, clerk, 'take_over', home)
  await scanned(all, clerk, 'hold', home, { until: '2026-12-10' })
  all.clock.set(at('12-05T08:00').toISOString())
  const november = { from: at('11-01T00:00'), until: at('12-01T00:00') }
  const [binding] = (await onTime(all.db, november, all.clock())).filter(one => one.clock === 'delivery')
  t.like(binding, { late: 0, running: 1 })
})

test('what nobody called for is late by the report as by the board', async t => {
  const all = await scenario(t)
  await onItsWayHome(all, await atKrongNo(all))
  all.clock.set(at('11-28T08:00').toISOString())
  const november = { from: at('11-01T00:00'), until: at('12-01T00:00') }
  const [binding] = (await onTime(all.db, november, all.clock())).filter(one => one.clock === 'delivery')
  t.like(binding, { late: 1, running: 0 })
})

test('once it lay ready where its receiver wanted it, a new wish starts no promise again', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { home } = await onItsWayHome(all, staff, { return_to: 'post_office', post_office: giaNghia })
  const there = await all.person('clerk', giaNghia)
  await scanned(all, there, 'arrive', home)
  const { ended } = await promiseOf(all, home)
  t.truthy(ended)
  await scanned(all, there, 'redirect', home, { office: krongNo })
  t.is((await promiseOf(all, home)).ended, ended)
})

test('what lay ready, was given back and handed over again is promised anew', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { home } = await onItsWayHome(all, staff, { return_to: 'post_office', post_office: giaNghia })
  const there = await all.person('clerk', giaNghia)
  await scanned(all, there, 'arrive', home)
  await scanned(all, there, 'send_back', home, { reason: 'moved' })
  await scanned(all, staff.clerk, 'arrive', home)
  await scanned(all, staff.officer, 'take_back', home)
  await scanned(all, staff.clerk, 'hand_back', home)
  t.like(await promiseOf(all, home), { began: local(all.clock()), ended: null })
})

test('no promise that was made can be edited, not by the owner of the database', async t => {
  const all = await scenario(t)
  const edited = all.owner('promise_policies').where({ clock: 'delivery' })
  await t.throwsAsync(edited.update({ amount: 96 }), { message: /a promise that was made is not edited/ })
})

test('evidence agrees that what was given over the desk before its van was never promised', async t => {
  const all = await scenario(t, { at: '2026-11-25T08:00:00+07:00' })
  const { officer } = await atKrongNo(all)
  const van = { from_unit: policeKrongNo, to_unit: krongNo, leaves: 960, arrives: 990, on_holidays: false }
  await all.owner('departures').insert([1, 2, 3, 4, 5].map(weekday => ({ ...van, weekday })))
  const wanted = { service: 'return', documents: [], due: '2026-12-30' }
  const { body } = await officer.post('/dossiers', await papers(all.db, 'identity-district-01', wanted))
  await officer.post(`/dossiers/${body.reference}/result`, { kind: 'granted' })
  const { code } = (await officer.post('/parcels', { purpose: 'result', dossiers: [body.reference] })).body
  await officer.post('/handovers', { to: { unit: krongNo }, codes: [code] })
  all.clock.set('2026-11-25T11:00:00+07:00')
  await scanned(all, officer, 'return_in_person', code)
  t.deepEqual(await faultsOf(all), [])
})

test('a promise that was changed often costs a scan no more', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  let asked = 0
  all.db.on('query', () => asked++)
  const costOfLoading = async () => {
    const { home } = await onItsWayHome(all, staff)
    asked = 0
    await scanned(all, staff.courier, 'load', home)
    return asked
  }
  const before = await costOfLoading()
  const [now] = await all.owner('promise_policies').where({ clock: 'delivery', is_binding: true, scope: 'in_province' })
  const { id: _, ...terms } = now ?? t.fail()
  const years = Array.from({ length: 10 }, (_, i) => new Date(`${2000 + i}-01-01`))
  await all
    .owner('promise_policies')
    .insert(years.map(valid_from => ({ ...terms, valid_from, valid_to: addMs(valid_from, day) })))
  t.is(await costOfLoading(), before)
})

test('what was not handed back after all stood still for nobody', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { home } = await onItsWayHome(all, staff)
  await flooded(all, '2026-11-24T00:00', '2026-11-24T23:59')
  t.is((await all.db('pauses')).length, 2)
  const wrong = await all.db('custody_events').where({ step: 'hand_back' }).first('id')
  await staff.clerk.post(`/scans/${wrong?.id}/correction`, { id: randomUUID(), reason: 'chưa lấy' })
  t.is((await promiseOf(all, home)).began, null)
  t.deepEqual(await all.db('pauses'), [])
})

test('what waited at a counter and turned up elsewhere waits there no more', async t => {
  const all = await scenario(t)
  const { clerk, home } = await nobodyWasHome(all)
  await scanned(all, clerk, 'take_over', home)
  await scanned(all, clerk, 'hold', home, { until: '2026-12-10' })
  t.is((await pausesOfParcel(all, home))[0]?.split(' ')[1], '-')
  all.clock.set(at('11-25T08:00').toISOString())
  await scanned(all, await all.person('clerk', giaNghia), 'arrive', home)
  t.is((await pausesOfParcel(all, home))[0]?.split(' ')[1], '25T08:01')
  t.is((await promiseOf(all, home, 'holding')).ended, '25T08:01')
  t.deepEqual(await faultsOf(all), [])
})

test('a flood before a pause, or in it, is one time in which it stood still, and evidence agrees', async t => {
  const all = await scenario(t)
  const { home } = await nobodyWasHome(all)
  await flooded(all, '2026-11-23T00:00', '2026-11-23T20:00')
  t.is((await pausesOfParcel(all, home)).length, 2)
  t.deepEqual(await faultsOf(all), [])
})

test('evidence finds a pause that no excused attempt began', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { home } = await onItsWayHome(all, staff)
  await scanned(all, staff.courier, 'load', home)
  await scanned(all, staff.courier, 'attempt', home, { reason: 'fee_not_paid', measure: 'again' })
  const attempt = await all.db('custody_events').where({ step: 'attempt' }).first('effective_at')
  const pauses = JSON.stringify([[attempt?.effective_at.toISOString(), '2026-11-30T00:00:00.000Z']])
  await all.owner.raw(
    `update clocks set inputs = inputs || jsonb_build_object('pauses', ?::jsonb) where parcel_id is not null and stopped_at is null`,
    [pauses],
  )
  t.regex((await faultsOf(all)).join(), /stands still from .* without a cause/)
})

test('two calls of one moment are one to whoever looks again', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { home } = await onItsWayHome(all, staff)
  await scanned(all, staff.courier, 'load', home)
  all.clock.move(minute)
  const now = all.clock()
  const called = { reason: 'nobody_home', measure: 'again', called_at: now.toISOString() }
  const asked = { reason: 'asked_other_time', measure: 'again', again_on: '2026-12-05' }
  const both = [called, asked].map(detail => scan('attempt', home, now, detail))
  // Told one by one, so that what was recorded first is not what comes first.
  for (const one of both.sort((a, b) => (a.id < b.id ? 1 : -1)))
    await staff.courier.post('/scans', { sent_at: now.toISOString(), scans: [one] })
  const { due } = await promiseOf(all, home)
  all.clock.move(day)
  await scanned(all, staff.courier, 'invite', home, { number: 1, left_with: 'door' })
  t.is((await promiseOf(all, home)).due, due)
  t.deepEqual(await faultsOf(all), [])
})
