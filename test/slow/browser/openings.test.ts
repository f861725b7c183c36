import test from 'ava'
import { groupedItemCode } from '../../../templates/documents/code-groups.ts'
import { assertAccessible } from '../../support/accessible.ts'
import { atKrongNo, scanned, takenIn } from '../../support/at-krong-no.ts'
import { browser } from '../../support/browser.ts'
import { scenario } from '../../support/scenario.ts'
import { staffPage } from '../../support/staff-browser.ts'

test('opening an envelope can be read and used by everybody: empty, in error and recorded', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { parcel } = await takenIn(all, staff)
  await scanned(all, staff.courier, 'depart', parcel.code)
  await scanned(all, staff.officer, 'lodge', parcel.code)
  const page = await staffPage(t, { opened: await browser(t), all, person: staff.officer })
  await page.goto(`${all.url}/staff/desk`)
  await page.getByRole('link', { name: `Mở ${groupedItemCode(parcel.code)}` }).click()
  await assertAccessible(t, page)
  await page.getByLabel('Bản chính').fill('hai')
  await page.getByRole('button', { name: 'Ghi biên bản' }).click()
  t.is(await page.locator('.govuk-error-summary').count(), 1)
  await assertAccessible(t, page)
  await page.getByLabel('Bản chính').fill('0')
  await page.getByLabel('Đã rách hoặc đã mở').check()
  await page.getByRole('button', { name: 'Ghi biên bản' }).click()
  await page.getByRole('heading', { name: 'Biên bản mở bưu gửi' }).waitFor()
  t.is(await page.getByText('Có chênh lệch').count(), 1)
  await assertAccessible(t, page)
})
