import test from 'ava'
import { minute } from '../../../src/kit/time.ts'
import { assertAccessible } from '../../support/accessible.ts'
import { atKrongNo, scanned } from '../../support/at-krong-no.ts'
import { browser } from '../../support/browser.ts'
import { bhim, nobodyHome, onRound, report, resultsFor } from '../../support/on-a-round.ts'
import { krongNo, scenario } from '../../support/scenario.ts'
import { staffPage } from '../../support/staff-browser.ts'

const lan = { name: "H'Lan Niê", id_number: '067190005555', phone: '0905111222' }

test('a courier reports a stop in few taps, on pages that everybody can read and use', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const codes = (await resultsFor(all, staff, [{}, {}, bhim, lan])).map(({ code }) => code)
  const ill = await all.person('courier', krongNo)
  await onRound(all, { ...staff, courier: ill }, codes.slice(3))
  const opened = await browser(t)
  const phone = await staffPage(t, { opened, all, person: staff.courier }, { viewport: { width: 390, height: 780 } })
  await phone.goto(`${all.url}/staff/round`)
  await assertAccessible(t, phone)
  await onRound(all, staff, codes.slice(0, 3))
  all.clock.move(minute)
  await phone.reload()
  await assertAccessible(t, phone)

  await phone.getByRole('link', { name: 'Nguyễn Thị Hoa' }).click()
  await assertAccessible(t, phone)
  await phone.getByRole('button', { name: 'Ghi đã phát' }).click()
  t.is(await phone.locator('.govuk-error-summary').count(), 1)
  await assertAccessible(t, phone)
  await phone.getByLabel('chính người nhận').click()
  await phone.getByRole('button', { name: 'Ghi đã phát' }).click()
  await phone.getByText('Đã ghi: đã phát.').waitFor()
  await assertAccessible(t, phone)

  await phone.getByRole('link', { name: 'Y Bhĭm' }).click()
  await phone.getByRole('button', { name: 'Chưa phát được' }).click()
  await assertAccessible(t, phone)
  await phone.getByRole('button', { name: 'Ghi chưa phát được' }).click()
  t.is(await phone.locator('.govuk-error-summary').count(), 1)
  await assertAccessible(t, phone)
  await phone.getByLabel('không có người nhận').click()
  await phone.getByLabel('sẽ phát lại').click()
  await phone.getByRole('button', { name: 'Ghi chưa phát được' }).click()
  await phone.getByText('Nhận thay bưu tá khác').click()
  await phone.getByRole('button', { name: /^Nhận thay/ }).click()
  await phone.getByText('Đã nhận thay.').waitFor()
  t.is(await phone.getByRole('link', { name: "H'Lan Niê" }).count(), 1)
})

test('the pages of an office’s rounds can be read and used by everybody', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const codes = (await resultsFor(all, staff, [{}, {}, bhim])).map(({ code }) => code)
  const round = await onRound(all, staff, codes)
  all.clock.move(minute)
  await report(staff.courier, round, 1, nobodyHome({ measure: 'hold' }))
  for (const code of codes.slice(0, 2)) await scanned(all, staff.clerk, 'arrive', code)
  const opened = await browser(t)
  const desk = await staffPage(t, { opened, all, person: staff.clerk })
  await desk.goto(`${all.url}/staff/rounds`)
  await assertAccessible(t, desk)
  await desk.getByText('Lập chuyến phát').first().click()
  await desk.getByRole('button', { name: 'Lập chuyến phát' }).click()
  await assertAccessible(t, desk)
  await desk.goto(`${all.url}/staff/collections?code=${codes[0]}`)
  await assertAccessible(t, desk)
  await desk.getByRole('button', { name: 'Ghi đã giao' }).click()
  await assertAccessible(t, desk)
  await desk.goto(`${all.url}/staff/rounds/${round.id}`)
  await assertAccessible(t, desk)
  await desk.getByRole('button', { name: 'Chốt chuyến phát' }).click()
  await assertAccessible(t, desk)
  await desk.getByLabel('Tiền bưu tá nộp').fill('5000')
  await desk.getByRole('button', { name: 'Chốt chuyến phát' }).click()
  await desk.getByText('Đã chốt.').waitFor()
  await assertAccessible(t, desk)
  const room = await staffPage(t, { opened, all, person: await all.person('supervisor', krongNo) })
  for (const path of ['/staff/rounds', `/staff/rounds/${round.id}`]) {
    await room.goto(all.url + path)
    await assertAccessible(t, room)
  }
})
