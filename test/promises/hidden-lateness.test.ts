import test from 'ava'
import { day, hour } from '../../src/kit/time.ts'
import { atKrongNo, onItsWayHome, scanned } from '../support/at-krong-no.ts'
import { nobodyHome, onRound, report, resultsFor } from '../support/on-a-round.ts'
import {
  alertsOf,
  flooded,
  pausesOfParcel,
  pressedAtHome,
  promiseOf,
  released,
  releasedResult,
  tickAt,
  weekdayVan,
} from '../support/promised.ts'
import { krongNo, type Scenario, scenario } from '../support/scenario.ts'
import { deskOf } from '../support/staff-browser.ts'

/** Loaded on Monday at 08:04; due on Wednesday at 08:03. */
async function loaded(all: Scenario) {
  const staff = await atKrongNo(all)
  const { home, lookup_code } = await onItsWayHome(all, staff)
  await scanned(all, staff.courier, 'load', home)
  return { ...staff, home, lookup_code }
}

test('a day that nobody would agree on stops no promise for ever', async t => {
  const all = await scenario(t)
  const { courier, home } = await loaded(all)
  await scanned(all, courier, 'attempt', home, {
    reason: 'nobody_home',
    measure: 'again',
    called_at: all.clock().toISOString(),
    again_on: '2199-12-31',
  })
  await tickAt(all, '2027-11-23T10:00')
  t.true(Object.keys(await alertsOf(all, home)).length > 0, (await pausesOfParcel(all, home)).join())
})

test('force majeure that a courier alone declares excuses nothing, though he rang', async t => {
  const all = await scenario(t)
  const { courier, home } = await loaded(all)
  await scanned(all, courier, 'attempt', home, {
    reason: 'force_majeure',
    measure: 'again',
    called_at: all.clock().toISOString(),
  })
  t.deepEqual(await pausesOfParcel(all, home), [])
})

test('laid up at the counter a week after the agreed day, it was late for that week', async t => {
  const all = await scenario(t)
  const { courier, clerk, home } = await loaded(all)
  await scanned(all, courier, 'attempt', home, {
    reason: 'nobody_home',
    measure: 'again',
    called_at: all.clock().toISOString(),
    again_on: '2026-11-24',
  })
  await tickAt(all, '2026-12-02T10:00')
  const late = Object.keys(await alertsOf(all, home))
  t.deepEqual(late, ['breach_day'])
  const pauses = await pausesOfParcel(all, home)
  await scanned(all, clerk, 'take_over', home)
  await scanned(all, clerk, 'hold', home, { until: '2026-12-31' })
  t.deepEqual(Object.keys(await alertsOf(all, home)), late, 'still late')
  t.is((await pausesOfParcel(all, home))[0], pauses[0])
})

test('a notice written days after the attempt proves nothing of it', async t => {
  const all = await scenario(t)
  const { courier, home } = await loaded(all)
  await scanned(all, courier, 'attempt', home, { reason: 'nobody_home', measure: 'again' })
  t.deepEqual(await pausesOfParcel(all, home), [])
  await tickAt(all, '2026-11-27T10:00')
  const late = await alertsOf(all, home)
  t.true(Object.keys(late).length > 0)
  await scanned(all, courier, 'invite', home, { number: 1, left_with: 'phone' })
  t.deepEqual(await pausesOfParcel(all, home), [])
  t.deepEqual(await alertsOf(all, home), late)
})

test('a call that has not been made yet is no evidence', async t => {
  const all = await scenario(t)
  const { courier, home } = await loaded(all)
  await scanned(all, courier, 'attempt', home, {
    reason: 'nobody_home',
    measure: 'again',
    called_at: '2026-11-23T23:59:00+07:00',
  })
  t.deepEqual(await pausesOfParcel(all, home), [])
})

test('through the hands of the desk and out again, the promise is not made anew', async t => {
  const all = await scenario(t)
  const { officer, clerk, home } = await loaded(all)
  const { began, due } = await promiseOf(all, home)
  await tickAt(all, '2026-11-25T10:00')
  t.deepEqual(Object.keys(await alertsOf(all, home)), ['breach'])
  await scanned(all, officer, 'lodge', home)
  await scanned(all, clerk, 'hand_back', home)
  const after = await promiseOf(all, home)
  t.deepEqual([after.began, after.due], [began, due])
  t.deepEqual(Object.keys(await alertsOf(all, home)), ['breach'])
})

test('what one police unit passes to another was not released to the post', async t => {
  const all = await scenario(t, { at: '2026-11-25T08:00:00+07:00' })
  const { officer } = await atKrongNo(all)
  await weekdayVan(all, 630)
  const { code } = await releasedResult(all, officer, 'police-67-pc06')
  t.is((await promiseOf(all, code)).began, null)
})

test('what was to be fetched in the afternoon and was given over the desk at noon was never the promise of the post', async t => {
  const all = await scenario(t, { at: '2026-11-25T08:00:00+07:00' })
  const { officer } = await atKrongNo(all)
  await weekdayVan(all, 960)
  const { code } = await releasedResult(all, officer)
  all.clock.set('2026-11-25T11:00:00+07:00')
  await scanned(all, officer, 'return_in_person', code)
  t.deepEqual(await promiseOf(all, code), {
    began: null,
    wall: null,
    due: null,
    risk: null,
    missed: null,
    ended: null,
  })
})

test('a lost parcel is not excused by a flood that came after it was lost', async t => {
  const all = await scenario(t)
  const { home } = await loaded(all)
  const { due } = await promiseOf(all, home)
  const supervisor = await all.person('supervisor', krongNo)
  await scanned(all, supervisor, 'report_lost', home, { reason: 'không tìm thấy' })
  await flooded(all, '2026-11-24T00:00', '2026-11-24T23:59')
  t.is((await promiseOf(all, home)).due, due)
})

test('a standstill announced for the last morning silences nobody the night before', async t => {
  const all = await scenario(t)
  const { home } = await loaded(all)
  t.is((await promiseOf(all, home)).risk, '24T20:03', 'three quarters of its time')
  await flooded(all, '2026-11-25T07:00', '2026-11-25T12:00')
  // Three quarters of 53 hours have gone at 23:48, and until the flood begins it runs.
  await tickAt(all, '2026-11-25T06:59')
  t.deepEqual(Object.keys(await alertsOf(all, home)), ['at_risk'])
})

test('who reads that she moved can say that she was at home', async t => {
  const all = await scenario(t)
  const { courier, home, lookup_code } = await loaded(all)
  await scanned(all, courier, 'attempt', home, { reason: 'moved', measure: 'again' })
  t.is((await pausesOfParcel(all, home)).length, 1, 'by his word alone it stands still')
  t.regex(await (await pressedAtHome(all, lookup_code)).text(), /Đã ghi lời của ông\/bà/)
})

test('two attempts, both untrue: she can say so of the one before too', async t => {
  const all = await scenario(t)
  const { courier, home, lookup_code } = await loaded(all)
  for (let i = 0; i < 2; i++) {
    all.clock.move(i * day)
    const called_at = all.clock().toISOString()
    await scanned(all, courier, 'attempt', home, { reason: 'nobody_home', measure: 'again', called_at })
  }
  await pressedAtHome(all, lookup_code)
  t.is((await all.db('home_claims')).length, 2)
})

test('the claim of a citizen cannot be closed as if it were any review', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const [result] = await resultsFor(all, staff, [{}])
  const { code = '', lookup_code = '' } = result ?? {}
  const round = await onRound(all, staff, [code])
  all.clock.move(hour)
  await report(staff.courier, round, 1, nobodyHome({ called_at: '2026-11-23T08:40:00+07:00' }))
  await pressedAtHome(all, lookup_code)
  const supervisor = await all.person('supervisor', krongNo)
  const review = await all.db('reviews').where({ kind: 'was_at_home' }).first('id')
  const page = await (await deskOf(all, supervisor)).get(`/staff/control/reviews/${review?.id}`)
  t.true(page.text.includes(`href="/staff/control/parcels/${code}"`), 'who had it, and for how long')
  await supervisor.post(`/reviews/${review?.id}/closing`, { reason: 'xong' })
  const settled = await supervisor.post(`/reviews/${review?.id}/claim`, { upheld: true, reason: 'bà có ở nhà' })
  t.is(settled.status, 200, JSON.stringify(settled.body))
  t.deepEqual(await pausesOfParcel(all, code), [])
})

test('taken back by the desk and released again two weeks later, it is not late for those weeks', async t => {
  const all = await scenario(t, { at: '2026-11-25T08:00:00+07:00' })
  const { officer, clerk } = await atKrongNo(all)
  await weekdayVan(all, 630)
  const { code, list } = await releasedResult(all, officer)
  const accepted = async (id: string) => {
    await scanned(all, clerk, 'hand_back', code)
    t.is((await clerk.post(`/handovers/${id}/acceptance`, { mode: 'scans', codes: [code] })).status, 200)
  }
  await accepted(list)
  t.is((await promiseOf(all, code)).began, '25T08:01')
  await scanned(all, clerk, 'send_back', code, { reason: 'wrong_address' })
  await scanned(all, officer, 'take_back', code)
  all.clock.set('2026-12-09T08:00:00+07:00')
  await accepted(await released(officer, code))
  t.is((await promiseOf(all, code)).began, '09T08:01')
})
