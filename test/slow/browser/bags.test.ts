import test from 'ava'
import { assertAccessible } from '../../support/accessible.ts'
import { packed } from '../../support/bagged.ts'
import { browser } from '../../support/browser.ts'
import { giaNghia, scenario } from '../../support/scenario.ts'
import { staffPage } from '../../support/staff-browser.ts'

test('every page of a bag can be read and used by everybody', async t => {
  const all = await scenario(t)
  const { clerk, other, codes, bag } = await packed(all, 3)
  await clerk.post('/bags', { to_unit: giaNghia })
  const opened = await browser(t)
  const [maker, opener] = [
    await staffPage(t, { opened, all, person: clerk }),
    await staffPage(t, { opened, all, person: other }),
  ]
  await maker.goto(`${all.url}/staff/bags`)
  await assertAccessible(t, maker)
  await maker.goto(`${all.url}/staff/bags/${bag}`)
  await maker.getByRole('button', { name: 'Cho vào túi' }).click()
  t.is(await maker.locator('.govuk-error-summary').count(), 1)
  await assertAccessible(t, maker)
  await maker.getByLabel('Số niêm phong').fill('NP 000123')
  await maker.getByRole('button', { name: 'Niêm phong túi' }).click()
  await maker.getByRole('button', { name: 'In nhãn túi' }).waitFor()
  await assertAccessible(t, maker)

  await opener.goto(`${all.url}/staff/bags/${bag}`)
  await assertAccessible(t, opener)
  await opener.getByLabel('Số niêm phong').fill('NP 000132')
  await opener.getByLabel('Mã bưu gửi có trong túi').fill(codes.slice(1).join('\n'))
  await opener.getByRole('button', { name: 'Ghi kết quả mở túi' }).click()
  await opener.getByRole('heading', { name: 'Không như lúc niêm phong' }).waitFor()
  await assertAccessible(t, opener)
})
