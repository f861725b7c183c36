import test from 'ava'
import { addressIndex, readStopToken, stopToken } from '../../src/messages/addresses.ts'
import { atKrongNo, onItsWayHome, scanned, takenIn } from '../support/at-krong-no.ts'
import { inShort, minutes } from '../support/outbox.ts'
import { hoa } from '../support/papers.ts'
import { httpProvider, mailServer } from '../support/providers.ts'
import { type Scenario, scenario } from '../support/scenario.ts'
import { deskOf } from '../support/staff-browser.ts'

type T = Parameters<typeof httpProvider>[0]
const byEmail = { notify: 'email', applicant: { ...hoa, email: 'Hoa@example.vn' } }

async function withMailAndSms(all: Scenario, t: T) {
  const [mail, sms] = [await mailServer(t), await httpProvider(t)]
  all.house.providers = { ...all.house.providers, smtpUrl: mail.url, smsUrl: sms.url }
  return { mail, sms }
}

test('one click in a mail program stops all mails to that mailbox, and no other channel is tried', async t => {
  const all = await scenario(t)
  const { mail, sms } = await withMailAndSms(all, t)
  const staff = await atKrongNo(all)
  await takenIn(all, staff, byEmail)
  await minutes(all, 3)
  const head = mail.mails[0]?.raw.replace(/\r\n\s+/g, '') ?? ''
  const link = /List-Unsubscribe:\s*<([^>]+)>/.exec(head)?.[1] ?? ''
  t.true(link.startsWith(`${all.url}/ngung-tin/`), link)
  const asked = await fetch(link)
  t.regex(await asked.text(), /Ngừng nhận thư/)
  t.is((await all.db('message_stops')).length, 0, 'a program that looks at links stops nothing')
  const clicked = await fetch(link, { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) })
  t.is(clicked.status, 200)
  t.is((await fetch(link, { method: 'POST' })).status, 200, 'twice is once')
  await takenIn(all, staff, { ...byEmail, applicant: { ...hoa, email: 'hoa@EXAMPLE.vn' } })
  await minutes(all, 3)
  t.is(mail.mails.length, 1)
  t.is(sms.asked.length, 0)
  t.deepEqual(await inShort(all), ['received email sent', 'received email stopped'])
})

test('nobody can make an address that stops somebody', async t => {
  const all = await scenario(t)
  const { keys } = all.house
  const token = stopToken(keys, 'hoa@example.vn')
  t.deepEqual(readStopToken(keys, token), addressIndex(keys, 'HOA@example.vn'))
  const bytes = Buffer.from(token, 'base64url')
  for (const at of [0, 31, 32, 47]) {
    const forged = Buffer.from(bytes)
    forged[at] = (forged[at] ?? 0) ^ 1
    t.is((await fetch(`${all.url}/ngung-tin/${forged.toString('base64url')}`, { method: 'POST' })).status, 404)
  }
  t.is((await fetch(`${all.url}/ngung-tin/x`)).status, 404)
  t.is((await all.db('message_stops')).length, 0)
  t.notRegex(token, /hoa|example/i)
})

test('a clerk stops what comes to the people of a dossier, calls too, and lets it go on', async t => {
  const all = await scenario(t)
  const { sms } = await withMailAndSms(all, t)
  const staff = await atKrongNo(all)
  const { home, reference } = await onItsWayHome(all, staff)
  const desk = await deskOf(all, staff.clerk)
  const page = `/staff/dossiers/${reference}/messages`
  t.is((await desk.post(`${page}/stop`, {})).location, `${page}?done=stop`)
  await minutes(all, 3)
  await scanned(all, staff.courier, 'load', home)
  await minutes(all, 3)
  t.is(sms.asked.length, 0)
  t.is((await inShort(all)).at(-1), 'courier_today sms stopped')
  t.regex((await desk.get(page)).text, /Người dân không muốn nhận tin/)
  await desk.post(`${page}/allow`, {})
  await scanned(all, staff.courier, 'deliver', home)
  await minutes(all, 3)
  t.is(sms.asked.length, 1)
  t.is((await all.db('audit_log').whereIn('action', ['stop messages', 'allow messages'])).length, 2)
})

test('what cannot be noted is neither stopped nor allowed', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { reference } = await takenIn(all, staff, byEmail)
  const desk = await deskOf(all, staff.clerk)
  const page = `/staff/dossiers/${reference}/messages`
  const failing = 'alter table audit_log add constraint full_disk check (action not like ?) not valid'
  await all.owner.raw(failing.replace('?', "'stop %'"))
  t.is((await desk.post(`${page}/stop`, {})).status, 500)
  t.is((await all.db('message_stops')).length, 0)
  await all.owner.raw('alter table audit_log drop constraint full_disk')
  await desk.post(`${page}/stop`, {})
  t.is((await all.db('message_stops')).length, 2, 'the number and the mailbox')
  await all.owner.raw(failing.replace('?', "'allow %'"))
  t.is((await desk.post(`${page}/allow`, {})).status, 500)
  t.is((await all.db('message_stops')).length, 2)
})

test('a call that nobody wants any more is off the list', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { reference, home } = await onItsWayHome(all, staff, { notify: 'call' })
  await scanned(all, staff.courier, 'load', home)
  await minutes(all, 2)
  t.is((await staff.clerk.get('/calls')).body.items.length, 1)
  const desk = await deskOf(all, staff.clerk)
  await desk.post(`/staff/dossiers/${reference}/messages/stop`, {})
  await minutes(all, 1)
  t.deepEqual((await staff.clerk.get('/calls')).body.items, [])
  t.true((await inShort(all)).includes('courier_today call stopped'))
})

test('no clerk of another office reads what was told, or stops it', async t => {
  const all = await scenario(t)
  const { reference } = await takenIn(all, await atKrongNo(all))
  const desk = await deskOf(all, await all.person('clerk', '641800'))
  t.is((await desk.get(`/staff/dossiers/${reference}/messages`)).status, 404)
  t.is((await desk.post(`/staff/dossiers/${reference}/messages/stop`, {})).status, 404)
  t.is((await all.db('message_stops')).length, 0)
})
