import test from 'ava'
import { assertAccessible } from '../../support/accessible.ts'
import { counter, scanned, scansWait } from '../../support/at-the-station.ts'
import { browser } from '../../support/browser.ts'
import { krongNo } from '../../support/scenario.ts'
import { staffPage } from '../../support/staff-browser.ts'

test('the station works without a script, and reads well empty, filled and in error', async t => {
  const { all, officer, codes } = await counter(t)
  const opened = await browser(t)
  const page = await staffPage(t, { opened, all, person: officer }, { javaScriptEnabled: false })
  await page.goto(`${all.url}/staff/scan`)
  await page.fill('textarea', String(codes[0]))
  await page.click('button:text-is("Ghi")')
  t.regex(String(await page.textContent('#outcome')), /Đã ghi/)
  const checked = await staffPage(t, { opened, all, person: await all.person('clerk', krongNo) })
  await checked.goto(`${all.url}/staff/scan`)
  await assertAccessible(t, checked)
  await checked.check('[value=deliver]')
  t.true(await checked.isVisible('text=Ai đã nhận'))
  await scanned(checked, String(codes[0]))
  await checked.waitForSelector('.govuk-error-summary')
  t.regex(String(await checked.textContent('#outcome')), /Xin chọn ai đã nhận/)
  t.is(await checked.inputValue('textarea'), `${codes[0]}\n`, 'a code that was not taken stays under the hands')
  await assertAccessible(t, checked)
})

test('ten scans typed back to back against a slow server are ten events, in order', async t => {
  const { all, officer, codes } = await counter(t, 10)
  const page = await staffPage(t, { opened: await browser(t), all, person: officer })
  await page.goto(`${all.url}/staff/scan`)
  await page.route('**/staff/scan', async route => {
    await new Promise(resolve => setTimeout(resolve, 100))
    await route.continue()
  })
  for (const code of codes) await scanned(page, code)
  await page.waitForFunction(() => document.querySelectorAll('#last .bt-line').length === 10)
  const events = await all
    .db('custody_events')
    .join('parcels', 'parcels.id', 'parcel_id')
    .where({ step: 'lodge' })
    .orderByRaw('custody_events.ctid')
    .select('code')
  t.deepEqual(
    events.map(({ code }) => code),
    codes,
  )
  t.is(await page.evaluate(() => document.activeElement?.tagName), 'TEXTAREA')
  await assertAccessible(t, page)
})

for (const [who, answer] of Object.entries({
  'a server that is busy': { status: 429 },
  'a network that answers with a page of its own': { status: 200, contentType: 'text/html', body: '<h1>Wi-Fi</h1>' },
}))
  test(`scans made with ${who} wait, and are sent when it is over`, t => scansWait(t, route => route.fulfill(answer)))
