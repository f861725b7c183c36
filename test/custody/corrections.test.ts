import { randomUUID } from 'node:crypto'
import test from 'ava'
import { consequences } from '../../src/consequences.ts'
import { undoScan } from '../../src/custody/undo-scan.ts'
import { addMs, day, hour, minute } from '../../src/kit/time.ts'
import { atKrongNo, onItsWayHome, scanned, takenIn } from '../support/at-krong-no.ts'
import { krongNo, type Person, policeKrongNo, scan, scenario } from '../support/scenario.ts'
import { untilWaiting, whileHeld } from '../support/waiting.ts'

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

test('a correction sent three times at one moment is one, and all are told so', async t => {
  const all = await scenario(t)
  const { courier, clerk } = await atKrongNo(all)
  const { parcel } = await takenIn(all, { courier, clerk, officer: courier })
  all.clock.move(minute)
  const load = scan('load', parcel.code, all.clock())
  await courier.post('/scans', { sent_at: all.clock().toISOString(), scans: [load] })
  const taken = correction()
  const sendings = [0, 1, 2].map(before => async () => {
    await untilWaiting(all, before)
    all.clock.move(minute)
    return courier.post(`/scans/${load.id}/correction`, taken)
  })
  const answers = await whileHeld(all, parcel.code, sendings)
  t.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200],
  )
  t.is((await all.db('custody_events').where({ step: 'correct' })).length, 1)
})

test('a time of long ago is refused, however the clock of the phone explains it, and evidence can be read', async t => {
  const all = await scenario(t)
  const { courier, clerk } = await atKrongNo(all)
  const { parcel } = await takenIn(all, { courier, clerk, officer: courier })
  const claims = [
    ['0000-01-01T00:00:00Z', '2027-06-01T00:00:00Z'],
    ['2026-11-23T01:00:00Z', '9999-01-01T00:00:00Z'],
  ] as const
  for (const [occurred_at, sent_at] of claims) {
    const one = scan('lodge_failed', parcel.code, new Date(occurred_at), { reason: 'closed' })
    const { body } = await courier.post('/scans', { sent_at, scans: [one] })
    t.is(body.verdicts[0].reason, 'too_long_ago')
  }
  t.is((await all.db('custody_events').where({ step: 'lodge_failed' })).length, 0)
})

test('an undo that was refused is judged anew once the parcel came back', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { parcel } = await takenIn(all, staff)
  const doing = (by: Person) => ({ by, now: all.clock(), keys: all.house.keys, consequences })
  const undo = (by: Person, id = '') => undoScan(all.db, { scan: id, reason: 'nhầm' }, doing(by))
  await scanned(all, staff.courier, 'depart', parcel.code)
  await scanned(all, staff.officer, 'lodge', parcel.code)
  const idOf = async (step: string) => (await all.db('custody_events').where({ step }).first('id'))?.id
  await t.throwsAsync(undo(staff.courier, await idOf('depart')), { message: /đã đi tiếp/ })
  await undo(staff.officer, await idOf('lodge'))
  for (const _ of ['once', 'again']) await undo(staff.courier, await idOf('depart'))
  t.is((await all.db('custody_events').where({ step: 'correct' })).length, 2)
})

test('who typed in a wrong day takes it back within the shift in which it was typed in, and nobody else does', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { parcel } = await takenIn(all, staff)
  all.clock.move(3 * day)
  const typed = { ...scan('depart', parcel.code, addMs(all.clock(), -2 * day)), source: 'paper' }
  const told = await staff.courier.post('/scans', { sent_at: all.clock().toISOString(), scans: [typed] })
  t.is(told.body.verdicts[0].verdict, 'recorded')
  const undo = async (who: Person) => (await who.post(`/scans/${typed.id}/correction`, correction())).status
  t.is(await undo(await all.person('courier', krongNo)), 403)
  const shift = 12 * hour
  all.clock.move(shift + minute)
  t.is(await undo(staff.courier), 403, 'the shift is over')
  all.clock.move(-2 * minute)
  t.is(await undo(staff.courier), 200)
})
