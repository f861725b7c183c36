import test from 'ava'
import { atKrongNo, takenIn } from '../support/at-krong-no.ts'
import { minutes } from '../support/outbox.ts'
import { httpProvider } from '../support/providers.ts'
import { scenario } from '../support/scenario.ts'
import { deskOf } from '../support/staff-browser.ts'

test('an administrator sets quiet hours, letters, templates and mailboxes; what cannot be is said and kept', async t => {
  const all = await scenario(t)
  const admin = await deskOf(all, await all.person('admin', null))
  const page = '/staff/admin/messages'
  const form = { quiet_from: '20:30', quiet_until: '06:30', with_marks: 'yes', keep_days: '100' }
  t.is((await admin.post(`${page}/settings`, form)).location, `${page}?done=settings`)
  t.like(await all.db('message_settings').first(), {
    quiet_from: 1230,
    quiet_until: 390,
    with_marks: true,
    keep_days: 100,
  })
  const wrong = await admin.post(`${page}/settings`, { ...form, quiet_from: '25:00' })
  t.is(wrong.status, 422)
  t.regex(wrong.text, /value="25:00"/)
  const asked = (await admin.get(page)).text
  t.regex(asked, /<label[^>]* for="templates.courier_today">\s*Bưu tá [^<]*<\/label>/)
  await admin.post(`${page}/templates`, { 'templates.received': ' 204213 ', 'templates.late': '7' })
  await admin.post(`${page}/templates`, { 'templates.late': '' })
  t.is((await all.db('zalo_templates').where({ kind: 'late' }).first('template_id'))?.template_id, null)
  t.is((await all.db('zalo_templates').where({ kind: 'received' }).first('template_id'))?.template_id, '204213')
  const bent = await admin.post(`${page}/templates`, { 'templates.received': '2042', 'templates.late': 'ZNS-1' })
  t.is(bent.status, 422)
  t.regex(bent.text, /href="#templates\.late">[^<]*chỉ chữ số/)
  t.regex(bent.text, /value="ZNS-1"/)
  t.is((await admin.post(`${page}/mailbox`, { unit: '642100', email: 'not one' })).status, 422)
  await admin.post(`${page}/mailbox`, { unit: '642100', email: 'krongno@post.example' })
  t.regex((await admin.get(page)).text, /krongno@post\.example/)
  t.is((await all.db('audit_log').whereLike('action', 'change %')).length, 4)
})

test('with marks an SMS has seventy characters and all its marks', async t => {
  const all = await scenario(t)
  const sms = await httpProvider(t)
  all.house.providers = { ...all.house.providers, smsUrl: sms.url }
  await all.owner('message_settings').update({ with_marks: true })
  const { reference } = await takenIn(all, await atKrongNo(all))
  await minutes(all, 3)
  t.is(sms.asked[0]?.body.text, `${reference}: đã nhận hồ sơ ngày 23/11. Không chuyển khoản.`)
})
