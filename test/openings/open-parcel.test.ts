import type { ExecutionContext } from 'ava'
import test from 'ava'
import { day } from '../../src/kit/time.ts'
import { texts } from '../documents/paper.ts'
import { atKrongNo, onItsWayHome, scanned, takenIn } from '../support/at-krong-no.ts'
import { giaNghia, krongNo, type Person, pc06, policeKrongNo, scenario, sharedPast } from '../support/scenario.ts'

/** A dossier that came to its desk on Monday at 9:02, in the envelope in which it came. */
const past = sharedPast(async all => {
  const staff = await atKrongNo(all)
  const { reference, parcel } = await takenIn(all, staff)
  await scanned(all, staff.courier, 'depart', parcel.code)
  await scanned(all, staff.officer, 'lodge', parcel.code)
  const [paper, another] = await all.db('dossier_documents').orderBy('position').pluck('name')
  return { reference, code: parcel.code, paper: String(paper), another: String(another) }
})

async function lodged(t: ExecutionContext) {
  const all = await past(t)
  const officer = await all.person('officer', policeKrongNo)
  return { ...all, officer, open: (change = {}) => opened(officer, all.code, change) }
}

const opened = (who: Person, code: string, change: object) =>
  who.post(`/parcels/${code}/opening`, { seal: 'intact', differences: [], ...change })

test('an envelope that holds what the list says is opened with one word', async t => {
  const { open, officer, code } = await lodged(t)
  const { status, body } = await open()
  t.is(status, 201, JSON.stringify(body))
  t.deepEqual([body.seal, body.differs, body.is_late, body.opened_by], ['intact', false, false, officer.name])
  t.deepEqual((await officer.get(`/parcels/${code}/opening`)).body, body)
  const record = await officer.file(`/parcels/${code}/opening.pdf`)
  t.is(record.status, 200)
  t.true((await texts(record.bytes)).join(' ').includes('đủ như bảng kê'))
})

test('what differs is kept beside what was listed, asked about and printed for both', async t => {
  const { open, reference, code, paper, person } = await lodged(t)
  const { body } = await open({
    seal: 'broken',
    remark: 'Có thêm một ảnh 4×6.',
    differences: [{ dossier: reference, position: 0, originals: 0, certified: 0, copies: 1 }],
  })
  t.true(body.differs)
  const listed = { originals: 1, certified: 0, copies: 0 }
  t.deepEqual(body.differences, [
    { dossier: reference, position: 0, document: paper, listed, found: { ...listed, originals: 0, copies: 1 } },
  ])
  const supervisor = await person('supervisor', giaNghia)
  const { items } = (await supervisor.get('/reviews')).body
  t.deepEqual(
    items.map((one: { kind: string; code: string }) => [one.kind, one.code]),
    [['opening', code]],
  )
  const clerk = await person('clerk', krongNo)
  const { bytes } = await clerk.file(`/parcels/${code}/opening.pdf`)
  const pages = await texts(bytes)
  t.is(pages.length, 2, 'one copy for each side')
  const words = [
    'BIÊN BẢN MỞ BƯU GỬI',
    'Niêm phong: Đã rách hoặc đã mở',
    paper,
    'Có thêm một ảnh 4×6.',
    'ĐẠI DIỆN BƯU ĐIỆN',
  ]
  for (const page of pages) for (const word of words) t.true(page.includes(word), word)
})

test('a seal that is not whole is a difference too', async t => {
  const { open } = await lodged(t)
  t.true((await open({ seal: 'missing' })).body.differs)
})

test('an envelope that goes away and comes again is opened again', async t => {
  const all = await lodged(t)
  const { open, officer, code, db } = all
  t.is((await open()).status, 201)
  await scanned(all, await all.person('courier', krongNo), 'hand_back', code)
  await scanned(all, officer, 'lodge', code)
  const again = await open({ seal: 'broken' })
  t.deepEqual([again.status, again.body.seal], [201, 'broken'], JSON.stringify(again.body))
  t.is((await open()).body.code, 'already_opened')
  t.is((await db('openings')).length, 2)
})

test('a remark is a difference too', async t => {
  const { open } = await lodged(t)
  t.true((await open({ remark: 'Có thêm một ảnh.' })).body.differs)
})

test('an envelope is opened once, however many hands are at it', async t => {
  const { open, db } = await lodged(t)
  const all = await Promise.all([open(), open({ seal: 'broken' }), open()])
  t.deepEqual(all.map(({ status }) => status).sort(), [201, 409, 409])
  t.is((await open()).body.code, 'already_opened')
  t.is((await db('openings')).length, 1)
})

test('whoever opens after the next working day says so on the record', async t => {
  const { open, clock } = await lodged(t)
  // Tuesday the 24th is a holiday.
  clock.move(3 * day)
  t.true((await open()).body.is_late)
})

test('the whole of the next working day is in time', async t => {
  const { open, clock } = await lodged(t)
  clock.move(2 * day)
  t.false((await open()).body.is_late)
})

test('only the desk that has the envelope opens it', async t => {
  const all = await lodged(t)
  const stranger = await all.person('officer', pc06)
  t.is((await opened(stranger, all.code, {})).status, 404)
  t.is((await stranger.get(`/parcels/${all.code}/opening`)).status, 404)
  t.is((await opened(await all.person('clerk', krongNo), all.code, {})).status, 403)
  t.is((await all.officer.get(`/parcels/${all.code}/opening`)).body.code, 'not_opened')
})

test('what is not here yet, or goes home, is not opened', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { parcel } = await takenIn(all, staff)
  await scanned(all, staff.courier, 'depart', parcel.code)
  t.is((await opened(staff.officer, parcel.code, {})).body.code, 'not_at_desk')
  const { home } = await onItsWayHome(all, staff)
  t.is((await opened(staff.officer, home, {})).body.code, 'not_for_the_desk')
})

test('an envelope that went on to another desk is opened there', async t => {
  const all = await lodged(t)
  const next = await all.person('officer', pc06)
  await scanned(all, next, 'transfer', all.code)
  t.is((await all.open()).body.code, 'not_at_desk')
  t.is((await opened(next, all.code, {})).status, 201)
})

test('a paper or a dossier that is not in the envelope is named', async t => {
  const { open, reference, db } = await lodged(t)
  const count = { originals: 0, certified: 0, copies: 0 }
  const { status, body } = await open({
    differences: [
      { dossier: reference, position: 40, ...count },
      { dossier: 'BT6400002611230099', position: 0, ...count },
      { dossier: reference, position: 0, ...count, originals: 1 },
    ],
  })
  t.is(status, 422)
  t.deepEqual(
    body.errors.map(({ pointer }: { pointer: string }) => pointer),
    ['/differences/0', '/differences/1', '/differences/2'],
    'the last is no difference',
  )
  t.is((await db('openings')).length, 0)
})

test('a record of what was found never changes, and says what things were called then', async t => {
  const { open, db, owner, officer, code, reference } = await lodged(t)
  const { body } = await open({
    differences: [{ dossier: reference, position: 0, originals: 0, certified: 0, copies: 0 }],
  })
  for (const login of [db, owner]) {
    await t.throwsAsync(login('openings').delete(), { code: '42501' } as object)
    await t.throwsAsync(login('openings').update({ seal: 'intact' }), { code: '42501' } as object)
    await t.throwsAsync(login.raw('truncate openings'), { code: '42501' } as object)
  }
  await owner('dossier_documents').update({ name: 'Khác', originals: 9 })
  await owner('people').update({ name: 'Khác' })
  t.deepEqual((await officer.get(`/parcels/${code}/opening`)).body, body)
})

test('an envelope taken by another step of the desk is opened too', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { parcel } = await takenIn(all, staff)
  await scanned(all, staff.courier, 'depart', parcel.code)
  await scanned(all, staff.officer, 'take_back', parcel.code)
  t.is((await opened(staff.officer, parcel.code, {})).status, 201)
})

test('what follows as a supplement has no counted list, and its record does not say it was compared with one', async t => {
  const all = await lodged(t)
  const { officer, reference } = all
  await officer.post(`/dossiers/${reference}/supplement-request`, {
    items: ['Ảnh'],
    reason: 'thiếu',
    until: '2026-12-01',
  })
  const clerk = await all.person('clerk', krongNo)
  const { code } = (await clerk.post('/parcels', { purpose: 'supplement', dossiers: [reference] })).body
  await scanned(all, clerk, 'accept', code)
  await scanned(all, officer, 'lodge', code)
  const { body } = await opened(officer, code, {})
  t.deepEqual([body.has_list, body.differs], [false, false], JSON.stringify(body))
  const { bytes } = await officer.file(`/parcels/${code}/opening.pdf`)
  t.true((await texts(bytes)).join(' ').includes('không có bảng kê đã đếm'))
})
