import test from 'ava'
import { minute } from '../../src/kit/time.ts'
import { writeDigests } from '../../src/messages/write-digests.ts'
import { raiseAlerts } from '../../src/promises/raise-alerts.ts'
import { atKrongNo, onItsWayHome } from '../support/at-krong-no.ts'
import { minutes, tick } from '../support/outbox.ts'
import { mailServer, wordsOf } from '../support/providers.ts'
import { krongNo, type Scenario, scenario } from '../support/scenario.ts'
import { deskOf } from '../support/staff-browser.ts'

/** Three results that Krông Nô has not delivered in time; it has a mailbox. */
async function threeLate(all: Scenario, t: Parameters<typeof mailServer>[0]) {
  const mail = await mailServer(t)
  all.house.providers = { ...all.house.providers, smtpUrl: mail.url }
  const admin = await deskOf(all, await all.person('admin', null))
  await admin.post('/staff/admin/messages/mailbox', { unit: krongNo, email: 'krongno@post.example' })
  const staff = await atKrongNo(all)
  const codes = []
  for (let i = 0; i < 3; i++) codes.push((await onItsWayHome(all, staff, { notify: 'none' })).home)
  all.clock.set('2026-11-25T09:30:00+07:00')
  await raiseAlerts(all.db, all.clock())
  return { mail, codes }
}

test('a storm is one e-mail for each office and level, with a list', async t => {
  const all = await scenario(t)
  const { mail, codes } = await threeLate(all, t)
  await tick(all)
  await minutes(all, 3)
  t.is(mail.mails.length, 1)
  t.deepEqual(mail.mails[0]?.to, ['krongno@post.example'])
  const words = wordsOf(mail.mails[0] ?? (t.fail() as never))
  for (const code of codes) t.true(words.includes(code))
  t.regex(words, /Trễ hẹn, hẹn thứ Tư 25\/11\/2026/)
  t.notRegex(words, /Hoa/)
})

test('alerts that closed before the mail left are told to nobody', async t => {
  const all = await scenario(t)
  const { mail } = await threeLate(all, t)
  await all.db('alerts').update({ closed_at: all.clock() })
  await minutes(all, 3)
  t.is(mail.mails.length, 0)
})

test('at half past seven on working days an office reads what is open, once a day', async t => {
  const all = await scenario(t)
  const { mail } = await threeLate(all, t)
  await tick(all)
  const at = async (time: string) => {
    all.clock.set(time)
    return writeDigests(all.db, all.clock())
  }
  t.is(await at('2026-11-26T07:29:00+07:00'), 0)
  t.is(await at('2026-11-26T07:30:00+07:00'), 1)
  t.is(await at('2026-11-26T07:40:00+07:00'), 0, 'once')
  t.is(await at('2026-11-27T11:50:00+07:00'), 1, 'later, where the minute was missed')
  t.is(await at('2026-11-29T07:30:00+07:00'), 0, 'not on a Sunday')
  t.is(await at('2026-11-30T12:10:00+07:00'), 0, 'not in the afternoon')
  all.clock.set('2026-11-27T11:55:00+07:00')
  await tick(all)
  t.regex(wordsOf(mail.mails.at(-1) ?? (t.fail() as never)), /việc trong ngày thứ Sáu 27\/11\/2026/)
})

test('an office without a mailbox, or with nothing open, is not written to', async t => {
  const all = await scenario(t)
  const { mail } = await threeLate(all, t)
  await all.owner('units').update({ email: null })
  all.clock.set('2026-11-26T07:30:00+07:00')
  await tick(all)
  t.is(await writeDigests(all.db, all.clock()), 0)
  await all.owner('units').update({ email: 'x@post.example' })
  await all.db('alerts').update({ closed_at: all.clock() })
  t.is(await writeDigests(all.db, new Date(all.clock().getTime() + minute)), 0)
  t.is(mail.mails.length, 0)
})
