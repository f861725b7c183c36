import test from 'ava'
import { onTime } from '../../src/reports/on-time.ts'
import { atKrongNo, onItsWayHome, scanned } from '../support/at-krong-no.ts'
import { local, pausesOfParcel, promiseOf } from '../support/promised.ts'
import { giaNghia, krongNo, type Scenario, scenario } from '../support/scenario.ts'

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
  const october = { from: at('11-01T00:00'), until: at('12-01T00:00') }
  const [binding] = (await onTime(all.db, october, all.clock())).filter(one => one.clock === 'delivery')
  t.like(binding, { late: 0, running: 1 })
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
