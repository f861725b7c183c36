import test from 'ava'
import { assertAccessible } from '../../support/accessible.ts'
import { atKrongNo } from '../../support/at-krong-no.ts'
import { browser } from '../../support/browser.ts'
import { scenario } from '../../support/scenario.ts'
import { staffPage } from '../../support/staff-browser.ts'

test('printing blank sets and typing paper in can be read and used by everybody', async t => {
  const all = await scenario(t)
  const { clerk } = await atKrongNo(all)
  const page = await staffPage(t, { opened: await browser(t), all, person: clerk })
  await page.goto(`${all.url}/staff/blanks`)
  await page.getByRole('button', { name: 'Tạo bộ phiếu' }).click()
  t.is(await page.locator('.govuk-error-summary').count(), 1)
  await assertAccessible(t, page)
  await page.getByLabel('Số bộ phiếu cần in').fill('3')
  await page.getByRole('button', { name: 'Tạo bộ phiếu' }).click()
  await page.getByRole('link', { name: 'In 3 bộ' }).waitFor()
  await assertAccessible(t, page)
  await page.goto(`${all.url}/staff/scan/paper`)
  await assertAccessible(t, page)
  await page.getByRole('button', { name: 'Ghi' }).click()
  t.is(await page.locator('.govuk-error-summary').count(), 1)
  await assertAccessible(t, page)
})
