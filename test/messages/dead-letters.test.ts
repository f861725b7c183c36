import test from 'ava'
import { day, hour } from '../../src/kit/time.ts'
import { forgetMessages } from '../../src/messages/forget-messages.ts'
import { atKrongNo, takenIn } from '../support/at-krong-no.ts'
import { inShort, minutes, tick } from '../support/outbox.ts'
import { type Doing, httpProvider } from '../support/providers.ts'
import { krongNo, type Scenario, scenario } from '../support/scenario.ts'
import { deskOf } from '../support/staff-browser.ts'

/** A message that no gateway took; `received` is not worth a call. */
async function dead(all: Scenario, t: Parameters<typeof httpProvider>[0]) {
  const answers: { doing: Doing } = { doing: { status: 422 } }
  const sms = await httpProvider(t, () => answers.doing)
  all.house.providers = { ...all.house.providers, smsUrl: sms.url }
  await takenIn(all, await atKrongNo(all))
  await minutes(all, 3)
  return { sms, answers }
}

test('what nobody got is read by a supervisor, who sends it again under the same key', async t => {
  const all = await scenario(t)
  const { sms, answers } = await dead(all, t)
  t.deepEqual(await inShort(all), ['received sms dead'])
  const supervisor = await all.person('supervisor', krongNo)
  const [letter] = (await supervisor.get('/messages/dead')).body.items
  t.like(letter, { kind: 'received', channel: 'sms', trouble: 'http 422' })
  answers.doing = {}
  all.clock.move(hour)
  t.is((await supervisor.post(`/messages/${letter.id}/sending`)).status, 200)
  t.is((await supervisor.post(`/messages/${letter.id}/sending`)).body.code, 'not_dead')
  await tick(all)
  t.deepEqual(await inShort(all), ['received sms sent'])
  t.deepEqual(
    sms.asked.map(({ key }) => key),
    [letter.id, letter.id],
  )
  t.is((await supervisor.post(`/messages/${crypto.randomUUID()}/sending`)).status, 404)
})

test('the same on the page, which auditors only read; the control room says how many', async t => {
  const all = await scenario(t)
  await dead(all, t)
  const desk = await deskOf(all, await all.person('supervisor', krongNo))
  t.regex((await desk.get('/staff/control')).text, /1 tin cần xem/)
  t.regex((await desk.get('/staff/messages')).text, /Nhà cung cấp trả lời: http 422/)
  const id = (await all.db('messages').first('id'))?.id
  const auditor = await deskOf(all, await all.person('auditor', null))
  t.notRegex((await auditor.get('/staff/messages')).text, /Gửi lại</)
  t.is((await auditor.post(`/staff/messages/${id}/sending`, {})).status, 403)
  t.is((await desk.post(`/staff/messages/${id}/sending`, {})).location, '/staff/messages?done=again')
  t.is((await desk.post(`/staff/messages/${id}/sending`, {})).location, '/staff/messages?done=gone')
})

test('after a year the words are erased, and that somebody was told stays', async t => {
  const all = await scenario(t)
  const { answers } = await dead(all, t)
  answers.doing = {}
  await takenIn(all, await atKrongNo(all))
  await minutes(all, 3)
  t.is(await forgetMessages(all.db, new Date(all.clock().getTime() + 364 * day)), 0)
  t.is(await forgetMessages(all.db, new Date(all.clock().getTime() + 366 * day)), 1)
  t.is((await all.db('messages').whereNotNull('said')).length, 0)
  t.is((await all.db('messages')).length, 2)
})
