import test from 'ava'
import type { Page } from 'playwright-core'
import { hour } from '../../../src/kit/time.ts'
import { assertAccessible } from '../../support/accessible.ts'
import { atKrongNo, onItsWayHome, scanned, takenIn } from '../../support/at-krong-no.ts'
import { browser, openPage } from '../../support/browser.ts'
import { scenario } from '../../support/scenario.ts'

const firstLine = (page: Page) => page.locator('h1').innerText()

test.serial('the first page asks for one thing, and says where it is printed', async t => {
  const { url } = await scenario(t)
  const page = await openPage(t, await browser(t))
  await page.goto(`${url}/`)
  t.is(await firstLine(page), 'Hồ sơ của ông/bà đến đâu rồi?')
  t.is(await page.getByLabel('Nhập mã tra cứu trên phiếu gửi').count(), 1)
  t.true(await page.getByRole('img', { name: 'Mã tra cứu' }).isVisible())
  await assertAccessible(t, page)
  await page.getByRole('link', { name: 'English' }).click()
  t.is(new URL(page.url()).pathname, '/en')
  t.is(await page.locator('html').getAttribute('lang'), 'en')
  await assertAccessible(t, page)
})

test.serial('an empty field is answered at the top, beside the field and in the title', async t => {
  const { url } = await scenario(t)
  const page = await openPage(t, await browser(t))
  await page.goto(`${url}/`)
  await page.getByRole('button', { name: 'Xem hồ sơ' }).click()
  t.true((await page.title()).startsWith('Lỗi: '))
  t.is(await page.evaluate(() => document.activeElement?.className), 'errors')
  t.is(await page.getByText('Xin nhập mã tra cứu in trên phiếu gửi.').count(), 2)
  await assertAccessible(t, page)
  await page.getByRole('link', { name: 'Xin nhập mã' }).click()
  t.is(await page.evaluate(() => document.activeElement?.id), 'code')
})

test.serial('the code on the slip opens the answer, what to bring and what to pay', async t => {
  const all = await scenario(t)
  const payment = { payer: 'recipient', when: 'delivery', method: 'cash' }
  const staff = await atKrongNo(all)
  const { lookup_code, home } = await onItsWayHome(all, staff, { payment })
  const page = await openPage(t, await browser(t))
  await page.goto(`${all.url}/`)
  await page.getByLabel('Nhập mã tra cứu').fill(lookup_code.toLowerCase().replaceAll('-', ' '))
  await page.getByRole('button', { name: 'Xem hồ sơ' }).click()

  t.is(await firstLine(page), 'Kết quả đã về Bưu điện Krông Nô. Bưu tá sẽ mang đến địa chỉ của ông/bà.')
  t.is(new URL(page.url()).pathname, '/', 'the code never stands in an address we make')
  const text = await page.locator('main').innerText()
  t.regex(text, /Dự kiến có trước 8 giờ 03, thứ Tư 25\/11\./)
  t.regex(text, /Người khác không nhận thay được/)
  t.regex(text, /Cước bưu điện: 60\.000 đ/)
  t.regex(text, /N\*\* T\*\* Hoa/)
  t.false(/Nguyễn|0912|Tổ 3/.test(await page.content()))
  await assertAccessible(t, page)

  await page.getByRole('button', { name: 'English' }).click()
  t.is(new URL(page.url()).pathname, '/en')
  t.is(await firstLine(page), 'Your result has reached Bưu điện Krông Nô. A courier will bring it to you.')
  await assertAccessible(t, page)

  await scanned(all, staff.courier, 'load', home)
  await page.goto(`${all.url}/tra-cuu/${lookup_code.replaceAll('-', '')}`)
  t.is(await firstLine(page), 'Bưu tá đang mang kết quả đến địa chỉ của ông/bà.')
  all.clock.move(50 * hour)
  await page.reload()
  t.regex(
    await page.locator('main').innerText(),
    /chưa giữ được lời hẹn. Xin lỗi ông\/bà[\s\S]*Hỏi Bưu điện Krông Nô: 0261 3584 887/,
  )
  await assertAccessible(t, page)
})

test.serial('what is missing is listed with its last day', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { courier, officer } = staff
  const { reference, lookup_code, parcel } = await takenIn(all, staff)
  await scanned(all, courier, 'depart', parcel.code)
  await scanned(all, officer, 'lodge', parcel.code)
  const asked = { items: ['Ảnh chân dung 4×6'], reason: 'Ảnh nộp kèm đã cũ', until: '2026-12-01' }
  await officer.post(`/dossiers/${reference}/supplement-request`, asked)
  const page = await openPage(t, await browser(t))
  await page.goto(`${all.url}/tra-cuu/${lookup_code}`)
  t.is(await firstLine(page), 'Công an cần ông/bà bổ sung giấy tờ.')
  t.regex(await page.locator('main').innerText(), /Ảnh chân dung 4×6[\s\S]*Hạn nộp: thứ Ba 01\/12\/2026/)
  await assertAccessible(t, page)
})

test.serial('a code that can be guessed tells the step, and the rest only with the phone number', async t => {
  const all = await scenario(t)
  const { home } = await onItsWayHome(all, await atKrongNo(all))
  const page = await openPage(t, await browser(t))
  await page.goto(`${all.url}/`)
  await page.getByLabel('Nhập mã tra cứu').fill(home)
  await page.getByRole('button', { name: 'Xem hồ sơ' }).click()
  t.regex(await page.locator('main').innerText(), /Kết quả đang trên đường về\./)
  t.false(/Hoa|Krông Nô|căn cước|BT642100/.test(await page.content()), 'nobody, no place and no procedure')
  await assertAccessible(t, page)
  const tail = page.getByLabel('Hoặc nhập 4 số cuối')
  await tail.fill('56')
  await page.getByRole('button', { name: 'Xem đầy đủ' }).click()
  t.is(await page.getByText('Xin nhập đúng 4 chữ số cuối của số điện thoại.').count(), 2)
  t.is(await tail.inputValue(), '56')
  await assertAccessible(t, page)
  await tail.fill('5678')
  await page.getByRole('button', { name: 'Xem đầy đủ' }).click()
  t.regex(await firstLine(page), /^Kết quả đã về Bưu điện Krông Nô/)
})

test.serial('the catalogue is found without accents and says what is unverified', async t => {
  const { url } = await scenario(t)
  const page = await openPage(t, await browser(t))
  await page.goto(`${url}/thu-tuc`)
  t.is(await page.locator('.list li').count(), 88)
  await assertAccessible(t, page)
  await page.getByLabel('Tìm thủ tục').fill('ho chieu')
  await page.getByLabel('Nơi giải quyết').selectOption('Cấp xã')
  await page.getByRole('button', { name: 'Tìm' }).click()
  t.is(await page.locator('.list li').count(), 1)
  t.is(await page.getByRole('status').innerText(), '1 thủ tục')
  await page.locator('.list a').click()
  t.regex(await page.locator('main').innerText(), /Trình báo mất hộ chiếu[\s\S]*Giấy tờ cần có[\s\S]*chưa xác minh/)
  await assertAccessible(t, page)
  await page.getByRole('link', { name: 'English' }).click()
  t.regex(page.url(), /\/en\/procedures\/./)
  t.regex(await page.locator('main').innerText(), /Papers you need[\s\S]*unverified/)
  await assertAccessible(t, page)
  await page.goto(`${url}/en/procedures?q=zzz`)
  t.regex(await page.locator('main').innerText(), /No procedure matches/)
  await assertAccessible(t, page)
})
