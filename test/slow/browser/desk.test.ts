import test, { type ExecutionContext } from 'ava'
import { minute } from '../../../src/kit/time.ts'
import { assertAccessible } from '../../support/accessible.ts'
import { browser } from '../../support/browser.ts'
import { papers } from '../../support/papers.ts'
import { krongNo, pc06, policeKrongNo, scan, scenario } from '../../support/scenario.ts'
import { deskOf, staffPage } from '../../support/staff-browser.ts'

const procedure = 'identity-district-03'

/** Dossiers of one applicant for the desk of Krông Nô: one on its way, one to check, one accepted, two with results. */
async function busyDesk(t: ExecutionContext) {
  const all = await scenario(t)
  const [clerk, officer] = [await all.person('clerk', krongNo), await all.person('officer', policeKrongNo)]
  const taken = []
  for (let i = 0; i < 5; i++) taken.push((await clerk.post('/dossiers', await papers(all.db, procedure))).body)
  const [coming, check, work, ...done] = taken
  all.clock.move(minute)
  const scans = [check, work, ...done].map(({ parcel }) => scan('lodge', parcel.code, all.clock()))
  await officer.post('/scans', { sent_at: all.clock().toISOString(), scans })
  for (const { reference } of [work, ...done])
    await officer.post(`/dossiers/${reference}/acceptance`, { due: '2026-11-27' })
  for (const { reference } of done) await officer.post(`/dossiers/${reference}/result`, { kind: 'granted' })
  return { all, clerk, officer, coming, check, work, done }
}

const parcelForm = (html: string) => {
  const [, form = ''] = /action="\/staff\/desk\/parcels"[^>]*>([\s\S]*?)<\/form>/.exec(html) ?? []
  const valuesOf = (name: string) =>
    [...form.matchAll(new RegExp(`name="${name}"[^>]* value="([^"]+)"`, 'g'))].map(([, value]) => String(value))
  return {
    request_id: String(valuesOf('request_id')[0]),
    purpose: String(valuesOf('purpose')[0]),
    dossiers: valuesOf('dossiers').join('\n'),
  }
}

test('the inbox says how much there is of each, and leads to where it is decided', async t => {
  const { all, officer, coming, check, work } = await busyDesk(t)
  const { text } = await (await deskOf(all, officer)).get('/staff/desk')
  for (const title of [
    'Cần kiểm tra (1)',
    'Kết quả cần gửi trả (2)',
    'Đang giải quyết (1)',
    'Chờ bổ sung (0)',
    'Đang đến (1)',
  ])
    t.true(text.includes(title), title)
  t.true(text.includes(`/staff/dossiers/${check.reference}`))
  t.true(text.includes(`/staff/dossiers/${work.reference}`))
  t.false(text.includes(coming.reference), 'what is on its way is a parcel still')
  t.true(text.includes('/staff/desk/new'))
})

test('an officer of another unit sees nothing of it, and others no desk at all', async t => {
  const { all, clerk, done } = await busyDesk(t)
  const stranger = await deskOf(all, await all.person('officer', pc06))
  const { text } = await stranger.get('/staff/desk')
  t.false(text.includes('Nguyễn Thị Hoa'))
  t.true(text.includes('Cần kiểm tra (0)'))
  const forged = await stranger.post('/staff/desk/parcels', { purpose: 'result', dossiers: String(done[0]?.reference) })
  t.is(forged.status, 404)
  t.is((await (await deskOf(all, clerk)).get('/staff/desk')).status, 403)
})

test('results for one receiver go into one envelope, however often the form is sent', async t => {
  const { all, officer, done } = await busyDesk(t)
  const desk = await deskOf(all, officer)
  const form = parcelForm((await desk.get('/staff/desk')).text)
  t.is(form.dossiers.split('\n').length, 2)
  const [first, second] = [await desk.post('/staff/desk/parcels', form), await desk.post('/staff/desk/parcels', form)]
  t.regex(String(first.location), /^\/staff\/desk\/parcels\/PA\d{9}VN$/)
  t.is(second.location, first.location)
  t.is((await all.db('parcels').where({ purpose: 'result' })).length, 1)
  const page = await desk.get(String(first.location))
  t.regex(page.text, /\/staff\/parcels\/PA\d{9}VN\/label\.pdf/)
  const label = await desk.get(String(/\/staff\/parcels\/PA\d{9}VN\/label\.pdf/.exec(page.text)?.[0]))
  t.is(label.type, 'application/pdf')
  const again = await desk.post('/staff/desk/parcels', { purpose: 'result', dossiers: String(done[0]?.reference) })
  t.is(again.status, 422)
  t.regex(again.text, /đã ở trong bưu gửi/)
})

test('papers of a refused dossier wait to be sent back', async t => {
  const { all, officer, check } = await busyDesk(t)
  await officer.post(`/dossiers/${check.reference}/refusal`, { reason: 'không thuộc thẩm quyền' })
  const { text } = await (await deskOf(all, officer)).get('/staff/desk')
  t.true(text.includes('Giấy tờ cần gửi trả lại (1)'))
  t.true(text.includes('value="refused_papers"'))
})

test('the desk works without a script and reads well, full, empty and after a mistake', async t => {
  const { all, officer } = await busyDesk(t)
  const opened = await browser(t)
  const bare = await staffPage(t, { opened, all, person: officer }, { javaScriptEnabled: false })
  await bare.goto(`${all.url}/staff/desk`)
  await bare.click('button:has-text("Làm bưu gửi")')
  t.regex(String(await bare.textContent('h1')), /Đã làm bưu gửi/)
  const page = await staffPage(t, { opened, all, person: officer })
  await page.goto(bare.url())
  await assertAccessible(t, page)
  await page.goto(`${all.url}/staff/desk`)
  await assertAccessible(t, page)
  const empty = await staffPage(t, { opened, all, person: await all.person('officer', pc06) })
  await empty.goto(`${all.url}/staff/desk`)
  await assertAccessible(t, empty)
})
