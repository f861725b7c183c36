import test from 'ava'
import { minute } from '../../src/kit/time.ts'
import { atKrongNo, scanned, takenIn } from '../support/at-krong-no.ts'
import { tick } from '../support/outbox.ts'
import { scenario } from '../support/scenario.ts'
import { deskOf } from '../support/staff-browser.ts'

test('who has asked a clerk to hear nothing more is on no call list from that moment', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { reference, parcel } = await takenIn(all, staff, { notify: 'call' })
  await scanned(all, staff.officer, 'lodge', parcel.code)
  await staff.officer.post(`/dossiers/${reference}/acceptance`, { due: '2026-11-27' })
  await tick(all)
  all.clock.move(2 * minute)
  await tick(all)
  const calls = async () => (await staff.clerk.get('/calls')).body
  t.is((await calls()).items.length, 1, JSON.stringify(await calls()))
  await (await deskOf(all, staff.clerk)).post(`/staff/dossiers/${reference}/messages/stop`, {})
  t.is((await calls()).items.length, 0)
})

test('at night nobody is on a call list', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { reference, parcel } = await takenIn(all, staff, { notify: 'call' })
  await scanned(all, staff.officer, 'lodge', parcel.code)
  await staff.officer.post(`/dossiers/${reference}/acceptance`, { due: '2026-11-27' })
  await tick(all)
  all.clock.set('2026-11-23T21:30:00+07:00')
  await tick(all)
  t.is((await staff.clerk.get('/calls')).body.items.length, 0)
})
