import { randomUUID } from 'node:crypto'
import test from 'ava'
import { writeMessages } from '../../src/messages/write-messages.ts'
import { raiseAlerts } from '../../src/promises/raise-alerts.ts'
import { troubleWords } from '../../templates/messages/staff-words.ts'
import { atKrongNo, onItsWayHome, scanned } from '../support/at-krong-no.ts'
import { minutes } from '../support/outbox.ts'
import { tickAt } from '../support/promised.ts'
import { httpProvider } from '../support/providers.ts'
import { giaNghia, krongNo, scan, scenario } from '../support/scenario.ts'

test('redirected to another office, it is fetched there and not at the old one', async t => {
  const all = await scenario(t)
  const sms = await httpProvider(t)
  all.house.providers = { ...all.house.providers, smsUrl: sms.url }
  const staff = await atKrongNo(all)
  const { home } = await onItsWayHome(all, staff)
  await scanned(all, staff.clerk, 'redirect', home, { office: giaNghia })
  const there = await all.person('clerk', giaNghia)
  await scanned(all, there, 'arrive', home)
  await scanned(all, there, 'hold', home, { until: '2026-12-10' })
  await minutes(all, 4)
  const said = sms.asked.map(({ body }) => String(body.text)).at(-1) ?? ''
  const [old, now] = await Promise.all(
    [krongNo, giaNghia].map(async id => (await all.db('units').where({ id }).first('name'))?.name ?? ''),
  )
  const plain = (name = '') =>
    name
      .normalize('NFD')
      .replace(/[\u0300-\u036f]/g, '')
      .replaceAll('đ', 'd')
      .replaceAll('Đ', 'D')
  t.false(said.includes(plain(old)), said)
  t.true(said.includes(plain(now)), `${said} / ${plain(now)}`)
})

test('who was told that it is late is not told so again because a scan was taken back', async t => {
  const all = await scenario(t)
  const sms = await httpProvider(t)
  all.house.providers = { ...all.house.providers, smsUrl: sms.url }
  const staff = await atKrongNo(all)
  const { home } = await onItsWayHome(all, staff)
  await scanned(all, staff.courier, 'load', home)
  await tickAt(all, '2026-11-25T09:00')
  await minutes(all, 4)
  const late = () => sms.asked.filter(({ body }) => /tre hen/.test(body.text)).length
  t.is(late(), 1)
  await scanned(all, staff.courier, 'deliver', home)
  const mistaken = await all.db('custody_events').where({ step: 'deliver' }).first('id')
  await staff.courier.post(`/scans/${mistaken?.id}/correction`, { id: randomUUID(), reason: 'quét nhầm' })
  await raiseAlerts(all.db, all.clock())
  await minutes(all, 4)
  t.is(late(), 1)
})

for (const [trouble, words] of [
  ['worker ended each time', 'Bưu Trạm gặp lỗi mỗi lần gửi tin này'],
  ['no template', 'Loại tin này chưa có mẫu Zalo'],
  ['zalo unreadable', 'Không đọc được câu trả lời của Zalo'],
  ['http 422', 'Nhà cung cấp trả lời: http 422'],
  [null, ''],
] as const)
  test(`a supervisor who reads of “${trouble}” reads whose trouble it was`, t => {
    t.is(troubleWords(trouble), words)
  })

test('what waited a day for its provider is still told, though by then it is late by a day', async t => {
  const all = await scenario(t)
  const sms = await httpProvider(t)
  all.house.providers = { ...all.house.providers, smsUrl: sms.url }
  const { home } = await onItsWayHome(all, await atKrongNo(all))
  await minutes(all, 4)
  await tickAt(all, '2026-11-25T20:58')
  await writeMessages(all.db, all.clock(), all.house)
  await tickAt(all, '2026-11-26T08:04')
  t.truthy(home)
  await minutes(all, 4)
  t.is(sms.asked.filter(({ body }) => /tre hen/.test(body.text)).length, 1)
})

const lateTexts = (sms: { asked: { body: { text: string } }[] }) =>
  sms.asked.filter(({ body }) => /tre hen/.test(body.text))

test('whose promise was broken after all hears of it, though an excuse had cancelled the first word', async t => {
  const all = await scenario(t)
  const sms = await httpProvider(t)
  all.house.providers = { ...all.house.providers, smsUrl: sms.url }
  const { courier, ...staff } = await atKrongNo(all)
  const { home } = await onItsWayHome(all, { courier, ...staff })
  await scanned(all, courier, 'load', home)
  await minutes(all, 4)
  all.clock.set('2026-11-25T08:03:30+07:00')
  await raiseAlerts(all.db, all.clock())
  await writeMessages(all.db, all.clock(), all.house)
  const said = { reason: 'nobody_home', measure: 'again', called_at: '2026-11-25T07:45:00+07:00' }
  const offline = scan('attempt', home, new Date('2026-11-25T07:50:00+07:00'), said)
  await courier.post('/scans', { sent_at: all.clock().toISOString(), scans: [offline] })
  await minutes(all, 3)
  t.is(lateTexts(sms).length, 0)
  await courier.post(`/scans/${offline.id}/correction`, { id: randomUUID(), reason: 'quét nhầm' })
  await raiseAlerts(all.db, all.clock())
  await minutes(all, 4)
  t.is(lateTexts(sms).length, 1)
})

test('what a clock that had jumped a week ahead wrote down is not said, and silences nothing', async t => {
  const all = await scenario(t)
  const sms = await httpProvider(t)
  all.house.providers = { ...all.house.providers, smsUrl: sms.url }
  const { courier, ...staff } = await atKrongNo(all)
  const { home } = await onItsWayHome(all, { courier, ...staff })
  await minutes(all, 4)
  await tickAt(all, '2026-12-02T10:00')
  await writeMessages(all.db, all.clock(), all.house)
  await tickAt(all, '2026-11-25T07:30')
  await minutes(all, 2)
  await tickAt(all, '2026-11-25T08:30')
  await minutes(all, 4)
  t.is(lateTexts(sms).length, 1)
  await scanned(all, courier, 'load', home)
  await minutes(all, 4)
  t.regex(sms.asked.at(-1)?.body.text ?? '', /buu ta phat hom nay/)
})
