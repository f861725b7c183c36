import test from 'ava'
import { atKrongNo, onItsWayHome, scanned } from '../support/at-krong-no.ts'
import { pausesOfParcel, promiseOf } from '../support/promised.ts'
import { type Scenario, scenario } from '../support/scenario.ts'

const wait = async (all: Scenario, at: string) => all.clock.set(`2026-${at}:00+07:00`)

test('pauses of the first way home do not excuse the second', async t => {
  const all = await scenario(t)
  const { courier, clerk, officer } = await atKrongNo(all)
  const { home } = await onItsWayHome(all, { courier, clerk, officer })
  await scanned(all, courier, 'load', home)
  const called_at = all.clock().toISOString()
  await scanned(all, courier, 'attempt', home, { reason: 'wrong_address', measure: 'send_back', called_at })
  await scanned(all, clerk, 'take_over', home)
  await wait(all, '11-24T08:00')
  await scanned(all, clerk, 'send_back', home, { reason: 'wrong_address' })
  await scanned(all, officer, 'take_back', home)
  await wait(all, '12-07T08:00')
  await scanned(all, clerk, 'hand_back', home)
  t.is((await promiseOf(all, home)).due, '09T08:01', (await pausesOfParcel(all, home)).join())
})
