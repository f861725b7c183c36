import test from 'ava'
import { day, minute } from '../../src/kit/time.ts'
import { texts } from '../documents/paper.ts'
import { counted, filled, scanning } from '../support/counted.ts'
import { giaNghia, krongNo, scenario } from '../support/scenario.ts'
import { deskOf, untouched } from '../support/staff-browser.ts'

test('a cupboard is counted with forms alone, and what is over leads to the ordinary scan', async t => {
  const all = await scenario(t)
  const { codes } = await filled(all, 2)
  const desk = await deskOf(all, await all.person('clerk', giaNghia))
  const start = await desk.get('/staff/stock')
  t.regex(start.text, /Chưa kiểm kê lần nào/)
  const form = untouched(start.text, `open-${giaNghia}`)
  const [opened, again] = [await desk.post('/staff/stock', form), await desk.post('/staff/stock', form)]
  t.is(opened.status, 303, opened.text)
  t.is(again.location, opened.location, 'sent twice, opened once')
  const path = String(opened.location)

  t.regex((await desk.post(`${path}/codes`, { codes: ' ' })).text, /Xin quét hoặc nhập mã bưu gửi/)
  const empty = await desk.post(`${path}/closing`, {})
  t.is(empty.status, 422)
  t.regex(empty.text, /Chưa quét bưu gửi nào/)
  const scanned = String(codes[0]).toLowerCase()
  for (const some of [scanned, `${scanned}\r\nPA 9999 99999 VN`])
    t.is((await desk.post(`${path}/codes`, { codes: some })).status, 303)
  const open = (await desk.get(path)).text
  t.regex(open, /2 mã/)
  t.regex(open, /Không rõ mã của ai/)
  all.clock.move(minute)
  t.is((await desk.post(`${path}/closing`, {})).status, 303)
  t.is((await desk.post(`${path}/closing`, {})).status, 303, 'sent twice, closed once')

  const done = (await desk.get(path)).text
  const [, link = ''] = /href="(\/staff\/scan\?[^"]+)"/.exec(done) ?? []
  const station = untouched((await desk.get(link.replaceAll('&amp;', '&'))).text, 'scan')
  t.is(station['step'], 'arrive')
  const arrived = await desk.post('/staff/scan', { ...station, codes: String(codes[0]) })
  t.is(arrived.status, 200, arrived.text)
  t.is((await all.db('custody_events').where({ step: 'arrive' })).length, 1)
  const record = await desk.get(`${path}/record.pdf`)
  t.is(record.type, 'application/pdf')
  await desk.get(`${path}/record.pdf`)
  const [paper = ''] = await texts((await desk.get(`${path}/record.pdf`)).bytes)
  t.true(paper.includes('BẢN IN LẠI 2'), paper)
})

test('a supervisor sees who has not counted today, and what is missing for the second time', async t => {
  const all = await scenario(t)
  const { clerk, codes, supervisor } = await filled(all, 2)
  const room = await deskOf(all, supervisor)
  for (let i = 0; i < 2; i++) {
    await counted(all, clerk, krongNo, codes.slice(1))
    const { text } = await room.get('/staff/control')
    t.is(/Kiểm kê thiếu 2 lần liền/.test(text), i === 1)
    all.clock.move(day)
  }
  const units = (await room.get('/staff/stock')).text
  t.regex(units, /Đang thiếu[\s\S]*Kiểm kê thiếu 2 lần liền[\s\S]*Các đơn vị/)
  t.regex(units, /Hôm nay chưa kiểm kê, lần cuối/)
  const [review] = await all.db('reviews').where({ kind: 'stock_short' }).pluck('id')
  const path = `/staff/control/reviews/${review}`
  t.regex((await room.get(path)).text, /Kiểm kê thiếu/)
  t.is((await room.post(path, { reason: 'đã tìm thấy ở quầy bên' })).status, 303)
  t.notRegex((await room.get('/staff/control')).text, /Kiểm kê thiếu/)
})

test('who counts is not told how much should be there, on no page of counts', async t => {
  const all = await scenario(t)
  const { clerk, codes } = await filled(all, 3)
  const desk = await deskOf(all, clerk)
  const id = await scanning(clerk, krongNo, codes.slice(0, 1))
  for (const path of ['/staff/stock', `/staff/stock/${id}`]) {
    const { text } = await desk.get(path)
    t.notRegex(text, /đang giữ|đang thiếu/i, path)
    for (const code of codes.slice(1)) t.false(text.includes(code), path)
  }
})

test('the pages of a count are closed to those of other units', async t => {
  const all = await scenario(t)
  const { clerk } = await filled(all, 1)
  const id = await scanning(clerk, krongNo, [])
  const stranger = await deskOf(all, await all.person('clerk', '641800'))
  for (const path of [`/staff/stock/${id}`, `/staff/stock/${id}/record.pdf`])
    t.is((await stranger.get(path)).status, 404)
  t.is((await stranger.post(`/staff/stock/${id}/codes`, { codes: 'X' })).status, 404)
  t.is((await stranger.post(`/staff/stock/${id}/closing`, { is_empty: 'yes' })).status, 404)
  t.is((await stranger.post('/staff/stock', { unit: krongNo })).status, 404)
})
