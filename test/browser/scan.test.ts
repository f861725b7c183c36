import test from 'ava'
import { hour } from '../../src/kit/time.ts'
import { counter, eventsOf, scanned, scansWait } from '../support/at-the-station.ts'
import { browser } from '../support/browser.ts'
import { scenario } from '../support/scenario.ts'
import { deskOf, staffPage, untouched } from '../support/staff-browser.ts'

const spaced = (code: string) => `${code.slice(0, 2)} ${code.slice(2, 6)}-${code.slice(6)}`

test('one form records many codes, in any spelling, each with its verdict', async t => {
  const { all, officer, codes } = await counter(t, 2)
  const desk = await deskOf(all, officer)
  const sent = {
    ...untouched((await desk.get('/staff/scan')).text, 'scan'),
    codes: `${codes.map(spaced).join('\r\n')}\r\nPA123`,
  }
  const reply = await desk.post('/staff/scan', sent)
  t.is(reply.status, 200)
  t.is((await eventsOf(all, 'lodge')).length, 2)
  t.regex(reply.text, /1 không ghi · 2 đã ghi/)
  t.regex(reply.text, /Không có bưu gửi nào mang mã này/)
})

test('a form sent twice, even at once, is one scan', async t => {
  const { all, officer, codes } = await counter(t)
  const desk = await deskOf(all, officer)
  const sent = { ...untouched((await desk.get('/staff/scan')).text, 'scan'), codes: String(codes[0]) }
  const both = await Promise.all([desk.post('/staff/scan', sent), desk.post('/staff/scan', sent)])
  all.clock.move(hour)
  const later = await desk.post('/staff/scan', sent)
  for (const { status, text } of [...both, later]) {
    t.is(status, 200)
    t.regex(text, /id="verdicts">Đã ghi</)
  }
  t.is((await eventsOf(all, 'lodge')).length, 1)
  t.is((await all.db('scans').whereRaw(`body->>'step' = 'lodge'`)).length, 1)
})

test('a wrong form says everything at once and keeps what was typed', async t => {
  const { all, clerk } = await counter(t)
  const desk = await deskOf(all, clerk)
  const none = await desk.post('/staff/scan', { step: 'lodge', codes: ' ' })
  t.is(none.status, 422)
  t.regex(none.text, /Lỗi: Bàn quét[\s\S]*Xin chọn thao tác[\s\S]*Xin quét hoặc nhập mã/)
  const bent = await desk.post('/staff/scan', { step: 'hold', codes: 'PÁ000000015VN' })
  t.regex(bent.text, /tắt bộ gõ tiếng Việt/)
  t.regex(bent.text, /2026-11-23/)
  t.regex(bent.text, />PÁ000000015VN<\/textarea>/)
  t.is((await all.db('scans').whereRaw(`body->>'step' <> 'accept'`)).length, 0)
})

test('what a step needs is asked for, and told to the parcel', async t => {
  const { all, clerk, codes } = await counter(t)
  const desk = await deskOf(all, clerk)
  const held = await desk.post('/staff/scan', { step: 'hold', 'hold.until': '30/11/2026', codes: String(codes[0]) })
  t.regex(held.text, /id="verdicts">Đã ghi</)
  t.is((await all.db('parcel_presents').first('held_until'))?.held_until, '2026-11-30')
})

test('an own scan is taken back once, with a reason; a foreign one is not found', async t => {
  const { all, clerk, officer, codes } = await counter(t)
  const desk = await deskOf(all, officer)
  await desk.post('/staff/scan', { step: 'lodge', codes: String(codes[0]) })
  const [lodged] = await eventsOf(all, 'lodge')
  const path = `/staff/scan/${lodged?.id}/undo`
  t.is((await (await deskOf(all, clerk)).get(path)).status, 404)
  t.is((await desk.post(path, { reason: '' })).status, 422)
  for (const _ of [1, 2])
    t.is((await desk.post(path, { reason: 'quét nhầm' })).location, '/staff/scan?step=lodge&done=undo')
  t.is((await eventsOf(all, 'correct')).length, 1)
  t.is((await all.db('parcel_presents').first('holder_kind'))?.holder_kind, 'post_office')
  t.regex((await desk.get('/staff/scan')).text, /Đã hủy/)
})

test('who scans nothing cannot open the station', async t => {
  const all = await scenario(t)
  const desk = await deskOf(all, await all.person('auditor', null))
  t.is((await desk.get('/staff/scan')).status, 403)
  t.is(
    (await fetch(`${all.url}/staff/scan`, { redirect: 'manual' })).headers.get('location'),
    '/staff/sign-in?next=%2Fstaff%2Fscan',
  )
})

test('a scan that is not simply recorded stops the line until a hand lets it go', async t => {
  const { all, clerk } = await counter(t)
  const page = await staffPage(t, { opened: await browser(t), all, person: clerk })
  await page.goto(`${all.url}/staff/scan`)
  await scanned(page, 'PA999')
  await page.waitForSelector('dialog[open]')
  await page.keyboard.type('PA000000015VN')
  await page.keyboard.press('Enter')
  t.true(await page.isVisible('dialog[open]'), 'the scanner’s own Enter does not close it')
  await page.keyboard.press('F9')
  t.false(await page.isVisible('dialog'))
  t.is(await page.inputValue('textarea'), '')
})

test('scans made with no network wait, and are sent when it is over', async t => {
  await scansWait(t, route => route.abort('internetdisconnected'))
})

test('what the server will never take goes back to whoever scanned it, and holds nobody up', async t => {
  const { all, officer, codes } = await counter(t, 2)
  const page = await staffPage(t, { opened: await browser(t), all, person: officer })
  await page.goto(`${all.url}/staff/scan`)
  await page.route('**/staff/scan', route => route.fulfill({ status: 413 }), { times: 1 })
  await scanned(page, String(codes[0]))
  await page.waitForSelector('text=lỗi 413')
  t.is(await page.inputValue('textarea'), `${codes[0]}\n`)
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => document.querySelectorAll('#last .bt-line').length === 1)
  t.is((await eventsOf(all, 'lodge')).length, 1)
})
