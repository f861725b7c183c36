import test from 'ava'
import { day, hour } from '../../src/kit/time.ts'
import { hitLimit, missLimit } from '../../src/people/limit.ts'
import { track } from '../../src/tracking/track.ts'
import { atKrongNo, onItsWayHome, scanned, takenIn } from '../support/at-krong-no.ts'
import { krongNo, type Scenario, scenario } from '../support/scenario.ts'

const told = async ({ anyone }: Scenario, code: string) => (await anyone.post('/track', { code })).body
const stage = async (all: Scenario, reference: string) => (await told(all, reference)).stage

test('neither who applied nor who receives is named in full', async t => {
  const all = await scenario(t)
  const { lookup_code } = await takenIn(all, await atKrongNo(all), { receiver: { name: 'Lê Thị Ngân' } })
  t.like(await told(all, lookup_code), { applicant: 'N** T** Hoa', receiver: 'L** T** Ngân' })
})

test('only the four last digits of the phone open more than the stage', async t => {
  const all = await scenario(t)
  const { reference } = await takenIn(all, await atKrongNo(all))
  const opens = async (phone_tail: string) => (await all.anyone.post('/track', { code: reference, phone_tail })).status
  t.deepEqual([await opens('5678'), await opens('4567'), await opens('678')], [200, 404, 422])
})

test('where it is follows the parcel; with a courier no person is named', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { lookup_code, parcel } = await takenIn(all, staff)
  const office = await all.db('units').where({ id: krongNo }).first('name')
  t.deepEqual((await told(all, lookup_code)).where, { kind: 'post_office', unit: office?.name })
  await scanned(all, staff.courier, 'depart', parcel.code)
  const body = await told(all, lookup_code)
  t.is(body.where.kind, 'courier')
  t.false(JSON.stringify(body).includes(staff.courier.name))
})

test('each stage is told by the number alone', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { reference, parcel } = await takenIn(all, staff)
  t.is(await stage(all, reference), 'at_post')
  await scanned(all, staff.officer, 'lodge', parcel.code)
  t.is(await stage(all, reference), 'at_police')
  const at = `/dossiers/${reference}`
  await staff.officer.post(`${at}/acceptance`)
  await staff.officer.post(`${at}/stop`, { reason: 'xin thôi' })
  t.is(await stage(all, reference), 'ended')
  const home = (await staff.officer.post('/parcels', { purpose: 'refused_papers', dossiers: [reference] })).body.code
  t.is(await stage(all, reference), 'at_police')
  await scanned(all, staff.clerk, 'hand_back', home)
  t.is(await stage(all, reference), 'coming_home')
  await scanned(all, staff.clerk, 'deliver', home)
  t.is(await stage(all, reference), 'delivered')
})

test('late is what is past its promise and not yet there', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { lookup_code, home } = await onItsWayHome(all, staff)
  all.clock.move(47 * hour)
  t.like(await told(all, lookup_code), { is_late: false })
  all.clock.move(2 * hour)
  t.like(await told(all, lookup_code), { is_late: true })
  await scanned(all, staff.clerk, 'deliver', home)
  t.like(await told(all, lookup_code), { is_late: false, promised_by: null, pay: null })
})

test('a promise that stands still is not told as firm, nor as broken', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { lookup_code } = await onItsWayHome(all, staff)
  t.truthy((await told(all, lookup_code)).promised_by)
  await all.db('clocks').update({ paused_at: all.clock() })
  t.like(await told(all, lookup_code), { promised_by: null, is_late: false })
  all.clock.move(3 * day)
  t.like(await told(all, lookup_code), { promised_by: null, is_late: false })
})

test('which notice was left, and until when the post keeps it, stands in the story of the dossier', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { lookup_code, home } = await onItsWayHome(all, staff)
  await scanned(all, staff.courier, 'load', home)
  await scanned(all, staff.courier, 'invite', home, { number: 2 })
  await scanned(all, staff.clerk, 'take_over', home)
  await scanned(all, staff.clerk, 'hold', home, { until: '2026-12-08' })
  const { timeline, attempt } = await told(all, lookup_code)
  const details = timeline.flatMap(({ detail }: { detail: string | null }) => detail ?? [])
  t.deepEqual(details, ['giấy mời lần 2', 'giữ đến hết ngày 08/12/2026'])
  t.is(attempt, null, 'a notice is no failed attempt')
  const english = await (await fetch(`${all.url}/en/track/${lookup_code}`)).text()
  t.true(english.includes('notice no. 2'))
  t.true(english.includes('kept until 8 December 2026'))
})

test('the police are late the day after the day they named', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { reference, lookup_code, parcel } = await takenIn(all, staff)
  await scanned(all, staff.officer, 'lodge', parcel.code)
  await staff.officer.post(`/dossiers/${reference}/acceptance`, { due: '2026-11-23' })
  t.like(await told(all, lookup_code), { due_on: '2026-11-23', is_late: false })
  all.clock.move(day)
  t.like(await told(all, lookup_code), { is_late: true })
})

test('a supplement is asked for until it has come', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { reference, lookup_code, parcel } = await takenIn(all, staff)
  await scanned(all, staff.officer, 'lodge', parcel.code)
  const asked = { items: ['Đơn'], reason: 'thiếu', until: '2026-12-31' }
  await staff.officer.post(`/dossiers/${reference}/supplement-request`, asked)
  t.like((await told(all, lookup_code)).supplement, { items: ['Đơn'] })
  await staff.officer.post(`/dossiers/${reference}/supplement`)
  t.is((await told(all, lookup_code)).supplement, null)
})

for (const [payer, when, postage_due] of [
  ['recipient', 'delivery', true],
  ['recipient', 'counter', false],
  ['sender', 'counter', false],
] as const)
  test(`postage that the ${payer} pays at ${when} is ${postage_due ? '' : 'not '}asked for at the door`, async t => {
    const all = await scenario(t)
    const { lookup_code } = await takenIn(all, await atKrongNo(all), { payment: { payer, when, method: 'cash' } })
    t.is((await told(all, lookup_code)).pay.postage_due, postage_due)
  })

for (const [hands, paper] of [
  ['recipient_only', 'own_paper'],
  ['authorised', 'own_paper_or_authorisation'],
  ['household', 'household_paper'],
] as const)
  test(`where ${hands} may receive it, the citizen is told to bring ${paper}`, async t => {
    const all = await scenario(t)
    await all.owner('procedure_fields').update({ hands })
    const { lookup_code } = await takenIn(all, await atKrongNo(all))
    t.is((await told(all, lookup_code)).bring, paper)
  })

test('a household that guesses from its many addresses is one guesser', async t => {
  const { db, house } = await scenario(t)
  const limits = {
    missesByAddress: missLimit(db, 'address', 3, 60, 60),
    missesBySubject: missLimit(db, 'code', 3, 60, 60),
    hitsByAddress: hitLimit(9, 60),
  }
  const guess = (i: number, address: string) =>
    track(db, { code: `2222-2222-${2222 + i}`, address }, { keys: house.keys, limits }).catch(error => error.code)
  const answers = []
  for (let i = 0; i < 5; i++) answers.push(await guess(i, i % 2 ? `2001:db8::${i}` : `2001:db8:0:0:${i}::1`))
  t.deepEqual(answers, ['not_found', 'not_found', 'not_found', 'too_many', 'too_many'])
  t.is(await guess(9, '2001:db8:0:1::1'), 'not_found', 'the neighbours are not')
})
