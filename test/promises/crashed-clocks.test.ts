import test from 'ava'
import { day, hour } from '../../src/kit/time.ts'
import { atKrongNo, onItsWayHome, scanned, takenIn } from '../support/at-krong-no.ts'
import { resultsFor } from '../support/on-a-round.ts'
import { flooded } from '../support/promised.ts'
import { scan, scenario } from '../support/scenario.ts'

test('a supplement that comes after the day the officer typed can be received', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { reference, parcel } = await takenIn(all, staff)
  await scanned(all, staff.officer, 'lodge', parcel.code)
  const at = `/dossiers/${reference}`
  t.is((await staff.officer.post(`${at}/acceptance`, { due: '2026-11-25' })).status, 200)
  const asked = { items: ['Đơn đề nghị'], reason: 'thiếu chữ ký', until: '2026-12-31' }
  t.is((await staff.officer.post(`${at}/supplement-request`, asked)).status, 200)
  all.clock.move(7 * day)
  const received = await staff.officer.post(`${at}/supplement`)
  t.is(received.status, 200, JSON.stringify(received.body))
})

test('a flood of one evening, after which the second reading is due by its old hour, can be confirmed', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  await resultsFor(all, staff, [{}])
  // Two working days after Monday, Tuesday being a holiday: Thursday at five.
  await t.notThrowsAsync(flooded(all, '2026-11-26T16:00', '2026-11-26T23:00'))
})

test('on the last Saturday of a promise somebody asks for Sunday: the attempt is recorded', async t => {
  const all = await scenario(t, { at: '2026-11-26T15:00:00+07:00' })
  const staff = await atKrongNo(all)
  const { home } = await onItsWayHome(all, staff)
  await scanned(all, staff.courier, 'load', home)
  all.clock.set('2026-11-28T14:30:00+07:00')
  const asked = { reason: 'asked_other_time', measure: 'again', again_on: '2026-11-29' }
  const scans = [scan('attempt', home, all.clock(), asked)]
  const { status, body } = await staff.courier.post('/scans', { sent_at: all.clock().toISOString(), scans })
  t.is(status, 200, JSON.stringify(body))
})

test('a second supplement is asked for after the clock of the server was set right', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { reference, parcel } = await takenIn(all, staff)
  await scanned(all, staff.officer, 'lodge', parcel.code)
  const at = `/dossiers/${reference}`
  await staff.officer.post(`${at}/acceptance`, { due: '2027-01-29' })
  const asked = { items: ['Đơn đề nghị'], reason: 'thiếu chữ ký', until: '2026-12-31' }
  t.is((await staff.officer.post(`${at}/supplement-request`, asked)).status, 200)
  all.clock.move(3 * day)
  t.is((await staff.officer.post(`${at}/supplement`)).status, 200)
  all.clock.move(hour - 3 * day)
  const again = await staff.officer.post(`${at}/supplement-request`, asked)
  t.is(again.status, 200, JSON.stringify(again.body))
})
