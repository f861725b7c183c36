import test, { type ExecutionContext } from 'ava'
import type { Page } from 'playwright-core'
import { assertAccessible } from '../../support/accessible.ts'
import { browser } from '../../support/browser.ts'
import { hoa } from '../../support/papers.ts'
import { krongNo, policeKrongNo, type Scenario, scan, scenario } from '../../support/scenario.ts'
import { staffPage } from '../../support/staff-browser.ts'

const named = (name: string) => `[name="${name}"]`

async function writeHoa(page: Page) {
  await page.fill(named('applicant.id_number'), hoa.id_number)
  await page.fill(named('applicant.name'), hoa.name)
  await page.fill(named('applicant.phone'), '0912 345 678')
  await page.fill(named('applicant.address.line'), hoa.address.line)
  await page.selectOption(named('applicant.address.unit_code'), hoa.address.unit_code)
}

const textOf = async (page: Page, selector: string) => (await page.locator(selector).textContent()) ?? ''

const takeInButton = 'button:has-text("Nhận hồ sơ")'

async function isPdf(t: ExecutionContext, page: Page, words: string) {
  const href = await page.getByRole('link', { name: words }).first().getAttribute('href')
  const reply = await page.request.get(new URL(String(href), page.url()).href)
  t.is(reply.headers()['content-type'], 'application/pdf', words)
  t.is((await reply.body()).subarray(0, 5).toString(), '%PDF-', words)
}

for (const javaScriptEnabled of [true, false]) {
  test(`a dossier is taken in and printed ${javaScriptEnabled ? 'with' : 'without'} JavaScript`, async t => {
    const all = await scenario(t)
    const clerk = await all.person('clerk', krongNo)
    const page = await staffPage(t, { opened: await browser(t), all, person: clerk }, { javaScriptEnabled })

    await page.goto(`${all.url}/staff/counter`)
    await page.fill('[name=q]', 'cap lai the can cuoc')
    await page.keyboard.press('Enter')
    await page.getByRole('link', { name: 'Cấp lại thẻ căn cước (thực hiện tại cấp huyện)' }).click()
    t.is(await page.inputValue(named('documents.0.originals')), '1')

    await page.fill(named('applicant.phone'), '12')
    await page.fill(named('documents.0.originals'), '0')
    await page.click(takeInButton)
    t.regex(await page.title(), /^Lỗi: /)
    const summary = await textOf(page, '.govuk-error-summary')
    for (const words of ['Còn thiếu', 'Xin ghi tên chủ hồ sơ', 'Số điện thoại này', 'Xin chọn xã, phường'])
      t.true(summary.includes(words), `${words} is missing in: ${summary}`)
    t.is(await page.inputValue(named('applicant.phone')), '12', 'what was typed is kept')

    await page.fill(named('documents.0.originals'), '1')
    await writeHoa(page)
    await page.click('button:has-text("Tính cước")')
    t.true((await textOf(page, '.bt-quote')).includes('60.000 đ'))
    await page.click(takeInButton)
    await page.waitForURL(/\/staff\/dossiers\/BT642100\d{10}\?done=intake$/)
    t.regex(await textOf(page, '.bt-numbers'), /PA \d{3} \d{3} \d{3} VN[\s\S]*[\w]{4}-[\w]{4}-[\w]{4}/)
    for (const paper of ['In phiếu gửi', 'cỡ 100×150', 'cỡ A6']) await isPdf(t, page, paper)

    await page.getByRole('button', { name: 'Hồ sơ tiếp theo của cùng gia đình' }).click()
    t.is(await page.inputValue(named('applicant.address.line')), hoa.address.line)
    t.regex(await page.inputValue(named('parcel_code')), /^PA/)
  })
}

test('a practised clerk needs only the keyboard', async t => {
  const all = await scenario(t)
  const page = await staffPage(t, { opened: await browser(t), all, person: await all.person('clerk', krongNo) })
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key)
  }
  await page.goto(`${all.url}/staff/counter`)
  await page.keyboard.type('cap lai the can cuoc huyen')
  await press('Enter')
  await page.waitForURL(/q=/)
  await press('Enter')
  await page.waitForURL(/procedure=identity-district-03/)
  await press('Enter')
  await page.keyboard.type(`${hoa.id_number}||${hoa.name}|01011990|Nữ|Tổ 3|01012022`)
  await press('Enter')
  t.is(await page.inputValue(named('applicant.name')), hoa.name, 'the scanned card filled the name')
  await page.keyboard.type('0912345678')
  await press('Tab', 'Tab')
  await page.keyboard.type('dak mam')
  t.is(await page.inputValue(named('applicant.address.unit_code')), hoa.address.unit_code)
  await page.focus(named('applicant.phone'))
  await press('Enter')
  await page.waitForURL(/done=intake/)
  t.is(await page.evaluate(() => document.activeElement?.textContent?.slice(0, 12)), 'In phiếu gửi')
})

test('every page of the counter is accessible, also with errors', async t => {
  const all = await scenario(t)
  const clerk = await all.person('clerk', krongNo)
  const page = await staffPage(t, { opened: await browser(t), all, person: clerk })
  for (const path of ['/staff/counter', '/staff/counter?q=can+cuoc', '/staff/counter?q=zzz', '/staff/dossiers']) {
    await page.goto(all.url + path)
    await assertAccessible(t, page)
  }
  await page.goto(`${all.url}/staff/counter/new?procedure=identity-district-03`)
  await assertAccessible(t, page)
  await page.check(`${named('applicant.kind')}[value=organisation]`)
  await page.fill(named('documents.0.originals'), 'x')
  await page.fill(named('applicant.phone'), '12')
  await page.click(takeInButton)
  await assertAccessible(t, page)
  await page.check(`${named('applicant.kind')}[value=person]`)
  await page.fill(named('documents.0.originals'), '1')
  await writeHoa(page)
  await page.click(takeInButton)
  await page.waitForURL(/done=intake/)
  await assertAccessible(t, page)
  await page.goto(`${all.url}/staff/dossiers`)
  await assertAccessible(t, page)
})

test('an officer accepts, asks, announces and packs on the dossier’s page', async t => {
  const all = await scenario(t)
  const [clerk, officer] = [await all.person('clerk', krongNo), await all.person('officer', policeKrongNo)]
  const opened = await browser(t)
  const counter = await staffPage(t, { opened, all, person: clerk })
  await counter.goto(`${all.url}/staff/counter/new?procedure=identity-district-03`)
  await writeHoa(counter)
  await counter.click(takeInButton)
  await counter.waitForURL(/done=intake/)
  const path = new URL(counter.url()).pathname

  const page = await staffPage(t, { opened, all, person: officer })
  await page.goto(`${all.url}${path}`).then(reply => t.is(reply?.status(), 200))
  await page.click('button:has-text("Tiếp nhận")')
  t.true((await textOf(page, '.govuk-error-summary')).includes('chưa được quét nhận'))
  await lodge(all, officer)
  await page.getByText('Yêu cầu bổ sung', { exact: true }).first().click()
  await page.click('button:has-text("Yêu cầu bổ sung")')
  t.true((await textOf(page, '.govuk-error-summary')).includes('Xin ghi giấy tờ cần bổ sung.'))
  await assertAccessible(t, page)
  await page.goto(`${all.url}${path}`)
  await page.fill(named('acceptance.due'), '2026-12-01')
  await page.click('button:has-text("Tiếp nhận")')
  await page.waitForURL(/done=acceptance/)
  await isPdf(t, page, 'In giấy tiếp nhận')
  await assertAccessible(t, page)
  await page.getByText('Báo có kết quả', { exact: true }).first().click()
  await page.fill(named('result.papers'), 'Thẻ căn cước')
  await page.click('button:has-text("Báo có kết quả")')
  await page.waitForURL(/done=result/)
  await page.click('button:has-text("Làm bưu gửi trả kết quả")')
  await page.waitForURL(/done=parcel/)
  await isPdf(t, page, 'In nhãn')
  await assertAccessible(t, page)
})

async function lodge({ db, clock }: Scenario, officer: Awaited<ReturnType<Scenario['person']>>) {
  const { code = '' } = (await db('parcels').first('code')) ?? {}
  await officer.post('/scans', { sent_at: clock().toISOString(), scans: [scan('lodge', code, clock())] })
}
