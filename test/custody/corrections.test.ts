import { randomUUID } from 'node:crypto'
import test from 'ava'
import { hour, minute } from '../../src/kit/time.ts'
import { atKrongNo, onItsWayHome, scanned, takenIn } from '../support/at-krong-no.ts'
import { krongNo, policeKrongNo, scan, scenario } from '../support/scenario.ts'

const correction = () => ({ id: randomUUID(), reason: 'quét nhầm' })

test('once a parcel has moved on, who scanned it takes nothing back; a supervisor may', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { courier, officer } = staff
  const { parcel } = await takenIn(all, staff)
  all.clock.move(minute)
  const depart = scan('depart', parcel.code, all.clock())
  await courier.post('/scans', { sent_at: all.clock().toISOString(), scans: [depart] })
  await scanned(all, officer, 'lodge', parcel.code)
  t.is((await courier.post(`/scans/${depart.id}/correction`, correction())).body.code, 'moved_on')
  const supervisor = await all.person('supervisor', krongNo)
  t.is((await supervisor.post(`/scans/${depart.id}/correction`, correction())).body.verdict, 'recorded')
  t.like((await officer.get(`/parcels/${parcel.code}`)).body.holder, { kind: 'police_unit', unit: policeKrongNo })
})

test('a correction is itself not taken back', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { parcel } = await takenIn(all, staff)
  all.clock.move(minute)
  const load = scan('load', parcel.code, all.clock())
  await staff.courier.post('/scans', { sent_at: all.clock().toISOString(), scans: [load] })
  const taken = correction()
  await staff.courier.post(`/scans/${load.id}/correction`, taken)
  t.is((await staff.courier.post(`/scans/${taken.id}/correction`, correction())).status, 404)
})

test('a citizen reads nothing of a scan that was taken back or contradicts', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { home, lookup_code } = await onItsWayHome(all, staff)
  const before = (await all.anyone.post('/track', { code: lookup_code })).body.timeline
  all.clock.move(hour)
  const stranger = await all.person('clerk', '641090')
  await stranger.post('/scans', { sent_at: all.clock().toISOString(), scans: [scan('deliver', home, all.clock())] })
  const load = scan('load', home, all.clock())
  await staff.courier.post('/scans', { sent_at: all.clock().toISOString(), scans: [load] })
  t.is((await all.anyone.post('/track', { code: lookup_code })).body.timeline.length, before.length + 1)
  await staff.courier.post(`/scans/${load.id}/correction`, correction())
  t.deepEqual((await all.anyone.post('/track', { code: lookup_code })).body.timeline, before)
})

test('a correction sent again because its answer was lost gets that answer', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { parcel } = await takenIn(all, staff)
  all.clock.move(minute)
  const load = scan('load', parcel.code, all.clock())
  await staff.courier.post('/scans', { sent_at: all.clock().toISOString(), scans: [load] })
  const supervisor = await all.person('supervisor', krongNo)
  for (const who of [staff.courier, supervisor]) {
    const sent = correction()
    const first = await who.post(`/scans/${load.id}/correction`, sent)
    t.is(first.body.verdict, 'recorded')
    all.clock.move(minute)
    t.deepEqual((await who.post(`/scans/${load.id}/correction`, sent)).body, first.body)
    const other = await who.post(`/scans/${load.id}/correction`, { ...sent, reason: 'lý do khác' })
    t.not(other.body.verdict, 'recorded')
  }
})
