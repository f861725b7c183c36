import test from 'ava'
import { minute } from '../../src/kit/time.ts'
import { atKrongNo, scanned } from '../support/at-krong-no.ts'
import { bhim, nobodyHome, onRound, report, resultsFor, statesOf } from '../support/on-a-round.ts'
import { giaNghia, krongNo, sharedPast } from '../support/scenario.ts'
import { deskOf, untouched } from '../support/staff-browser.ts'

/** Two results for Hoa and one for Y Bhĭm, ready at Krông Nô. */
const morning = sharedPast(async all => ({
  codes: (await resultsFor(all, await atKrongNo(all), [{}, {}, bhim])).map(({ code }) => code),
}))

test('a courier plans his round, delivers and tries with forms alone', async t => {
  const all = await morning(t)
  const staff = await atKrongNo(all)
  const phone = await deskOf(all, staff.courier)
  t.regex((await phone.get('/staff/round')).text, /Chưa có chuyến phát/)
  const wrong = await phone.post('/staff/round', { codes: 'PA 9999 99999 VN' })
  t.is(wrong.status, 422)
  t.regex(wrong.text, /PA999999999VN: không có bưu gửi này/)
  const codes = all.codes.map(code => code.toLowerCase()).join('\r\n')
  t.is((await phone.post('/staff/round', { codes, papers: 'old_card' })).location, '/staff/round?done=planned')
  const [, link = ''] = /href="(\/staff\/scan\?step=load[^"]+)"/.exec((await phone.get('/staff/round')).text) ?? []
  const station = (await phone.get(link.replaceAll('&amp;', '&'))).text
  for (const code of all.codes) t.true(station.includes(code), 'the station knows what he is to load')
  all.clock.move(minute)
  const load = { ...untouched(station, 'scan'), codes: all.codes.join('\n') }
  t.is((await phone.post('/staff/scan', load)).status, 200)
  t.is((await all.db('parcel_presents').where({ last_step: 'load' })).length, 3)
  all.clock.move(minute)
  const { text } = await phone.get('/staff/round')
  t.regex(text, /Còn <strong>2<\/strong> trong 2 điểm phát/)
  const [, stop = ''] = /href="(\/staff\/rounds\/[\w-]+\/stops\/1)"/.exec(text) ?? []

  const door = (await phone.get(stop)).text
  t.regex(door, /href="tel:\+84912345678"/)
  t.regex(door, /Chỉ phát tận tay người nhận/)
  const form = untouched(door, 'delivered')
  t.is(form['name'], 'Nguyễn Thị Hoa', 'the likely answer stands there')
  const both = all.codes.slice(0, 2).join('\n')
  const empty = await phone.post(stop, { ...form, codes: both, name: ' ', 'means.kind': 'witness', collected: 'x' })
  t.is(empty.status, 422)
  for (const words of ['Xin chọn ai đã nhận', 'Xin điền mục này', 'Xin ghi số tiền bằng đồng', 'Lỗi: '])
    t.true(empty.text.includes(words), words)
  const done = {
    ...form,
    codes: both,
    capacity: 'recipient',
    papers: 'old_card',
    'paper.kind': 'cccd',
    'paper.tail': '1234',
  }
  t.is((await phone.post(stop, done)).location, '/staff/round?done=delivered')
  t.is((await phone.post(stop, done)).location, '/staff/round?done=delivered', 'sent twice, done once')
  t.is((await all.db('delivery_reports')).length, 1)
  t.regex((await phone.get(stop)).text, /không còn bưu gửi nào để báo/)

  const other = stop.replace(/1$/, '2/attempt')
  const tried = untouched((await phone.get(other)).text, 'attempted')
  t.regex((await phone.post(other, tried)).text, /Xin chọn vì sao chưa phát được/)
  const said = { ...tried, reason: 'nobody_home', measure: 'again', left_with: 'door' }
  t.is((await phone.post(other, said)).location, '/staff/round?done=attempted')
  t.regex((await phone.get('/staff/round')).text, /Đã báo \(2\)/)
  const early = await phone.post(other, { ...said, request_id: crypto.randomUUID() })
  t.regex(early.text, /Giấy mời lần 2 cách lần 1 hai ngày làm việc: gửi được từ ngày/)
})

test('a clerk plans, adds and closes, and prints both papers', async t => {
  const all = await morning(t)
  const staff = await atKrongNo(all)
  const desk = await deskOf(all, staff.clerk)
  const [one = '', two = '', other = ''] = all.codes
  t.regex((await desk.post('/staff/rounds', { codes: one })).text, /Xin chọn bưu tá/)
  const planned = await desk.post('/staff/rounds', { courier: staff.courier.id, codes: `${one}\n${two}` })
  t.is(planned.status, 303, planned.text)
  const path = String(planned.location).replace('?done=planned', '')
  t.is((await desk.post(`${path}/parcels`, { codes: other })).location, `${path}?done=planned`)
  const id = String(path.split('/').pop())
  t.deepEqual(Object.keys(await statesOf(staff.clerk, { id })).sort(), [...all.codes].sort())
  t.is((await desk.get(`${path}/sheet.pdf`)).type, 'application/pdf')
  t.is((await desk.get(`${path}/closing.pdf`)).status, 409)
  const wrong = await desk.post(`${path}/closing`, { handed_in: 'nhiều' })
  t.deepEqual([wrong.status, /Xin ghi số tiền bằng đồng/.test(wrong.text)], [422, true])
  t.is((await desk.post(`${path}/closing`, { handed_in: '5000' })).location, `${path}?done=closing`)
  const { text } = await desk.get(path)
  t.regex(text, /thừa 5\.000 đ/)
  t.notRegex(text, /Nguyễn Thị Hoa/, 'the record names no receiver')
  t.regex((await desk.get('/staff/rounds')).text, /Đã chốt, lệch tiền/)
  t.is((await desk.get(`${path}/closing.pdf`)).type, 'application/pdf')
})

test('the counter hands out all that waits for one receiver, or leaves a notice', async t => {
  const all = await morning(t)
  const staff = await atKrongNo(all)
  const [one = '', two = ''] = all.codes
  const round = await onRound(all, staff, all.codes)
  all.clock.move(minute)
  for (const stop of [1, 2]) await report(staff.courier, round, stop, nobodyHome({ measure: 'hold' }))
  for (const code of all.codes) await scanned(all, staff.clerk, 'arrive', code)
  const desk = await deskOf(all, staff.clerk)
  t.regex((await desk.get('/staff/rounds')).text, /Chưa phát được, đang ở bưu cục \(3\)[\s\S]*Gửi giấy mời lần 1/)
  const page = (await desk.get(`/staff/collections?code=${one.toLowerCase()}`)).text
  t.true(page.includes(two), 'the other parcel of the same receiver is offered too')
  const notice = { ...untouched(page, 'notice'), left_with: 'phone' }
  for (let i = 0; i < 2; i++)
    t.is(
      (await desk.post(`/staff/collections/${one}/notices`, notice)).location,
      `/staff/collections?code=${one}&done=notice`,
    )
  t.is((await all.db('custody_events').where({ step: 'invite' })).length, 1, 'sent twice, left once')
  const form = { ...untouched(page, 'collection'), codes: `${one}\n${two}`, capacity: 'recipient' }
  for (let i = 0; i < 2; i++)
    t.is((await desk.post(`/staff/collections/${one}`, form)).location, '/staff/collections?done=handed')
  t.is((await all.db('custody_events').where({ step: 'deliver' })).length, 2)
  t.regex((await desk.get(`/staff/collections?code=${one}`)).text, /Không có bưu gửi[\s\S]*chờ tại quầy này/)
})

test('the pages of a round are closed to those it does not concern', async t => {
  const all = await morning(t)
  const staff = await atKrongNo(all)
  const round = await onRound(all, staff, all.codes)
  const path = `/staff/rounds/${round.id}`
  const [colleague, far] = [
    await deskOf(all, await all.person('courier', krongNo)),
    await deskOf(all, await all.person('clerk', giaNghia)),
  ]
  for (const who of [colleague, far]) {
    for (const at of [path, `${path}/sheet.pdf`]) t.is((await who.get(at)).status, 404, at)
    t.is((await who.post(`${path}/parcels`, { codes: 'x' })).status, 404)
  }
  t.is((await far.post(`${path}/closing`, { handed_in: '0' })).status, 404)
  t.is((await colleague.get(`${path}/stops/1`)).status, 404)
  t.is((await colleague.post(`${path}/stops/1`, {})).status, 404)
  t.regex((await far.get(`/staff/collections?code=${all.codes[0]}`)).text, /Không có bưu gửi/)
  t.notRegex((await far.get('/staff/rounds')).text, new RegExp(round.number))
  const { text } = await colleague.get('/staff/round')
  for (const name of ['Nguyễn Thị Hoa', 'Y Bhĭm']) t.false(text.includes(name), 'whom he could relieve, not of whom')
  t.regex(text, /Nhận thay courier/)
  all.clock.move(minute)
  t.is((await colleague.post(`${path}/take-over`, {})).status, 303)
  t.regex((await colleague.get('/staff/round?done=taken')).text, /Đã nhận thay/)
})

test('who reports of what somebody else has by the record is told that it waits for a supervisor', async t => {
  const all = await morning(t)
  const staff = await atKrongNo(all)
  const [one = ''] = all.codes
  const round = await onRound(all, staff, [one])
  all.clock.move(minute)
  await scanned(all, await all.person('courier', krongNo), 'take_over', one)
  all.clock.move(minute)
  const phone = await deskOf(all, staff.courier)
  const path = `/staff/rounds/${round.id}/stops/1`
  t.regex((await phone.get(path)).text, /không còn bưu gửi nào để báo/)
  const said = { request_id: crypto.randomUUID(), codes: one, reason: 'nobody_home', measure: 'again' }
  t.is((await phone.post(`${path}/attempt`, said)).location, '/staff/round?done=review')
  t.regex((await phone.get('/staff/round?done=review')).text, /Người giám sát sẽ xem xét/)
})
