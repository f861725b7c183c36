import test from 'ava'
import { hour } from '../../../src/kit/time.ts'
import { assertAccessible } from '../../support/accessible.ts'
import { scanned, takenIn } from '../../support/at-krong-no.ts'
import { browser } from '../../support/browser.ts'
import { released } from '../../support/released.ts'
import { scenario } from '../../support/scenario.ts'
import { staffPage } from '../../support/staff-browser.ts'

test('every page of a hand-over can be read and used by everybody', async t => {
  const all = await scenario(t)
  const { clerk, courier, officer, codes, id } = await released(all, 2)
  const loose = (await takenIn(all, { clerk, courier, officer })).parcel.code
  await scanned(all, courier, 'depart', loose)
  all.clock.move(5 * hour)
  const opened = await browser(t)
  const [giver, taker] = [
    await staffPage(t, { opened, all, person: courier }),
    await staffPage(t, { opened, all, person: officer }),
  ]
  await giver.goto(`${all.url}/staff/handovers`)
  await assertAccessible(t, giver)
  await giver.goto(`${all.url}/staff/handovers/new`)
  await assertAccessible(t, giver)
  await giver.getByRole('button', { name: 'Ký giao' }).click()
  t.is(await giver.locator('.govuk-error-summary').count(), 1)
  await assertAccessible(t, giver)
  await giver.goto(`${all.url}/staff/handovers/${id}`)
  await assertAccessible(t, giver)

  await taker.goto(`${all.url}/staff/handovers/${id}`)
  await assertAccessible(t, taker)
  await taker.getByLabel('Mã bưu gửi đã nhận').fill(String(codes[0]))
  await taker.getByRole('button', { name: 'Đối chiếu, chưa ký' }).click()
  t.regex(await taker.locator('#tally').innerText(), /Chưa khớp/)
  await assertAccessible(t, taker)
  await taker.getByRole('button', { name: 'Ký nhận' }).click()
  await taker.getByRole('heading', { name: 'Thiếu và thừa' }).waitFor()
  await assertAccessible(t, taker)
  await taker.getByRole('button', { name: 'Ghi lý do' }).click()
  t.is(await taker.locator('.govuk-error-summary').count(), 1)
  await assertAccessible(t, taker)
})
