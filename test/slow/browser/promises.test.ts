import test from 'ava'
import { assertAccessible } from '../../support/accessible.ts'
import { browser } from '../../support/browser.ts'
import { giaNghia, krongNo, policeKrongNo, scenario } from '../../support/scenario.ts'
import { staffPage } from '../../support/staff-browser.ts'

const heading = 'from_unit,to_unit,days,leaves,arrives,on_holidays'
const timetable = [
  heading,
  `${giaNghia},${krongNo},1-6,05:00,07:00,yes`,
  `${krongNo},${giaNghia},1-6,16:00,06:30+1,no`,
  `${krongNo},,1-5,13:30,17:00,no`,
  `${policeKrongNo},${krongNo},1-5,16:00,16:15,no`,
].join('\n')

test('what promises stand on reads well, is previewed, confirmed and printed', async t => {
  const all = await scenario(t)
  const opened = await browser(t)
  const page = await staffPage(t, { opened, all, person: await all.person('admin', null) })
  const at = `${all.url}/staff/admin/promises`
  await page.goto(at)
  await assertAccessible(t, page)
  await page.goto(`${at}/departures/import`)
  await assertAccessible(t, page)
  await page.fill('#csv', `${heading}\nx,y,9,z,1,2\n${giaNghia},${giaNghia},1,05:00,04:00,no`)
  await page.click('button:has-text("Xem trước")')
  t.regex(await page.title(), /^Lỗi: /)
  await assertAccessible(t, page)
  await page.fill('#csv', timetable)
  await page.click('button:has-text("Xem trước")')
  await assertAccessible(t, page)
  await page.click('button:has-text("Xác nhận và áp dụng")')
  await page.goto(`${at}/timetable`)
  await assertAccessible(t, page)
  await page.goto(at)
  t.is((await all.db('departures')).length, 6 + 6 + 5 + 5)
})
