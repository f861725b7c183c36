import test from 'ava'
import type { Page } from 'playwright-core'
import { atKrongNo, onItsWayHome } from '../../support/at-krong-no.ts'
import { browser, openPage } from '../../support/browser.ts'
import { scenario } from '../../support/scenario.ts'

const kB = 1000

test.serial('citizens’ pages work without scripts, and leave no cookie', async t => {
  const all = await scenario(t)
  const { lookup_code } = await onItsWayHome(all, await atKrongNo(all))
  const page = await openPage(t, await browser(t), { javaScriptEnabled: false })
  await page.goto(`${all.url}/`)
  await page.getByLabel('Nhập mã tra cứu').fill(lookup_code)
  await page.getByRole('button', { name: 'Xem hồ sơ' }).click()
  t.regex(await page.locator('h1').innerText(), /^Kết quả đã về/)
  await page.getByRole('button', { name: 'English' }).click()
  t.regex(await page.locator('h1').innerText(), /^Your result/)
  await page.getByRole('link', { name: 'Procedures' }).click()
  await page.getByLabel('Find a procedure').fill('con dau')
  await page.getByRole('button', { name: 'Find' }).click()
  t.true((await page.locator('.list li').count()) > 0)
  t.is(await page.locator('script').count(), 0)
  t.deepEqual(await page.context().cookies(), [])
})

test.serial('no citizens’ page weighs more than 30 kB, with everything it loads', async t => {
  const all = await scenario(t)
  const { lookup_code } = await onItsWayHome(all, await atKrongNo(all))
  const opened = await browser(t)
  for (const path of ['/', '/en', '/thu-tuc', '/thu-tuc/identity-district-03', `/tra-cuu/${lookup_code}`, '/nothing']) {
    // A context each: nothing is in its cache yet.
    const page = await openPage(t, opened)
    const bytes = await weightOf(page, all.url + path)
    t.log(`${path.replace(lookup_code, '…')}: ${(bytes / kB).toFixed(1)} kB`)
    t.true(bytes <= 30 * kB, `${path}: ${bytes}`)
    await page.context().close()
  }
})

/** What goes over the wire for a page that was never seen: headers and compressed bodies of everything. */
async function weightOf(page: Page, url: string): Promise<number> {
  let bytes = 0
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength
  })
  await page.goto(url, { waitUntil: 'networkidle' })
  return bytes
}

test.serial('what is loaded once is kept for a year', async t => {
  const { url } = await scenario(t)
  const page = await openPage(t, await browser(t))
  await page.goto(`${url}/`)
  const sheet = await page.locator('link[rel=stylesheet]').getAttribute('href')
  const reply = await fetch(`${url}${sheet}`)
  t.is(reply.headers.get('cache-control'), 'max-age=31536000,immutable')
  t.is((await fetch(`${url}/`)).headers.get('cache-control'), 'no-store')
})
