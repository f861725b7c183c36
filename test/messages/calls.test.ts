import { randomUUID } from 'node:crypto'
import test from 'ava'
import { hour, minute } from '../../src/kit/time.ts'
import { atKrongNo, onItsWayHome, scanned } from '../support/at-krong-no.ts'
import { inShort, minutes, tick } from '../support/outbox.ts'
import { hoa } from '../support/papers.ts'
import { krongNo, type Scenario, scenario } from '../support/scenario.ts'
import { deskOf } from '../support/staff-browser.ts'

/** Somebody who wants to be called; a courier comes today. */
async function toCall(all: Scenario) {
  const staff = await atKrongNo(all)
  const made = await onItsWayHome(all, staff, { notify: 'call' })
  await scanned(all, staff.courier, 'load', made.home)
  await minutes(all, 2)
  return { ...staff, ...made }
}

test('the clerk reads whom to call, what to say, and nothing that is overtaken', async t => {
  const all = await scenario(t)
  const { clerk, reference } = await toCall(all)
  const { body } = await clerk.get('/calls')
  t.is(body.items.length, 1)
  t.like(body.items[0], {
    reference,
    name: 'Nguyễn Thị Hoa',
    phone: '+84912345678',
    title: 'Bưu tá phát kết quả hôm nay',
    tries: 0,
  })
  t.true(body.items[0].words.includes('Bưu điện không yêu cầu chuyển khoản.'))
})

test('each reading is noted with the dossiers whose people were read, and with no others', async t => {
  const all = await scenario(t)
  const staff = await toCall(all)
  const other = await onItsWayHome(all, staff, { notify: 'call', applicant: { ...hoa, phone: '0912000001' } })
  await scanned(all, staff.courier, 'load', other.home)
  await minutes(all, 2)
  const desk = await deskOf(all, staff.clerk)
  await desk.post(`/staff/dossiers/${other.reference}/messages/stop`, {})
  t.is((await staff.clerk.get('/calls')).body.items.length, 1)
  const noted = await all.db('audit_log').where({ action: 'read call list' }).pluck('detail')
  t.deepEqual(noted, [{ references: [staff.reference] }])
  await staff.clerk.post(`/calls/${(await staff.clerk.get('/calls')).body.items[0].id}/outcome`, { outcome: 'done' })
  await staff.clerk.get('/calls')
  t.is((await all.db('audit_log').where({ action: 'read call list' })).length, 2, 'nobody was read of an empty list')
})

test('a call that was made is over, and what is older with it', async t => {
  const all = await scenario(t)
  const { clerk } = await toCall(all)
  const { id } = (await clerk.get('/calls')).body.items[0]
  t.is((await clerk.post(`/calls/${id}/outcome`, { outcome: 'done', note: 'đã nói với chị Hoa' })).status, 200)
  t.deepEqual((await clerk.get('/calls')).body.items, [])
  t.is((await inShort(all)).at(-1), 'courier_today call sent')
  t.is((await clerk.post(`/calls/${id}/outcome`, { outcome: 'done' })).status, 404, 'once')
})

test('who was not reached is called again after two hours, and after the third time a supervisor reads of it', async t => {
  const all = await scenario(t, { at: '2026-11-23T08:00:00+07:00' })
  const { clerk } = await toCall(all)
  const { id } = (await clerk.get('/calls')).body.items[0]
  for (let i = 0; i < 3; i++) {
    t.is((await clerk.get('/calls')).body.items.length, 1)
    await clerk.post(`/calls/${id}/outcome`, { outcome: 'not_reached' })
    t.is((await clerk.get('/calls')).body.items.filter((call: { id: string }) => call.id === id).length, 0)
    all.clock.move(2 * hour)
    await tick(all)
  }
  const supervisor = await all.person('supervisor', krongNo)
  const { items } = (await supervisor.get('/messages/dead')).body
  t.like(items, { length: 1, 0: { id, channel: 'call', trouble: 'not reached', attempts: 3 } })
})

test('a call whose cause was taken back disappears', async t => {
  const all = await scenario(t)
  const { clerk, courier } = await toCall(all)
  const event = await all.db('custody_events').where({ step: 'load' }).first('id')
  await courier.post(`/scans/${event?.id}/correction`, { id: randomUUID(), reason: 'nhầm' })
  t.false(JSON.stringify((await clerk.get('/calls')).body).includes('hôm nay'))
  await tick(all)
  t.is((await inShort(all)).at(-1), 'courier_today call cancelled')
})

test('no clerk of another office reads or settles a call', async t => {
  const all = await scenario(t)
  const { clerk } = await toCall(all)
  const { id } = (await clerk.get('/calls')).body.items[0]
  const stranger = await all.person('clerk', '641800')
  t.deepEqual((await stranger.get('/calls')).body.items, [])
  t.is((await stranger.post(`/calls/${id}/outcome`, { outcome: 'done' })).status, 404)
})

test('the same on the page: what was chosen is kept where something is to be corrected', async t => {
  const all = await scenario(t)
  const { clerk } = await toCall(all)
  const desk = await deskOf(all, clerk)
  const { text } = await desk.get('/staff/calls')
  t.regex(text, /Nguyễn Thị Hoa, 0912 345 678/)
  const { id } = (await clerk.get('/calls')).body.items[0]
  const wrong = await desk.post(`/staff/calls/${id}`, { note: 'bận máy' })
  t.is(wrong.status, 422)
  t.regex(wrong.text, /Xin chọn đã gọi được hay chưa/)
  t.regex(wrong.text, /value="bận máy"/)
  t.is((await desk.post(`/staff/calls/${id}`, { outcome: 'done' })).location, '/staff/calls?done=told')
  all.clock.move(minute)
  t.regex((await desk.get('/staff/calls')).text, /Không có ai cần gọi/)
})

test('of two calls to one person only the newer is on the list, and ends the older', async t => {
  const all = await scenario(t)
  const { clerk, courier, home } = await toCall(all)
  await scanned(all, courier, 'attempt', home, { reason: 'nobody_home', measure: 'again' })
  await minutes(all, 3)
  const { items } = (await clerk.get('/calls')).body
  t.like(items, { length: 1, 0: { title: 'Chưa phát được kết quả' } })
  await clerk.post(`/calls/${items[0].id}/outcome`, { outcome: 'done' })
  t.deepEqual((await inShort(all)).slice(-2), ['courier_today call overtaken', 'not_delivered call sent'])
  t.deepEqual((await clerk.get('/calls')).body.items, [])
})
