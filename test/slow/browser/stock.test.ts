import test from 'ava'
import { day } from '../../../src/kit/time.ts'
import { assertAccessible } from '../../support/accessible.ts'
import { browser } from '../../support/browser.ts'
import { counted, filled } from '../../support/counted.ts'
import { giaNghia, krongNo, scenario } from '../../support/scenario.ts'
import { staffPage } from '../../support/staff-browser.ts'

test('every page of a stock count can be read and used by everybody', async t => {
  const all = await scenario(t)
  const { clerk, supervisor, codes } = await filled(all, 4)
  await counted(all, clerk, krongNo, codes.slice(1))
  all.clock.move(day)
  const opened = await browser(t)
  const desk = await staffPage(t, { opened, all, person: clerk })
  await desk.goto(`${all.url}/staff/stock`)
  await assertAccessible(t, desk)
  await desk.getByRole('button', { name: 'Bắt đầu kiểm kê' }).click()
  await assertAccessible(t, desk)
  await desk.getByRole('button', { name: 'Chốt kiểm kê' }).click()
  t.is(await desk.locator('.govuk-error-summary').count(), 1)
  await assertAccessible(t, desk)
  await desk.getByLabel('Mã bưu gửi trong tủ').fill(`${codes[1]}\nPA999999999VN`)
  await desk.getByRole('button', { name: 'Ghi các mã này' }).click()
  await desk.getByText('Không rõ mã của ai').waitFor()
  t.is(await desk.evaluate('document.activeElement.id'), 'codes', 'the scanner goes on where it was')
  await assertAccessible(t, desk)
  await desk.getByRole('button', { name: 'Chốt kiểm kê' }).click()
  await desk.getByRole('heading', { name: 'Thiếu (3)' }).waitFor()
  await assertAccessible(t, desk)

  const clerk2 = await all.person('clerk', giaNghia)
  const over = await counted(all, clerk2, giaNghia, codes.slice(2, 3))
  const there = await staffPage(t, { opened, all, person: clerk2 })
  await there.goto(`${all.url}/staff/stock/${over.id}`)
  await assertAccessible(t, there)
  const room = await staffPage(t, { opened, all, person: supervisor })
  for (const path of ['/staff/stock', '/staff/control']) {
    await room.goto(all.url + path)
    await assertAccessible(t, room)
  }
})
