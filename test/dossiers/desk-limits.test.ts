import test from 'ava'
import { day } from '../../src/kit/time.ts'
import { type AtKrongNo, atKrongNo, scanned, takenIn } from '../support/at-krong-no.ts'
import { papers } from '../support/papers.ts'
import { giaNghia, policeKrongNo, type Scenario, scan, scenario } from '../support/scenario.ts'
import { deskOf } from '../support/staff-browser.ts'

async function atDesk(all: Scenario, staff: AtKrongNo) {
  const { reference, parcel } = await takenIn(all, staff)
  await scanned(all, staff.officer, 'lodge', parcel.code)
  return `/dossiers/${reference}`
}

test('a register passes over numbers that are used, and nobody types one of its own', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const typed = { official_code: 'G01.885.664-261123-0001' }
  t.is((await staff.officer.post(`${await atDesk(all, staff)}/acceptance`, typed)).status, 200)
  await all.owner('units').where({ id: policeKrongNo }).update({ is_register: true })
  const next = await staff.officer.post(`${await atDesk(all, staff)}/acceptance`)
  t.is(next.body.official_code, 'G01.885.664-261123-0002')
  const own = { official_code: 'G01.885.664-261123-0003' }
  const refused = await staff.officer.post(`${await atDesk(all, staff)}/acceptance`, own)
  t.is(refused.body.errors?.[0].pointer, '/official_code')
  const filed = await staff.clerk.post('/dossiers', await papers(all.db, 'identity-district-03', own))
  t.is(filed.body.errors?.[0].pointer, '/official_code')
})

test('a desk asks nothing of a dossier it never had, and does not end it', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { reference } = await takenIn(all, staff)
  const asked = { items: ['Đơn'], reason: 'thiếu', until: '2026-12-31' }
  const request = await staff.officer.post(`/dossiers/${reference}/supplement-request`, asked)
  t.is(request.body.code, 'not_at_desk')
  const withdrawn = await staff.officer.post(`/dossiers/${reference}/withdrawal`, { reason: 'đổi ý' })
  t.is(withdrawn.body.code, 'not_at_desk')
})

test('a desk or office that will close works until that day', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  await all.owner('units').whereIn('id', [policeKrongNo, '642100']).update({ closed_on: '2026-12-31' })
  t.truthy((await takenIn(all, staff)).reference)
  await all.owner('units').where({ id: policeKrongNo }).update({ closed_on: '2026-11-23' })
  const late = await staff.clerk.post('/dossiers', await papers(all.db, 'identity-district-03'))
  t.is(late.status, 404)
})

test('what a closed desk still has is printed and goes home', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const at = await atDesk(all, staff)
  await staff.officer.post(`${at}/acceptance`)
  await staff.officer.post(`${at}/result`, { kind: 'granted' })
  await all.owner('units').where({ id: policeKrongNo }).update({ closed_on: '2026-11-23' })
  for (const form of ['receipt', 'waybill']) t.is((await staff.officer.file(`${at}/${form}.pdf`)).status, 200, form)
  const made = await staff.officer.post('/parcels', { purpose: 'result', dossiers: [at.replace('/dossiers/', '')] })
  t.is(made.status, 201)
  t.is((await staff.officer.file(`/parcels/${made.body.code}/label.pdf`)).status, 200)
})

for (const amount of [null, '', [], false, '0x10', [[7]], '1e3', -1])
  test(`${JSON.stringify(amount)} is no amount of money`, async t => {
    const all = await scenario(t)
    const { clerk } = await atKrongNo(all)
    const fees = { postage: { amount, note: 'bảng giá' } }
    const { status, body } = await clerk.post('/dossiers', await papers(all.db, 'identity-district-03', { fees }))
    t.is(status, 422)
    t.is(body.errors?.[0].pointer, '/fees/postage/amount')
  })

test('what was filed elsewhere is accepted in the same word', async t => {
  const all = await scenario(t)
  const { officer } = await atKrongNo(all)
  const filed = { service: 'return', documents: [], due: '2026-12-01' }
  const { status } = await officer.post('/dossiers', await papers(all.db, 'identity-district-03', filed))
  t.is(status, 201)
  t.deepEqual(await all.db('dossier_events').pluck('kind'), ['acceptance'])
})

test('what was filed elsewhere has a day too where nobody knows the term', async t => {
  const all = await scenario(t)
  const { officer } = await atKrongNo(all)
  await all.owner('procedures').update({ working_days: null })
  const filed = await papers(all.db, 'identity-district-03', { service: 'return', documents: [] })
  const { status, body } = await officer.post('/dossiers', filed)
  t.is(status, 422)
  t.is(body.errors?.[0].pointer, '/due')
  t.is((await officer.post('/dossiers', { ...filed, due: '2026-12-01' })).status, 201)
  t.is((await all.db('clocks').select()).length, 1)
})

test('an office that will close is chosen, staffed and redirected to until that day', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { parcel } = await takenIn(all, staff)
  await all.owner('units').where({ id: giaNghia }).update({ closed_on: '2026-11-24' })
  const desk = await deskOf(all, staff.clerk)
  t.true((await desk.get('/staff/scan')).text.includes(`value="${giaNghia}"`))
  const redirect = async () => {
    const sent_at = all.clock().toISOString()
    const one = scan('redirect', parcel.code, all.clock(), { office: giaNghia })
    return (await staff.clerk.post('/scans', { sent_at, scans: [one] })).body.verdicts[0]
  }
  t.is((await redirect()).verdict, 'recorded')
  all.clock.move(day)
  t.false((await desk.get('/staff/scan')).text.includes(`value="${giaNghia}"`))
  t.is((await redirect()).reason, 'unknown_office')
})

test('a result comes home though its office closed meanwhile', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const at = await atDesk(all, staff)
  await staff.officer.post(`${at}/acceptance`)
  await staff.officer.post(`${at}/result`, { kind: 'granted' })
  const reference = at.replace('/dossiers/', '')
  await all.owner('units').where({ id: '642700' }).update({ closed_on: '2026-11-23' })
  await all.db('dossiers').where({ reference }).update({ return_office: '642700' })
  const made = await staff.officer.post('/parcels', { purpose: 'result', dossiers: [reference] })
  const parcel = await all.db('parcels').where({ code: made.body.code }).first('destination_unit')
  t.is(parcel?.destination_unit, '642100')
})
