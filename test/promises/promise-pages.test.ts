import test from 'ava'
import { promiseData } from '../../src/promises/promise-data.ts'
import { krongNo, policeKrongNo, scenario } from '../support/scenario.ts'
import { deskOf } from '../support/staff-browser.ts'

const path = '/staff/admin/promises'
const csv = `from_unit,to_unit,days,leaves,arrives,on_holidays\n640000,${krongNo},1-6,05:00,07:00,no\n`
const seenIn = (html: string) => /name="seen" value="([0-9a-f]+)"/.exec(html)?.[1] ?? ''

test('the pages say how long, by which hours, on which days, and what leaves when', async t => {
  const all = await scenario(t)
  const desk = await deskOf(all, await all.person('admin', null))
  t.true((await desk.get('/staff/admin')).text.includes(`href="${path}"`))
  const { text } = await desk.get(path)
  for (const words of ['48 giờ liên tục', 'T2–T6 07:30–11:30, 13:30–17:00', 'thứ Ba 24/11/2026', 'Chưa xác nhận'])
    t.true(text.includes(words), words)
  t.true((await desk.get(`${path}/timetable`)).text.includes('Chưa có chuyến nào'))
  t.is((await desk.get(`${path}/people/import`)).status, 404)
})

test('pasted CSV is shown before it takes effect, and takes effect once it is confirmed', async t => {
  const all = await scenario(t)
  const desk = await deskOf(all, await all.person('admin', null))
  const preview = await desk.post(`${path}/departures/import`, { csv })
  t.is(preview.status, 200)
  t.true(preview.text.includes('Thêm 1, sửa 0, bỏ 0'))
  t.deepEqual(await all.db('departures'), [])
  const done = await desk.post(`${path}/departures/import`, { csv, seen: seenIn(preview.text) })
  t.is(done.location, `${path}/timetable?done=departures`)
  t.true((await desk.get(String(done.location))).text.includes('Thời hạn đang chạy không đổi'))
  const shown = (await desk.get(`${path}/timetable`)).text
  for (const words of ['05:00 → 07:00', 'T2–T7']) t.true(shown.includes(words), words)
  const file = await desk.get(`${path}/departures/csv`)
  // Without the mark Excel reads Vietnamese as another alphabet.
  t.deepEqual([file.type, file.text], ['text/csv; charset=utf-8', `\uFEFF${csv}`])
  t.true((await desk.post(`${path}/departures/import`, { csv: file.text })).text.includes('Không có gì thay đổi'))
})

test('who confirms what has changed meanwhile sees it again first', async t => {
  const all = await scenario(t)
  const desk = await deskOf(all, await all.person('admin', null))
  const seen = seenIn((await desk.post(`${path}/departures/import`, { csv })).text)
  await all
    .db('departures')
    .insert({ from_unit: '640000', to_unit: null, weekday: 1, leaves: 1, arrives: 2, on_holidays: false })
  const again = await desk.post(`${path}/departures/import`, { csv, seen })
  t.is(again.status, 422)
  t.true(again.text.includes('bỏ 1'))
  t.is((await all.db('departures')).length, 1)
  t.not(seenIn(again.text), seen)
})

test('what would be removed is said plainly, under Vietnamese heads', async t => {
  const all = await scenario(t)
  const desk = await deskOf(all, await all.person('admin', null))
  const fewer = 'level,hearer\nbreach,holder\nbreach,lead\n'
  const { text } = await desk.post(`${path}/hearers/import`, { csv: fewer })
  t.true(text.includes('Sẽ bỏ 2 dòng đang dùng'))
  t.regex(text, /govuk-button--warning"[^>]*>Bỏ 2 dòng và áp dụng/)
  for (const head of ['Mức (level)', 'Ai nghe (hearer)'])
    t.true(text.includes(`<th scope="col" class="govuk-table__header">${head}`), head)
  const { text: more } = await desk.post(`${path}/hearers/import`, {
    csv: 'level,hearer\nwatch,holder\nwatch,lead\nwatch,desk\n',
  })
  t.false(more.includes('Sẽ bỏ'))
  t.regex(more, /class="govuk-button"[^>]*>Xác nhận và áp dụng/)
})

test('the help of a table lists what its columns may say', async t => {
  const all = await scenario(t)
  const desk = await deskOf(all, await all.person('admin', null))
  const policies = (await desk.get(`${path}/promise_policies/import`)).text
  const allowed = ['papers_back', 'out_of_province', 'no_authorised_person', 'supplement', 'working_hours', 'rounds']
  for (const value of allowed) t.true(policies.includes(`<b>${value}</b>`), value)
  t.true(policies.includes('<b>papers_back</b>: nộp lại giấy tờ thu hồi'))
  const hearers = (await desk.get(`${path}/hearers/import`)).text
  for (const value of ['breach_day', 'police_province']) t.true(hearers.includes(`<b>${value}</b>`), value)
  const watches = (await desk.get(`${path}/watch_settings/import`)).text
  for (const value of ['silent_bag', 'tick_late']) t.true(watches.includes(`<b>${value}</b>`), value)
  t.true((await desk.get(`${path}/holidays/import`)).text.includes('<b>working</b>: làm bù'))
})

test('of each promise the version in force comes first', async t => {
  const all = await scenario(t)
  await all.db('promise_policies').where({ clock: 'refund' }).update({ valid_to: all.clock() })
  const [old] = await all.db('promise_policies').where({ clock: 'refund' })
  const { id: _, ...rest } = old ?? t.fail()
  const change = { reading: 'Sáu ngày làm việc hoàn tiền', amount: 6, valid_from: all.clock(), valid_to: null }
  await all.db('promise_policies').insert({ ...rest, ...change })
  const { policies } = await promiseData(all.db, all.clock())
  const refunds = policies.filter(({ clock }) => clock === 'refund')
  t.deepEqual(
    refunds.map(({ amount }) => amount),
    [6, 5],
  )
})

test('what is wrong is said line by line, and what was pasted is kept', async t => {
  const all = await scenario(t)
  const desk = await deskOf(all, await all.person('admin', null))
  const { status, text } = await desk.post(`${path}/holidays/import`, {
    csv: 'day,name,kind,is_verified\nmai,Nghỉ,off,có',
  })
  t.is(status, 422)
  t.true(text.includes('Dòng 2: cột day: Xin ghi ngày dạng 2026-12-31 hoặc 31/12/2026.'))
  t.true(text.includes('mai,Nghỉ,off,có</textarea>'))
})

test('whoever proposed force majeure reads that the other side has to agree; only that side is asked', async t => {
  const all = await scenario(t)
  const [post, police] = [await all.person('supervisor', krongNo), await all.person('supervisor', policeKrongNo)]
  const flood = { begins_at: '2026-11-23T06:00:00+07:00', ends_at: '2026-11-23T18:00:00+07:00', reason: 'Sạt lở' }
  const { body } = await post.post('/standstills', flood)
  const page = '/staff/control/standstills'
  const own = await (await deskOf(all, post)).get(page)
  t.true(own.text.includes('Chờ cơ quan kia'))
  t.false(own.text.includes(`${page}/${body.id}`))
  t.true((await (await deskOf(all, police)).get(page)).text.includes(`${page}/${body.id}`))
})
