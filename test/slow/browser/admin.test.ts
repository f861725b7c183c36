import test from 'ava'
import { assertAccessible } from '../../support/accessible.ts'
import { browser } from '../../support/browser.ts'
import { giaNghia, krongNo, policeKrongNo, scenario } from '../../support/scenario.ts'
import { deskOf, staffPage } from '../../support/staff-browser.ts'

const mai = { name: 'Trần Thị Mai', username: 'mai.tran', role: 'clerk', unit: krongNo }
const linkIn = (html: string) => /\/staff\/set-up\/[\w-]{43}/.exec(html)?.[0] ?? ''

test('a new person gets a link that works once', async t => {
  const all = await scenario(t)
  const desk = await deskOf(all, await all.person('admin', null))
  const made = await desk.post('/staff/admin/people/new', mai)
  t.is(made.status, 201)
  const link = linkIn(made.text)
  const password = 'một mật khẩu đủ dài'
  const setUp = () =>
    fetch(all.url + link, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({ password, repeated: password }),
    })
  t.is((await fetch(all.url + link)).status, 200)
  const first = await setUp()
  t.true(first.status < 400)
  t.true((await setUp()).status >= 400)
  const person = await all.db('people').where({ username: mai.username }).first('password_hash')
  t.truthy(person?.password_hash)
  t.deepEqual(await all.db('audit_log').where({ action: 'create person' }).pluck('detail'), [
    { username: 'mai.tran', role: 'clerk', unit: krongNo },
  ])
})

test('a taken name, a wrong place and an empty form are said kindly, all at once', async t => {
  const all = await scenario(t)
  const desk = await deskOf(all, await all.person('admin', null))
  await desk.post('/staff/admin/people/new', mai)
  const taken = await desk.post('/staff/admin/people/new', mai)
  t.is(taken.status, 422)
  t.regex(taken.text, /Đã có người dùng tên mai\.tran/)
  const misplaced = await desk.post('/staff/admin/people/new', { ...mai, username: 'lan', unit: policeKrongNo })
  t.regex(misplaced.text, /Vai trò này làm việc ở bưu cục/)
  const empty = await desk.post('/staff/admin/people/new', {})
  for (const words of [/Xin điền mục này/, /chữ thường không dấu/, /Xin chọn vai trò/]) t.regex(empty.text, words)
  t.is((await all.db('people').whereIn('username', ['mai.tran', 'lan'])).length, 1)
})

test('a disabled person’s session ends at once, and the account can be opened again', async t => {
  const all = await scenario(t)
  const desk = await deskOf(all, await all.person('admin', null))
  const clerk = await all.person('clerk', krongNo)
  const counter = await deskOf(all, clerk)
  t.is((await counter.get('/staff/scan')).status, 200)
  t.regex(String((await desk.post(`/staff/admin/people/${clerk.id}/disabling`, {})).location), /done=disabled/)
  t.is((await counter.get('/staff/scan')).status, 302)
  t.is((await clerk.get('/dossiers')).status, 401)
  t.is((await desk.post(`/staff/admin/people/${clerk.id}/set-up-link`, {})).status, 422)
  await desk.post(`/staff/admin/people/${clerk.id}/enabling`, {})
  t.is((await counter.get('/staff/scan')).status, 302, 'a session that ended does not come back')
  t.truthy(linkIn((await desk.post(`/staff/admin/people/${clerk.id}/set-up-link`, {})).text))
})

test('roles are added and ended; nobody ends their own administration or account', async t => {
  const all = await scenario(t)
  const admin = await all.person('admin', null)
  const desk = await deskOf(all, admin)
  const clerk = await all.person('clerk', krongNo)
  const path = `/staff/admin/people/${clerk.id}`
  await desk.post(`${path}/assignments`, { role: 'clerk', unit: giaNghia })
  const twice = await desk.post(`${path}/assignments`, { role: 'clerk', unit: giaNghia })
  t.regex(twice.text, /đang giữ vai trò đó/)
  const [held] = await all.db('assignments').where({ person_id: clerk.id, unit_id: krongNo })
  t.regex(String((await desk.post(`${path}/assignments/${held?.id}/end`, {})).location), /done=ended/)
  t.deepEqual(await all.db('assignments').where({ person_id: clerk.id }).whereNull('until').pluck('unit_id'), [
    giaNghia,
  ])
  const [own] = await all.db('assignments').where({ person_id: admin.id })
  t.is((await desk.post(`/staff/admin/people/${admin.id}/assignments/${own?.id}/end`, {})).status, 422)
  t.is((await desk.post(`/staff/admin/people/${admin.id}/disabling`, {})).status, 422)
  t.is((await desk.get('/staff/admin')).status, 200)
})

test('a range is granted; one that overlaps is refused kindly', async t => {
  const all = await scenario(t)
  const desk = await deskOf(all, await all.person('admin', null))
  const range = { office: krongNo, prefix: 'pb', country: 'vn', first: '0000 1000', last: '1999' }
  t.is((await desk.post('/staff/admin/ranges', range)).location, '/staff/admin/ranges?done=granted')
  const page = await desk.get('/staff/admin/ranges')
  t.regex(page.text, /1\.000 mã/)
  const overlap = await desk.post('/staff/admin/ranges', { ...range, first: '1999', last: '2500' })
  t.is(overlap.status, 422)
  t.regex(overlap.text, /trùng một phần với dải đã cấp/)
  t.regex((await desk.post('/staff/admin/ranges', { ...range, first: '9', last: '3' })).text, /Số cuối phải từ số đầu/)
  t.is((await all.db('item_code_ranges').where({ prefix: 'PB' })).length, 1)
})

test('only an administrator administers', async t => {
  const all = await scenario(t)
  const clerk = await deskOf(all, await all.person('clerk', krongNo))
  for (const path of ['/staff/admin', '/staff/admin/people/new', '/staff/admin/ranges'])
    t.is((await clerk.get(path)).status, 403)
  t.is((await clerk.post('/staff/admin/people/new', mai)).status, 403)
})

test('the pages of administration read well, with and without a script, and in error', async t => {
  const all = await scenario(t)
  const opened = await browser(t)
  const person = await all.person('admin', null)
  const bare = await staffPage(t, { opened, all, person }, { javaScriptEnabled: false })
  await bare.goto(`${all.url}/staff/admin/people/new`)
  await bare.fill('#name', 'Lê Văn Tám')
  await bare.fill('#username', 'tam.le')
  await bare.selectOption('#role', 'auditor')
  await bare.click('button:has-text("Tạo tài khoản")')
  t.regex(String(await bare.textContent('[data-set-up-link]')), /\/staff\/set-up\//)
  const page = await staffPage(t, { opened, all, person })
  const clerk = await all.person('clerk', krongNo)
  for (const path of ['', '/people/new', `/people/${clerk.id}`, '/ranges']) {
    await page.goto(`${all.url}/staff/admin${path}`)
    await assertAccessible(t, page)
  }
  await page.click('button:has-text("Cấp dải mã")')
  t.regex(await page.title(), /^Lỗi: /)
  await assertAccessible(t, page)
})
