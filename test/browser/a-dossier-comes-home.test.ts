import test, { type ExecutionContext } from 'ava'
import type { Browser, Page } from 'playwright-core'
import { hour } from '../../src/kit/time.ts'
import { raiseAlerts } from '../../src/promises/raise-alerts.ts'
import { assertNoFindings } from '../support/accessible.ts'
import { browser, openPage } from '../support/browser.ts'
import { krongNo, policeKrongNo, type Scenario, scenario } from '../support/scenario.ts'
import { staffPage } from '../support/staff-browser.ts'

type Stage = { t: ExecutionContext; opened: Browser; all: Scenario }

/** A page of the product, seen: it answered, it has a heading, and axe finds nothing. */
async function see({ t, all }: Stage, page: Page, path: string) {
  const reply = await page.goto(all.url + path)
  t.is(reply?.status(), 200, path)
  await assertNoFindings(t, page)
}

async function scanned(stage: Stage, page: Page, step: string, code: string, detail?: string) {
  stage.all.clock.move(hour)
  await page.goto(`${stage.all.url}/staff/scan`)
  const usual = page.getByRole('radio', { name: step, exact: true })
  await page.locator('input[name=step]').first().waitFor()
  if (await usual.isVisible()) await usual.check()
  else await other(page, step)
  if (detail) await page.getByRole('radio', { name: detail }).check()
  await page.fill('textarea[name=codes]', code)
  // What was scanned before stands there too: only the answer to this one says that it is written.
  const answered = page.waitForResponse(reply => reply.request().method() === 'POST' && reply.url().includes('/scan'))
  await page.getByRole('button', { name: 'Ghi', exact: false }).first().click()
  await answered
  await page.getByText('Đã ghi').first().waitFor()
  await assertNoFindings(stage.t, page)
}

/** A step that is not among this person's usual ones stands one click further. */
async function other(page: Page, step: string) {
  await page.locator('summary', { hasText: 'Thao tác khác' }).first().click()
  await page.getByRole('radio', { name: step, exact: true }).check()
}

async function takeIn(stage: Stage, page: Page) {
  await see(stage, page, '/staff/counter')
  await see(stage, page, '/staff/counter?q=cap+lai+the+can+cuoc')
  await page
    .getByRole('link', { name: /Cấp lại thẻ căn cước.*cấp huyện/ })
    .first()
    .click()
  await page.getByLabel('Số giấy tờ').first().fill('067190001234')
  await page.getByLabel('Họ tên').first().fill('Nguyễn Thị Hoa')
  await page.getByLabel('Số điện thoại').first().fill('0912345678')
  await page.getByLabel('Số nhà').first().fill('Tổ 3')
  await page.getByLabel('Xã, phường').first().selectOption('24688')
  await assertNoFindings(stage.t, page)
  await page.getByRole('button', { name: 'Nhận hồ sơ', exact: true }).click()
  await page.getByText('Mã tra cứu').first().waitFor()
  await assertNoFindings(stage.t, page)
  const text = await page.locator('main').innerText()
  const found = (shape: RegExp) => shape.exec(text)?.[0].replace(/\s/g, '') ?? ''
  return {
    reference: found(/BT ?\d{6} ?\d{6} ?\d{4}/),
    code: found(/PA ?[\d ]{9,13} ?VN/),
    lookup: found(/[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}/),
  }
}

async function decided(stage: Stage, page: Page, reference: string, decision: string) {
  await page.goto(`${stage.all.url}/staff/dossiers/${reference}`)
  await assertNoFindings(stage.t, page)
  const button = page.getByRole('button', { name: decision, exact: true })
  if (!(await button.isVisible())) await page.locator('summary', { hasText: decision }).first().click()
  await button.click()
  await page.waitForLoadState()
}

test('a dossier goes out and its result comes home through the pages', async t => {
  const all = await scenario(t)
  const opened = await browser(t)
  const stage = { t, opened, all }
  const people = {
    clerk: await all.person('clerk', krongNo),
    courier: await all.person('courier', krongNo),
    officer: await all.person('officer', policeKrongNo),
    supervisor: await all.person('supervisor', krongNo),
  }
  const [clerk, courier, officer, supervisor] = await Promise.all(
    Object.values(people).map(person => staffPage(t, { opened, all, person })),
  )
  if (!clerk || !courier || !officer || !supervisor) return t.fail()

  const { reference, code, lookup } = await takeIn(stage, clerk)
  t.regex(reference, /^BT642100\d{10}$/)
  await scanned(stage, courier, 'Rời bưu cục', code)
  await scanned(stage, officer, 'Công an nhận hồ sơ', code)
  await see(stage, officer, '/staff/desk')
  await decided(stage, officer, reference, 'Tiếp nhận')
  all.clock.move(20 * hour)
  await decided(stage, officer, reference, 'Báo có kết quả')
  await see(stage, officer, '/staff/desk')
  await officer.getByRole('checkbox').first().check()
  await officer.getByRole('button', { name: 'Làm bưu gửi' }).first().click()
  await officer.waitForLoadState()
  await assertNoFindings(t, officer)
  const [home] = (await all.db('parcels').where({ purpose: 'result' }).pluck('code')) as string[]
  t.truthy(home)

  await scanned(stage, clerk, 'Nhận kết quả từ công an', String(home))
  all.clock.move(40 * hour)
  await raiseAlerts(all.db, all.clock())
  await see(stage, supervisor, '/staff/control')
  t.true(
    (await supervisor.locator('main').innerText()).replace(/\s/g, '').includes(String(home)),
    'the board shows the parcel',
  )
  await scanned(stage, courier, 'Nhận đi phát', String(home))

  const citizen = await openPage(t, opened, { javaScriptEnabled: true })
  await see(stage, citizen, '/')
  await citizen.locator('input[name=code]').fill(lookup.toLowerCase())
  await citizen.getByRole('button', { name: 'Xem hồ sơ' }).click()
  await citizen.getByText('N** T** Hoa').first().waitFor()
  t.false(citizen.url().includes(lookup), 'the code stays out of the address')
  t.regex(await citizen.locator('main').innerText(), /Bưu tá đang đi phát/)
  await assertNoFindings(t, citizen)

  await scanned(stage, courier, 'Đã phát', String(home), 'chính người nhận')
  await see(stage, citizen, `/tra-cuu/${lookup.replaceAll('-', '')}`)
  t.regex(await citizen.locator('main').innerText(), /Đã phát thành công/)
  await see(stage, clerk, `/staff/dossiers/${reference}`)
  t.regex(await clerk.locator('main').innerText(), /Đã trả kết quả/)
})
