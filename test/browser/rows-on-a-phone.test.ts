import test from 'ava'
import type { Page } from 'playwright-core'
import { assertAccessible } from '../support/accessible.ts'
import { atKrongNo, takenIn } from '../support/at-krong-no.ts'
import { browser } from '../support/browser.ts'
import { scenario } from '../support/scenario.ts'
import { staffPage } from '../support/staff-browser.ts'

test('on a phone a row is a card whose values say what they are', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  await takenIn(all, staff)
  const viewport = { width: 390, height: 800 }
  const page = await staffPage(t, { opened: await browser(t), all, person: staff.clerk }, { viewport })
  await page.goto(`${all.url}/staff/dossiers`)
  const heads = ['Chủ hồ sơ', 'Thủ tục', 'Trạng thái', 'Nhận ngày', 'Hẹn trả']
  t.deepEqual(await said(page), ['none', ...heads.map(head => `"${head}: "`)])
  t.true(await page.evaluate(() => (document.querySelector('table')?.scrollWidth ?? 999) < 390))
  await assertAccessible(t, page)
  await page.setViewportSize({ width: 1280, height: 800 })
  t.deepEqual([...new Set(await said(page))], ['none'])
})

/** What stands before each value of the first row. */
const said = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('tbody tr:first-child > *')].map(cell => getComputedStyle(cell, '::before').content),
  )
