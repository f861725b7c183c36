import test from 'ava'
import { atKrongNo, scanned, takenIn } from '../support/at-krong-no.ts'
import { papers } from '../support/papers.ts'
import { giaNghia, krongNo, type Person, type Scenario, scenario } from '../support/scenario.ts'

const procedure = 'identity-district-03'
const alsoIn = async (all: Scenario, who: Person, parcel_code: string, change = {}) =>
  (await who.post('/dossiers', await papers(all.db, procedure, { parcel_code, ...change }))).body.code

test('a dossier joins only an envelope that lies at its own counter', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { parcel } = await takenIn(all, staff)
  const elsewhere = await all.person('clerk', giaNghia)
  t.is(await alsoIn(all, elsewhere, parcel.code), 'parcel_not_here')
  await scanned(all, staff.courier, 'depart', parcel.code)
  t.is(await alsoIn(all, staff.clerk, parcel.code), 'parcel_not_here')
  await scanned(all, staff.officer, 'lodge', parcel.code)
  t.is(await alsoIn(all, staff.clerk, parcel.code), 'parcel_not_here')
  t.is((await all.db('parcel_contents')).length, 1)
})

test('a dossier does not join an envelope that is lost, or that brings something else', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { reference, parcel } = await takenIn(all, staff)
  const lost = await takenIn(all, staff)
  const supervisor = await all.person('supervisor', krongNo)
  await scanned(all, supervisor, 'report_lost', lost.parcel.code, { reason: 'không thấy' })
  t.is(await alsoIn(all, staff.clerk, lost.parcel.code), 'parcel_not_here')
  await scanned(all, staff.officer, 'lodge', parcel.code)
  const asked = { items: ['Đơn'], reason: 'thiếu', until: '2026-12-31' }
  await staff.officer.post(`/dossiers/${reference}/supplement-request`, asked)
  const more = (await staff.clerk.post('/parcels', { purpose: 'supplement', dossiers: [reference] })).body.code
  await scanned(all, staff.clerk, 'accept', more)
  t.is(await alsoIn(all, staff.clerk, more), 'parcel_not_here')
})

test('dossiers for two desks do not share an envelope', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { parcel } = await takenIn(all, staff)
  const province = await papers(all.db, 'identity-province-03', { parcel_code: parcel.code })
  t.is((await staff.clerk.post('/dossiers', province)).body.code, 'other_desk')
})
