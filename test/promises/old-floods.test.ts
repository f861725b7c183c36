import test from 'ava'
import { atKrongNo, onItsWayHome, scanned } from '../support/at-krong-no.ts'
import { flooded, pausesOfParcel, promiseOf } from '../support/promised.ts'
import { scenario } from '../support/scenario.ts'

test('a flood that was over before the post had anything excuses nothing of it', async t => {
  const all = await scenario(t)
  await flooded(all, '2026-11-16T00:00', '2026-11-19T00:00')
  const { home } = await onItsWayHome(all, await atKrongNo(all))
  t.is((await promiseOf(all, home)).due, '25T08:03')
  t.deepEqual(await pausesOfParcel(all, home), [])
})

test('a flood that had begun before the post had it excuses what was left of it', async t => {
  const all = await scenario(t)
  await flooded(all, '2026-11-20T12:00', '2026-11-23T12:03')
  const { home } = await onItsWayHome(all, await atKrongNo(all))
  t.is((await promiseOf(all, home)).due, '25T12:03')
  t.deepEqual(await pausesOfParcel(all, home), ['23T08:03 23T12:03 force_majeure supervisors'])
})

test('a flood of last year excuses nothing of this year', async t => {
  const all = await scenario(t)
  await flooded(all, '2025-11-16T00:00', '2025-11-19T00:00')
  const staff = await atKrongNo(all)
  const { home } = await onItsWayHome(all, staff)
  await scanned(all, staff.courier, 'load', home)
  t.is((await promiseOf(all, home)).due, '25T08:03')
})
