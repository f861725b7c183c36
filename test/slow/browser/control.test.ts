import test, { type ExecutionContext } from 'ava'
import { hour, minute } from '../../../src/kit/time.ts'
import { raiseAlerts } from '../../../src/promises/raise-alerts.ts'
import { groupedItemCode } from '../../../templates/documents/code-groups.ts'
import { assertAccessible } from '../../support/accessible.ts'
import { browser } from '../../support/browser.ts'
import { papers } from '../../support/papers.ts'
import { giaNghia, krongNo, policeKrongNo, scan, scenario } from '../../support/scenario.ts'
import { deskOf, staffPage } from '../../support/staff-browser.ts'

/** A result that the post has had for 49 hours, its alert raised; and a scan that contradicts. */
async function lateResult(t: ExecutionContext) {
  const all = await scenario(t)
  const [clerk, officer] = [await all.person('clerk', krongNo), await all.person('officer', policeKrongNo)]
  const says = async (who: typeof clerk, step: string, code: string) => {
    all.clock.move(minute)
    await who.post('/scans', { sent_at: all.clock().toISOString(), scans: [scan(step, code, all.clock())] })
  }
  const { body } = await clerk.post('/dossiers', await papers(all.db, 'identity-district-03'))
  await says(officer, 'lodge', body.parcel.code)
  await officer.post(`/dossiers/${body.reference}/acceptance`, { due: '2026-11-27' })
  await officer.post(`/dossiers/${body.reference}/result`, { kind: 'granted' })
  const { code } = (await officer.post('/parcels', { purpose: 'result', dossiers: [body.reference] })).body
  await says(clerk, 'hand_back', code)
  await says(await all.person('officer', policeKrongNo), 'return_in_person', code)
  all.clock.move(49 * hour)
  await raiseAlerts(all.db, all.clock())
  return { all, clerk, code }
}

test('the first thing said is how the promises stand, and in whose hands they are', async t => {
  const { all, code } = await lateResult(t)
  const desk = await deskOf(all, await all.person('supervisor', giaNghia))
  const { text } = await desk.get('/staff/control')
  t.regex(text, /bt-figure__number">1<\/span><span class="bt-figure__name">[\s\S]{0,300}?Trễ/)
  t.regex(text, /Trễ 1 giờ/)
  t.true(text.includes('Bưu điện Krông Nô'))
  t.true(text.includes(groupedItemCode(code)))
})

test('a supervisor takes an alert on with a note, once', async t => {
  const { all } = await lateResult(t)
  const supervisor = await all.person('supervisor', giaNghia)
  const desk = await deskOf(all, supervisor)
  const [alert] = await all.db('alerts').whereNull('closed_at')
  const path = `/staff/control/alerts/${alert?.id}`
  t.is((await desk.post(path, { note: ' ' })).status, 422)
  t.is((await desk.post(path, { note: 'Đã gọi bưu cục' })).location, '/staff/control?done=alert')
  const again = await desk.post(path, { note: 'Tôi cũng gọi' })
  t.is(again.status, 422)
  t.regex(again.text, /đã có người nhận xử lý/)
  t.regex((await desk.get('/staff/control')).text, /Đã gọi bưu cục/)
})

test('a review is closed with a reason', async t => {
  const { all } = await lateResult(t)
  const desk = await deskOf(all, await all.person('supervisor', giaNghia))
  const [review] = await all.db('reviews').whereNull('closed_at')
  const path = `/staff/control/reviews/${review?.id}`
  t.is((await desk.post(path, { reason: '' })).status, 422)
  t.is((await desk.post(path, { reason: 'chọn nhầm thao tác' })).location, '/staff/control?done=review')
  t.is((await desk.post(path, { reason: 'lần nữa' })).location, '/staff/control?done=review')
  t.is(
    (
      await all
        .db('reviews')
        .where({ id: String(review?.id) })
        .first('reason')
    )?.reason,
    'chọn nhầm thao tác',
  )
})

test('an auditor reads and changes nothing; a clerk does not even read', async t => {
  const { all, clerk } = await lateResult(t)
  const [alert] = await all.db('alerts').whereNull('closed_at')
  const auditor = await deskOf(all, await all.person('auditor', null))
  const { status, text } = await auditor.get('/staff/control')
  t.is(status, 200)
  t.false(text.includes('/staff/control/alerts/'))
  t.is((await auditor.get(`/staff/control/alerts/${alert?.id}`)).status, 403)
  t.is((await auditor.post(`/staff/control/alerts/${alert?.id}`, { note: 'x' })).status, 403)
  t.is((await auditor.post(`/staff/control/reviews/${alert?.id}`, { reason: 'x' })).status, 403)
  t.is((await (await deskOf(all, clerk)).get('/staff/control')).status, 403)
})

test('the control room reads well, with and without a script, and in error', async t => {
  const { all } = await lateResult(t)
  const opened = await browser(t)
  const person = await all.person('supervisor', giaNghia)
  const bare = await staffPage(t, { opened, all, person }, { javaScriptEnabled: false })
  await bare.goto(`${all.url}/staff/control`)
  await bare.click('text=Nhận xử lý')
  t.true(await bare.isVisible('label:has-text("Sẽ làm gì")'))
  const page = await staffPage(t, { opened, all, person })
  await page.goto(`${all.url}/staff/control`)
  await assertAccessible(t, page)
  await page.click('text=Nhận xử lý')
  await page.click('button:has-text("Nhận xử lý")')
  t.regex(await page.title(), /^Lỗi: /)
  await assertAccessible(t, page)
  await page.fill('#note', 'Đã gọi')
  await page.click('button:has-text("Nhận xử lý")')
  await page.click('#reviews a')
  await assertAccessible(t, page)
})
