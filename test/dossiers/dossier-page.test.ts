import test from 'ava'
import { papers } from '../support/papers.ts'
import { giaNghia, krongNo, policeKrongNo, type Scenario, scan, scenario } from '../support/scenario.ts'
import { deskOf } from '../support/staff-browser.ts'

async function taken(all: Scenario) {
  const [clerk, officer] = [await all.person('clerk', krongNo), await all.person('officer', policeKrongNo)]
  const { body } = await clerk.post('/dossiers', await papers(all.db, 'identity-district-03'))
  const at = all.clock()
  await officer.post('/scans', { sent_at: at.toISOString(), scans: [scan('lodge', body.parcel.code, at)] })
  return { path: `/staff/dossiers/${body.reference}`, code: body.parcel.code, clerk, officer }
}

test('a dossier of other units is not there, and neither are its papers', async t => {
  const all = await scenario(t)
  const { path, code } = await taken(all)
  const stranger = await deskOf(all, await all.person('clerk', giaNghia))
  for (const foreign of [path, `${path}/waybill.pdf`]) t.is((await stranger.get(foreign)).status, 404, foreign)
  t.is((await stranger.post(`${path}/withdrawal`, { 'withdrawal.reason': 'không' })).status, 404)
  const courier = await deskOf(all, await all.person('courier', krongNo))
  for (const closed of ['/staff/dossiers', path, `${path}/waybill.pdf`, `/staff/parcels/${code}/label.pdf`])
    t.is((await courier.get(closed)).status, 403, closed)
})

test('reading a dossier is noted, and the page shows only the end of a paper’s number', async t => {
  const all = await scenario(t)
  const { path, clerk } = await taken(all)
  const page = await (await deskOf(all, clerk)).get(path)
  t.true(page.text.includes('…234'))
  t.false(page.text.includes('067190001234'))
  t.is((await all.db('audit_log').where({ action: 'read dossier', person_id: clerk.id })).length, 1)
})

test('a form filled from the dossier of the same family is a reading of it, and noted', async t => {
  const all = await scenario(t)
  const { path, clerk } = await taken(all)
  const next = `/staff/counter/new?procedure=identity-district-03&next_to=${path.split('/').at(-1)}`
  t.true((await (await deskOf(all, clerk)).get(next)).text.includes('Nguyễn Thị Hoa'))
  t.is((await all.db('audit_log').where({ action: 'read dossier', person_id: clerk.id })).length, 1)
  const stranger = await deskOf(all, await all.person('clerk', giaNghia))
  t.is((await stranger.get(next)).status, 404)
})

test('only those who decide see the decisions, and a wrong one comes back with what was typed', async t => {
  const all = await scenario(t)
  const { path, clerk, officer } = await taken(all)
  t.false((await (await deskOf(all, clerk)).get(path)).text.includes(`${path}/acceptance`))
  const desk = await deskOf(all, officer)
  t.true((await desk.get(path)).text.includes(`${path}/acceptance`))
  const wrong = await desk.post(`${path}/supplement-request`, { 'supplement_request.reason': 'thiếu chữ ký' })
  t.is(wrong.status, 422)
  for (const words of ['Xin ghi giấy tờ cần bổ sung.', 'Xin chọn hạn bổ sung.', '>thiếu chữ ký</textarea>'])
    t.true(wrong.text.includes(words), words)
})

test('a second request for a supplement warns', async t => {
  const all = await scenario(t)
  const { path, officer } = await taken(all)
  const desk = await deskOf(all, officer)
  t.false((await desk.get(path)).text.includes('đã được yêu cầu bổ sung'))
  const request = {
    'supplement_request.items': 'Đơn có chữ ký\nẢnh 3×4',
    'supplement_request.reason': 'thiếu chữ ký',
    'supplement_request.until': '2026-12-01',
  }
  const asked = await desk.post(`${path}/supplement-request`, request)
  t.is(asked.location, `${path}?done=supplement_request`)
  t.is((await desk.get(`${path}/supplement-request.pdf`)).type, 'application/pdf')
  await desk.post(`${path}/supplement`, {})
  t.true((await desk.get(path)).text.includes('đã được yêu cầu bổ sung 1 lần'))
})

test('a decision sent twice is taken once, its number in capitals or not', async t => {
  const all = await scenario(t)
  const { path, officer } = await taken(all)
  const desk = await deskOf(all, officer)
  const request_id = '0190163d-8694-739b-aea5-966c26f8ad91'
  for (const number of [request_id, request_id, request_id.toUpperCase()]) {
    const form = { request_id: number, 'acceptance.due': '2026-12-01' }
    t.is((await desk.post(`${path}/acceptance`, form)).location, `${path}?done=acceptance`)
  }
  t.is((await all.db('dossier_events').where({ kind: 'acceptance' })).length, 1)
})

test('a lost slip gets a new code, shown to who issued it and nobody else', async t => {
  const all = await scenario(t)
  const { path, clerk, officer } = await taken(all)
  const desk = await deskOf(all, clerk)
  const done = await desk.post(`${path}/lookup-code`, { 'lookup_code.paper_seen': 'căn cước …234' })
  const shown = await desk.get(String(done.location))
  t.regex(shown.text, /Mã tra cứu mới: [\w]{4}-[\w]{4}-[\w]{4}/)
  t.notRegex((await (await deskOf(all, officer)).get(String(done.location))).text, /Mã tra cứu mới/)
})

test('the list finds by a part of the name without marks and by status', async t => {
  const all = await scenario(t)
  const { path, clerk } = await taken(all)
  const desk = await deskOf(all, clerk)
  t.true((await desk.get('/staff/dossiers?q=thi+hoa&status=taken_in')).text.includes(path))
  t.false((await desk.get('/staff/dossiers?q=binh')).text.includes(path))
  t.false((await desk.get('/staff/dossiers?status=accepted')).text.includes(path))
})
