import test, { type ExecutionContext } from 'ava'
import { makeSetUpLink } from '../../../src/people/make-set-up-link.ts'
import { assertAccessible } from '../../support/accessible.ts'
import { browser, openPage } from '../../support/browser.ts'
import { krongNo, type Scenario, scenario } from '../../support/scenario.ts'

const password = 'chim bói cá bên suối'

/** A clerk of Krông Nô who has just been given a link. */
async function newClerk(t: ExecutionContext): Promise<{ all: Scenario; username: string; link: string }> {
  const all = await scenario(t)
  const { id, username } = await all.person('clerk', krongNo)
  return { all, username, link: `${all.url}/staff/set-up/${await makeSetUpLink(all.db, id, all.clock())}` }
}

test.serial('a new clerk sets a password, signs in, sees their places and signs out', async t => {
  const { all, username, link } = await newClerk(t)
  const page = await openPage(t, await browser(t))
  await page.goto(link)
  await assertAccessible(t, page)
  await page.getByLabel('Mật khẩu mới').fill('ngắn')
  await page.getByLabel('Gõ lại mật khẩu').fill('ngắn')
  await page.getByRole('button', { name: 'Đặt mật khẩu' }).click()
  t.is(await page.getByText('Mật khẩu cần ít nhất 12 ký tự.').count(), 2)
  await assertAccessible(t, page)
  await page.getByLabel('Mật khẩu mới').fill(password)
  await page.getByLabel('Gõ lại mật khẩu').fill('khác hẳn như thế')
  await page.getByRole('button', { name: 'Đặt mật khẩu' }).click()
  t.is(await page.getByText('Hai lần gõ chưa giống nhau.').count(), 2)
  await page.getByLabel('Mật khẩu mới').fill(password)
  await page.getByLabel('Gõ lại mật khẩu').fill(password)
  await page.getByRole('button', { name: 'Đặt mật khẩu' }).click()
  t.true(await page.getByText('Đã đặt mật khẩu').isVisible())
  await assertAccessible(t, page)

  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  t.is(new URL(page.url()).pathname, '/staff')
  t.true(await page.getByRole('main').getByRole('link', { name: 'Quầy giao dịch' }).isVisible())
  t.is(await page.getByRole('link', { name: 'Quản trị' }).count(), 0)
  await assertAccessible(t, page)

  await page.goto(link)
  t.regex(await page.locator('main').innerText(), /Không có trang này/, 'a link works once')
  await page.goto(`${all.url}/staff`)
  await page.getByRole('button', { name: 'Đăng xuất' }).click()
  t.is(new URL(page.url()).pathname, '/staff/sign-in')
  await page.goto(`${all.url}/staff`)
  t.is(new URL(page.url()).pathname, '/staff/sign-in', 'nothing opens after signing out')
})

test.serial('a wrong password is answered without saying what was wrong, and keeps the name', async t => {
  const { all, username } = await newClerk(t)
  const page = await openPage(t, await browser(t))
  await page.goto(`${all.url}/staff/sign-in`)
  await assertAccessible(t, page)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  t.is(await page.title(), 'Lỗi: Đăng nhập – Bưu Trạm')
  t.is(await page.getByText('Xin điền mật khẩu.').count(), 2)
  t.is(await page.evaluate(() => document.activeElement?.className), 'govuk-error-summary')
  await assertAccessible(t, page)
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu').fill('không phải mật khẩu này')
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  t.is(await page.getByText('Tên đăng nhập hoặc mật khẩu chưa đúng.').count(), 2)
  t.is(await page.getByLabel('Tên đăng nhập').inputValue(), username)
  t.is(await page.getByLabel('Mật khẩu').inputValue(), '')
  await page.getByRole('link', { name: 'chưa đúng' }).click()
  t.is(await page.evaluate(() => document.activeElement?.id), 'username')
})

test.serial('staff pages work without scripts, and a problem keeps their frame', async t => {
  const { all, username, link } = await newClerk(t)
  const page = await openPage(t, await browser(t), { javaScriptEnabled: false })
  await page.goto(link)
  await page.getByLabel('Mật khẩu mới').fill(password)
  await page.getByLabel('Gõ lại mật khẩu').fill(password)
  await page.getByRole('button', { name: 'Đặt mật khẩu' }).click()
  await page.goto(`${all.url}/staff/nowhere`)
  t.is(await page.locator('h1').innerText(), 'Không có trang này')
  await page.goto(`${all.url}/staff?from=mail`)
  await page.getByLabel('Tên đăng nhập').fill(username)
  await page.getByLabel('Mật khẩu').fill(password)
  await page.getByRole('button', { name: 'Đăng nhập' }).click()
  t.is(page.url(), `${all.url}/staff?from=mail`, 'back where the person wanted to go')
  const [cookie] = await page.context().cookies()
  t.deepEqual([cookie?.httpOnly, cookie?.sameSite], [true, 'Lax'])
  await page.goto(`${all.url}/staff/nowhere`)
  t.true(await page.getByRole('button', { name: 'Đăng xuất' }).isVisible())
})
