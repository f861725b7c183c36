import { randomUUID } from 'node:crypto'
import test from 'ava'
import { day, hour, minute } from '../../src/kit/time.ts'
import { raiseAlerts } from '../../src/promises/raise-alerts.ts'
import { atKrongNo, onItsWayHome, scanned, takenIn } from '../support/at-krong-no.ts'
import { inShort, minutes, tick } from '../support/outbox.ts'
import { hoa } from '../support/papers.ts'
import { httpProvider } from '../support/providers.ts'
import { type Scenario, scenario } from '../support/scenario.ts'

const withSms = async (all: Scenario, t: Parameters<typeof httpProvider>[0]) => {
  const sms = await httpProvider(t)
  all.house.providers = { ...all.house.providers, smsUrl: sms.url, smsKey: 'secret' }
  return sms
}

test('whoever hands a dossier in is told so, once, ninety seconds later at the soonest', async t => {
  const all = await scenario(t)
  const sms = await withSms(all, t)
  const { reference } = await takenIn(all, await atKrongNo(all))
  await tick(all)
  await minutes(all, 1)
  t.is(sms.effects.size, 0, 'a minute later nobody was told')
  await minutes(all, 5)
  const [sent] = sms.asked
  t.is(sms.asked.length, 1)
  t.is(sent?.body.to, '+84912345678')
  t.regex(sent?.body.text, new RegExp(`^${reference}: buu dien da nhan ho so`))
  t.is(sent?.headers.authorization, 'Bearer secret')
  t.is(sent?.key, (await all.db('messages').first('id'))?.id, 'under the id of the row')
  t.deepEqual(await inShort(all), ['received sms sent'])
})

test('a whole way home is told step by step, in words that carry no name', async t => {
  const all = await scenario(t)
  const sms = await withSms(all, t)
  const staff = await atKrongNo(all)
  const { home } = await onItsWayHome(all, staff)
  await minutes(all, 3)
  all.clock.move(hour)
  await scanned(all, staff.courier, 'load', home)
  await minutes(all, 3)
  await scanned(all, staff.courier, 'attempt', home, {
    reason: 'nobody_home',
    measure: 'again',
    again_on: '2026-11-24',
  })
  await minutes(all, 3)
  await scanned(all, staff.courier, 'deliver', home)
  await minutes(all, 3)
  const said = sms.asked.map(({ body }) => body.text)
  t.deepEqual(await inShort(all), [
    'received sms overtaken',
    'accepted sms overtaken',
    'on_its_way sms sent',
    'courier_today sms sent',
    'not_delivered sms sent',
    'delivered sms sent',
  ])
  t.regex(said[1], /buu ta phat hom nay 23\/11\. Mang can cuoc/)
  t.regex(said[2], /khong co nguoi nhan, se phat lai ngay 24\/11/)
  for (const text of said) t.notRegex(text, /Hoa|https?:|can cuoc cong dan/)
  t.deepEqual(await all.db('messages').where({ state: 'sent' }).orderBy('caused_at').pluck('said'), said)
})

test('of several that wait only the newest is sent', async t => {
  const all = await scenario(t)
  const sms = await withSms(all, t)
  const staff = await atKrongNo(all)
  const { home } = await onItsWayHome(all, staff)
  await scanned(all, staff.courier, 'load', home)
  await minutes(all, 4)
  t.is(sms.asked.length, 1)
  t.regex(sms.asked[0]?.body.text, /phat hom nay/)
})

test('what is older waits for what becomes of the newer: a delivery taken back leaves the courier’s day', async t => {
  const all = await scenario(t)
  const sms = await withSms(all, t)
  const staff = await atKrongNo(all)
  const { home } = await onItsWayHome(all, staff)
  await scanned(all, staff.courier, 'load', home)
  await scanned(all, staff.courier, 'deliver', home)
  await tick(all)
  const event = await all.db('custody_events').where({ step: 'deliver' }).first('id')
  all.clock.move(minute)
  await staff.courier.post(`/scans/${event?.id}/correction`, { id: randomUUID(), reason: 'nhầm nhà' })
  await minutes(all, 3)
  t.deepEqual(
    sms.asked.map(({ body }) => /phat hom nay/.test(body.text)),
    [true],
  )
  t.deepEqual((await inShort(all)).slice(-2), ['courier_today sms sent', 'delivered sms cancelled'])
})

test('what was told late is no news: the courier of yesterday is not announced', async t => {
  const all = await scenario(t)
  const sms = await withSms(all, t)
  const staff = await atKrongNo(all)
  const { home } = await onItsWayHome(all, staff)
  await minutes(all, 3)
  const before = sms.asked.length
  await scanned(all, staff.courier, 'load', home)
  all.clock.set('2026-11-24T08:00:00+07:00')
  await tick(all)
  t.is(sms.asked.length, before)
  t.is((await inShort(all)).at(-1), 'courier_today sms stale')
})

test('nothing is written for who wants no message', async t => {
  const all = await scenario(t)
  await takenIn(all, await atKrongNo(all), { notify: 'none' })
  await minutes(all, 3)
  t.deepEqual(await inShort(all), [])
})

test('at night nobody is disturbed; in the morning the newest is said', async t => {
  const all = await scenario(t, { at: '2026-11-23T20:58:00+07:00' })
  const sms = await withSms(all, t)
  await takenIn(all, await atKrongNo(all))
  await minutes(all, 5)
  t.is(sms.asked.length, 0)
  all.clock.set('2026-11-24T06:59:00+07:00')
  await tick(all)
  t.is(sms.asked.length, 0)
  await minutes(all, 1)
  t.is(sms.asked.length, 1)
})

test('a broken promise is told with why, a new day and whom to call', async t => {
  const all = await scenario(t)
  const sms = await withSms(all, t)
  const staff = await atKrongNo(all)
  await onItsWayHome(all, staff)
  await minutes(all, 3)
  all.clock.set('2026-11-25T10:00:00+07:00')
  await raiseAlerts(all.db, all.clock())
  await minutes(all, 3)
  t.regex(
    sms.asked.at(-1)?.body.text,
    /tre hen vi van chuyen cham\. Ngay moi se bao sau\. Xin loi ong\/ba\. Goi 0261 3849 053/,
  )
})

test('one envelope with three results of one person is one message', async t => {
  const all = await scenario(t)
  const sms = await withSms(all, t)
  const staff = await atKrongNo(all)
  const { officer, clerk } = staff
  const taken = []
  for (let i = 0; i < 3; i++) taken.push(await takenIn(all, staff))
  for (const { reference, parcel } of taken) {
    await scanned(all, staff.courier, 'depart', parcel.code)
    await scanned(all, officer, 'lodge', parcel.code)
    await officer.post(`/dossiers/${reference}/acceptance`, { due: '2026-11-27' })
    await officer.post(`/dossiers/${reference}/result`, { kind: 'granted', papers: ['Thẻ căn cước'] })
  }
  await minutes(all, 3)
  sms.asked.length = 0
  const { body } = await officer.post('/parcels', { purpose: 'result', dossiers: taken.map(one => one.reference) })
  await scanned(all, clerk, 'hand_back', body.code)
  await minutes(all, 3)
  t.is(sms.asked.length, 1)
  t.regex(sms.asked[0]?.body.text, /\(\+2\): ket qua dang ve/)
})

test('two workers at one moment write and send each once', async t => {
  const all = await scenario(t)
  const sms = await withSms(all, t)
  const staff = await atKrongNo(all)
  for (let i = 0; i < 5; i++) await takenIn(all, staff, { applicant: { ...hoa, phone: `091234560${i}` } })
  all.clock.move(2 * minute)
  await Promise.all([tick(all), tick(all), tick(all)])
  await tick(all)
  t.is(sms.asked.length, 5)
  t.is(new Set(sms.asked.map(({ key }) => key)).size, 5)
})

test('after two days without the service people still hear what is news', async t => {
  const all = await scenario(t)
  const sms = await httpProvider(t)
  all.house.providers = { ...all.house.providers, smsUrl: sms.url }
  const staff = await atKrongNo(all)
  const ran = all.clock()
  const times = { slot: ran, started_at: ran, lease_until: ran, finished_at: ran }
  await all.owner('job_runs').insert({ job: 'write-messages', ...times })
  const { reference, parcel } = await takenIn(all, staff)
  await scanned(all, staff.officer, 'lodge', parcel.code)
  await staff.officer.post(`/dossiers/${reference}/acceptance`, { due: '2026-11-27' })
  all.clock.move(2 * day)
  await minutes(all, 3)
  t.deepEqual(await inShort(all), ['received sms stale', 'accepted sms sent'])
})
