import test from 'ava'
import { hour } from '../../src/kit/time.ts'
import { hashPassword } from '../../src/people/passwords.ts'
import { carried, released } from '../support/released.ts'
import { policeKrongNo, scenario } from '../support/scenario.ts'
import { deskOf, untouched } from '../support/staff-browser.ts'

test('a list is made out, counted, signed and explained with forms alone', async t => {
  const all = await scenario(t)
  const { courier, officer, codes } = await carried(all, 3)
  const [missing = '', ...present] = codes
  const [giver, taker] = [await deskOf(all, courier), await deskOf(all, officer)]
  const blank = untouched((await giver.get('/staff/handovers/new')).text, 'release')
  const wrong = await giver.post('/staff/handovers', { ...blank, codes: ' ' })
  t.is(wrong.status, 422)
  t.regex(wrong.text, /Xin chọn bên nhận/)
  const filled = { ...blank, to: `unit:${policeKrongNo}`, codes: codes.join('\r\n').toLowerCase() }
  const [sent, again] = [await giver.post('/staff/handovers', filled), await giver.post('/staff/handovers', filled)]
  t.is(sent.status, 303, sent.text)
  t.is(again.location, sent.location, 'sent twice, made out once')
  const path = String(sent.location).split('?')[0] ?? ''

  all.clock.move(5 * hour)
  t.regex((await giver.get('/staff/handovers')).text, /5 giờ, quá lâu/)
  t.true((await taker.get('/staff/handovers')).text.includes(path))
  const form = untouched((await taker.get(path)).text, 'acceptance')
  const said = { ...form, mode: 'scans', codes: present.join('\n') }
  const counted = await taker.post(`${path}/tally`, said)
  t.regex(counted.text, /Chưa khớp với bảng giao/)
  t.is((await all.db('custody_events').where({ step: 'lodge' })).length, 0, 'counting signs nothing')
  const signed = await taker.post(`${path}/acceptance`, said)
  t.is(signed.status, 303, signed.text)
  t.is((await taker.post(`${path}/acceptance`, said)).status, 303, 'sent twice, signed once')
  t.true((await taker.get(path)).text.includes(`Lý do của bên ông/bà về ${missing}`))

  const [difference] = await all.db('handover_differences').pluck('id')
  t.is((await giver.post(`${path}/differences/${difference}`, { reason: ' ' })).status, 422)
  for (const side of [giver, taker])
    t.is((await side.post(`${path}/differences/${difference}`, { reason: 'để quên ở bưu cục' })).status, 303)
  t.regex((await giver.get(path)).text, /Đã đóng/)
  t.false((await giver.get('/staff/handovers')).text.includes(path), 'nothing is left to do')
  t.is((await giver.get(`${path}/sheet.pdf`)).type, 'application/pdf')
})

test('on the courier’s phone the officer’s password is asked for, and never shown again', async t => {
  const all = await scenario(t)
  const { courier, officer, id } = await released(all, 1)
  const password = 'Hoa mai nở sớm'
  await all
    .db('people')
    .where({ id: officer.id })
    .update({ password_hash: await hashPassword(password, officer.username) })
  const phone = await deskOf(all, courier)
  const form = untouched((await phone.get(`/staff/handovers/${id}`)).text, 'acceptance')
  t.is(form['mode'], 'pin')
  const sign = (said: string) =>
    phone.post(`/staff/handovers/${id}/acceptance`, {
      ...form,
      'signer.username': officer.username,
      'signer.password': said,
    })
  const wrong = await sign('sai mật khẩu')
  t.is(wrong.status, 422)
  t.regex(wrong.text, /Tên đăng nhập hoặc mật khẩu chưa đúng/)
  t.false(wrong.text.includes('sai mật khẩu'))
  t.is((await sign(password)).status, 303)
  t.is((await all.db('handovers').where({ id }).first())?.accepted_by, officer.id)
})

test('a paper sheet is entered as people write its time', async t => {
  const all = await scenario(t)
  const { officer, id } = await released(all, 1)
  all.clock.move(2 * hour)
  const desk = await deskOf(all, officer)
  const form = untouched((await desk.get(`/staff/handovers/${id}`)).text, 'acceptance')
  const said = { ...form, mode: 'paper', paper_number: '12/2026' }
  const unread = await desk.post(`/staff/handovers/${id}/acceptance`, { ...said, signed_at: 'sáng nay' })
  t.regex(unread.text, /Xin ghi giờ ký/)
  const { status, text } = await desk.post(`/staff/handovers/${id}/acceptance`, {
    ...said,
    signed_at: '23/11/2026 08:30',
  })
  t.is(status, 303, text)
  const row = await all.db('handovers').where({ id }).first()
  t.is(row?.accepted_at?.toISOString(), '2026-11-23T01:30:00.000Z')
})

test('a sheet is closed to those who stand on neither side', async t => {
  const all = await scenario(t)
  const { id } = await released(all, 1)
  const stranger = await deskOf(all, await all.person('clerk', '641800'))
  for (const path of [`/staff/handovers/${id}`, `/staff/handovers/${id}/sheet.pdf`])
    t.is((await stranger.get(path)).status, 404)
  t.is((await stranger.post(`/staff/handovers/${id}/acceptance`, { mode: 'count', count: '1' })).status, 404)
})
