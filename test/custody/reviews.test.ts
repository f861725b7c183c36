import { randomUUID } from 'node:crypto'
import test from 'ava'
import { hour, minute } from '../../src/kit/time.ts'
import { atKrongNo, onItsWayHome, scanned } from '../support/at-krong-no.ts'
import { krongNo, type Person, type Scenario, scan, scenario } from '../support/scenario.ts'

/** A result at Krông Nô, and a supervisor. */
async function result(all: Scenario) {
  const staff = await atKrongNo(all)
  const supervisor = await all.person('supervisor', krongNo)
  const { home: code } = await onItsWayHome(all, staff)
  return { ...staff, supervisor, code }
}

const open = async (who: Person): Promise<string[]> =>
  (await who.get('/reviews')).body.items.map(({ kind }: { kind: string }) => kind)

const correction = () => ({ id: randomUUID(), reason: 'quét nhầm' })
const eventOf = async (all: Scenario, step: string, code: string) =>
  all.db('custody_events').join('parcels', 'parcels.id', 'parcel_id').where({ step, code }).first('custody_events.id')

test('what is reported lost or damaged is asked about until the report is taken back', async t => {
  const all = await scenario(t)
  const { supervisor, code } = await result(all)
  await scanned(all, supervisor, 'report_damaged', code, { reason: 'rách góc' })
  await scanned(all, supervisor, 'report_lost', code, { reason: 'không tìm thấy' })
  t.deepEqual(await open(supervisor), ['damaged', 'lost'])
  const lost = await eventOf(all, 'report_lost', code)
  await supervisor.post(`/scans/${lost?.id}/correction`, correction())
  t.deepEqual(await open(supervisor), ['damaged'])
})

test('a review that was withdrawn is open again when its question comes back', async t => {
  const all = await scenario(t)
  const { courier, supervisor, code } = await result(all)
  all.clock.move(hour)
  const load = scan('load', code, all.clock())
  all.clock.move(hour)
  await scanned(all, courier, 'deliver', code, { capacity: 'recipient' })
  t.deepEqual(await open(supervisor), ['jump'], 'nobody scanned that it was loaded')
  await courier.post('/scans', { sent_at: all.clock().toISOString(), scans: [load] })
  t.deepEqual(await open(supervisor), [])
  all.clock.move(minute)
  await supervisor.post(`/scans/${load.id}/correction`, correction())
  t.deepEqual(await open(supervisor), ['jump'])
})

test('a review is closed once, with the first reason, and what follows does not withdraw it', async t => {
  const all = await scenario(t)
  const { supervisor, code } = await result(all)
  await scanned(all, supervisor, 'report_damaged', code, { reason: 'rách góc' })
  const review = await all.db('reviews').where({ kind: 'damaged' }).first('id')
  const path = `/reviews/${review?.id}/closing`
  t.is((await supervisor.post(path, { reason: 'đã lập biên bản' })).status, 200)
  t.is((await supervisor.post(path, { reason: 'lần nữa' })).body.code, 'already_closed')
  const damaged = await eventOf(all, 'report_damaged', code)
  all.clock.move(minute)
  await supervisor.post(`/scans/${damaged?.id}/correction`, correction())
  t.like(await all.db('reviews').where({ kind: 'damaged' }).first(), { reason: 'đã lập biên bản', withdrawn_at: null })
})
