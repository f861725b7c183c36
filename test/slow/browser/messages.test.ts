import test from 'ava'
import { stopToken } from '../../../src/messages/addresses.ts'
import { assertAccessible } from '../../support/accessible.ts'
import { atKrongNo, onItsWayHome, scanned, takenIn } from '../../support/at-krong-no.ts'
import { browser, openPage } from '../../support/browser.ts'
import { minutes } from '../../support/outbox.ts'
import { hoa } from '../../support/papers.ts'
import { krongNo, scenario } from '../../support/scenario.ts'
import { staffPage } from '../../support/staff-browser.ts'

test('somebody answers the slip and stops their mails, without a script', async t => {
  const all = await scenario(t)
  const page = await openPage(t, await browser(t), { javaScriptEnabled: false })
  await page.goto(`${all.url}/khao-sat`)
  await page.getByRole('button', { name: 'Gửi ý kiến' }).click()
  t.true((await page.title()).startsWith('Lỗi: '))
  await page.getByLabel('Rất hài lòng').check()
  await page.getByLabel('Có', { exact: true }).check()
  await page.getByRole('button', { name: 'Gửi ý kiến' }).click()
  t.is(await page.locator('h1').innerText(), 'Cảm ơn ông/bà')
  await page.goto(`${all.url}/ngung-tin/${stopToken(all.house.keys, 'hoa@example.vn')}`)
  await page.getByRole('button', { name: 'Ngừng nhận thư' }).click()
  t.is(await page.locator('h1').innerText(), 'Đã ngừng gửi thư')
  t.is((await all.db('message_stops')).length, 1)
})

test('the pages for citizens read well, empty, in error and done', async t => {
  const all = await scenario(t)
  const page = await openPage(t, await browser(t))
  await page.goto(`${all.url}/khao-sat`)
  await assertAccessible(t, page)
  await page.getByRole('button', { name: 'Gửi ý kiến' }).click()
  await assertAccessible(t, page)
  await page.goto(`${all.url}/en/survey`)
  await assertAccessible(t, page)
  await page.goto(`${all.url}/ngung-tin/${stopToken(all.house.keys, 'hoa@example.vn')}`)
  await assertAccessible(t, page)
})

test('a clerk’s calls, what was told of a dossier, dead letters and settings read well', async t => {
  const all = await scenario(t)
  const opened = await browser(t)
  const staff = await atKrongNo(all)
  const { home, reference } = await onItsWayHome(all, staff, { notify: 'call' })
  await scanned(all, staff.courier, 'load', home)
  await takenIn(all, staff, { applicant: { ...hoa, phone: '0987654321' } })
  await minutes(all, 3)
  await all.db('messages').where({ state: 'skipped' }).update({ state: 'dead', trouble: 'http 422' })
  const page = await staffPage(t, { opened, all, person: staff.clerk })
  await page.goto(`${all.url}/staff/calls`)
  await assertAccessible(t, page)
  await page.click('button:has-text("Ghi lại")')
  t.regex(await page.title(), /^Lỗi: /)
  await assertAccessible(t, page)
  await page.goto(`${all.url}/staff/dossiers/${reference}/messages`)
  await assertAccessible(t, page)
  const supervisor = await staffPage(t, { opened, all, person: await all.person('supervisor', krongNo) })
  await supervisor.goto(`${all.url}/staff/messages`)
  await assertAccessible(t, supervisor)
  const admin = await staffPage(t, { opened, all, person: await all.person('admin', null) })
  await admin.goto(`${all.url}/staff/admin/messages`)
  await assertAccessible(t, admin)
  await admin.fill('#quiet_from', '99')
  await admin.click('button:has-text("Lưu") >> nth=0')
  await assertAccessible(t, admin)
})

test('a mailbox is asked for where e-mail is chosen, and only there', async t => {
  const all = await scenario(t)
  const page = await staffPage(t, { opened: await browser(t), all, person: await all.person('clerk', krongNo) })
  await page.goto(`${all.url}/staff/counter/new?procedure=identity-district-03`)
  t.false(await page.getByLabel('Địa chỉ thư điện tử').isVisible())
  await page.getByLabel('Báo tin cho chủ hồ sơ bằng').selectOption('email')
  t.true(await page.getByLabel('Địa chỉ thư điện tử').isVisible())
})
