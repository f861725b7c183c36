import test from 'ava'
import type { Role } from '../../src/people/roles.ts'
import { atKrongNo, scanned, takenIn } from '../support/at-krong-no.ts'
import { papers } from '../support/papers.ts'
import { giaNghia, krongNo, type Person, policeKrongNo, type Scenario, scenario } from '../support/scenario.ts'

const alsoIs = (all: Scenario, { id }: Person, role: Role, unit_id: string | null) =>
  all.db('assignments').insert({ id: crypto.randomUUID(), person_id: id, role, unit_id, since: new Date('2020-01-01') })

test('a clerk who audits elsewhere reads everywhere, but does a clerk’s work only at the own counter', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { reference } = await takenIn(all, staff)
  const clerk = await all.person('clerk', '641800')
  await alsoIs(all, clerk, 'auditor', null)
  t.is((await clerk.get(`/dossiers/${reference}`)).status, 200)
  t.is((await clerk.post(`/dossiers/${reference}/lookup-code`, { paper_seen: 'căn cước' })).status, 404)
  t.is((await clerk.post(`/dossiers/${reference}/withdrawal`, { reason: 'đổi ý' })).status, 404)
  t.is((await clerk.get(`/dossiers/${reference}/waybill.pdf`)).status, 404)
})

test('a decision is recorded at the desk that takes it, whatever else its officer is', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { reference, parcel } = await takenIn(all, staff)
  await scanned(all, staff.officer, 'lodge', parcel.code)
  const both = await all.person('officer', policeKrongNo)
  await alsoIs(all, both, 'clerk', '641800')
  t.is((await both.post(`/dossiers/${reference}/acceptance`)).status, 200)
  t.is((await all.db('dossier_events').where({ kind: 'acceptance' }).first())?.unit_id, policeKrongNo)
})

test('a clerk of two counters says at which one a dossier comes in', async t => {
  const all = await scenario(t)
  const clerk = await all.person('clerk', krongNo)
  await alsoIs(all, clerk, 'clerk', giaNghia)
  const sent = await papers(all.db, 'identity-district-03')
  const unsaid = await clerk.post('/dossiers', sent)
  t.is(unsaid.body.errors?.[0].pointer, '/unit')
  t.regex(unsaid.body.errors?.[0].detail, /640000.*642100|642100.*640000/)
  for (const unit of [krongNo, giaNghia]) {
    const { status, body } = await clerk.post('/dossiers', { ...sent, unit })
    t.is(status, 201)
    t.is((await all.db('dossiers').where({ reference: body.reference }).first('intake_unit'))?.intake_unit, unit)
  }
  t.is((await clerk.post('/dossiers', { ...sent, unit: '641800' })).status, 403)
})

test('an office that only held the envelope neither withdraws its dossier nor receives what was missing', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { reference, parcel } = await takenIn(all, staff)
  const far = await all.person('clerk', '641800')
  await scanned(all, staff.courier, 'depart', parcel.code)
  await scanned(all, far, 'take_over', parcel.code)
  t.is((await far.post(`/dossiers/${reference}/withdrawal`, { reason: 'đổi ý' })).status, 404)
  await scanned(all, staff.officer, 'lodge', parcel.code)
  const asked = { items: ['Đơn'], reason: 'thiếu', until: '2026-12-31' }
  await staff.officer.post(`/dossiers/${reference}/supplement-request`, asked)
  t.is((await far.post(`/dossiers/${reference}/supplement`)).status, 404)
  t.is((await far.post('/parcels', { purpose: 'supplement', dossiers: [reference] })).status, 404)
  t.is((await staff.clerk.post(`/dossiers/${reference}/supplement`)).status, 200)
})

test('an office that only held the envelope prints no form of its dossier', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { reference, parcel } = await takenIn(all, staff)
  const far = await all.person('clerk', '641800')
  await scanned(all, staff.courier, 'depart', parcel.code)
  await scanned(all, far, 'take_over', parcel.code)
  await scanned(all, staff.officer, 'lodge', parcel.code)
  await staff.officer.post(`/dossiers/${reference}/acceptance`)
  for (const form of ['waybill', 'receipt', 'supplement-request', 'refusal'])
    t.is((await far.get(`/dossiers/${reference}/${form}.pdf`)).status, 404, form)
})
