import { randomUUID } from 'node:crypto'
import test from 'ava'
import { addMs, hour, minute } from '../../src/kit/time.ts'
import { scanned } from '../support/at-krong-no.ts'
import { carried, released } from '../support/released.ts'
import { giaNghia, krongNo, type Person, policeKrongNo, type Scenario, scan, scenario } from '../support/scenario.ts'

const late = async (all: Scenario, who: Person, step: string, code: string, at: Date, detail = {}) => {
  const scans = [scan(step, code, at, detail)]
  const { body } = await who.post('/scans', { sent_at: all.clock().toISOString(), scans })
  return body.verdicts[0].verdict
}
const correct = (who: Person, fact: string) =>
  who.post(`/scans/${fact}/correction`, { id: randomUUID(), reason: 'nhầm' })
const lodgements = (all: Scenario): Promise<string[]> =>
  all.db('custody_events').where({ step: 'lodge' }).orderBy('effective_at').pluck('id')
const reviews = (all: Scenario) => all.db('reviews').where({ kind: 'signed_sheet' }).whereNull('withdrawn_at')
const unlisted = async (who: Person) =>
  (await who.get('/unlisted-handovers')).body.items.filter(
    ({ taker }: { taker: { kind: string } }) => taker.kind === 'police_unit',
  )

test('what came and went before the release, told only after it, did not come with the list', async t => {
  const all = await scenario(t)
  const { courier, officer, codes } = await carried(all, 2)
  const [gone = '', here = ''] = codes
  const began = all.clock()
  all.clock.move(2 * hour)
  const { body: sheet } = await courier.post('/handovers', { to: { unit: policeKrongNo }, codes })
  all.clock.move(5 * minute)
  await late(all, officer, 'lodge', gone, addMs(began, 30 * minute))
  await late(all, courier, 'hand_back', gone, addMs(began, hour))
  const { body } = await officer.post(`/handovers/${sheet.id}/acceptance`, { mode: 'scans', codes: [here] })
  t.deepEqual(body.short, [gone], JSON.stringify(body))
  t.is((await officer.get(`/parcels/${gone}`)).body.holder.person, courier.id)
})

test('what came before the release by a late scan and stayed is there', async t => {
  const all = await scenario(t)
  const { courier, officer, codes } = await carried(all, 1)
  const [code = ''] = codes
  const before = all.clock()
  all.clock.move(hour)
  const { body: sheet } = await courier.post('/handovers', { to: { unit: policeKrongNo }, codes })
  all.clock.move(minute)
  await late(all, officer, 'lodge', code, addMs(before, 30 * minute))
  const { body } = await officer.post(`/handovers/${sheet.id}/acceptance`, { mode: 'count', count: 1 })
  t.is(body.state, 'accepted', JSON.stringify(body))
  t.is((await lodgements(all)).length, 1)
})

test('who gave follows the facts until somebody signs', async t => {
  const all = await scenario(t)
  const { officer, codes } = await carried(all, 1)
  const [code = ''] = codes
  const second = await all.person('courier', krongNo)
  const began = all.clock()
  all.clock.move(hour)
  await scanned(all, officer, 'lodge', code)
  all.clock.move(minute)
  await late(all, second, 'take_over', code, addMs(began, 10 * minute))
  const [item] = await unlisted(officer)
  t.is(item.giver.person, second.id)
})

test('the same arrival scanned by two is one, before and after the signature', async t => {
  const all = await scenario(t)
  const { officer, codes, id } = await released(all, 1)
  const [code = ''] = codes
  const began = all.clock()
  const colleague = await all.person('officer', policeKrongNo)
  all.clock.move(10 * minute)
  await officer.post(`/handovers/${id}/acceptance`, { mode: 'scans', codes })
  all.clock.move(minute)
  await late(all, colleague, 'lodge', code, addMs(began, minute))
  t.deepEqual(await unlisted(officer), [], 'it stands on the signed sheet')
  t.deepEqual(await reviews(all), [], 'what was signed still holds')
  const [older = ''] = await lodgements(all)
  t.is((await correct(colleague, older)).status, 200)
  t.is((await officer.get(`/parcels/${code}`)).body.holder.unit, policeKrongNo)
})

test('a signed fact that late ones make impossible is asked about, and is answered when they go', async t => {
  const all = await scenario(t)
  const { clerk, officer, codes, id } = await released(all, 1)
  const [code = ''] = codes
  const began = all.clock()
  all.clock.move(hour)
  await officer.post(`/handovers/${id}/acceptance`, { mode: 'scans', codes })
  all.clock.move(minute)
  t.is(await late(all, clerk, 'arrive', code, addMs(began, 5 * minute)), 'recorded_late')
  await late(all, clerk, 'withdraw', code, addMs(began, 6 * minute))
  t.is((await reviews(all)).length, 1)
  t.is((await officer.get(`/handovers/${id}`)).body.state, 'accepted', 'the sheet stays as it was signed')
  const supervisor = await all.person('supervisor', giaNghia)
  for (const step of ['withdraw', 'arrive']) {
    const fact = await all.db('custody_events').where({ step, person_id: clerk.id }).first('id')
    t.is((await correct(supervisor, String(fact?.id))).status, 200)
  }
  t.is((await reviews(all)).length, 0)
})

test('a parcel that waits on two lists can still be corrected and scanned late', async t => {
  const all = await scenario(t)
  const { courier, clerk, officer, codes } = await released(all, 2)
  const [code = '', other = ''] = codes
  const began = all.clock()
  all.clock.move(hour)
  await scanned(all, officer, 'lodge', code)
  all.clock.move(minute)
  t.is((await officer.post('/handovers', { to: { person: courier.id }, codes: [code] })).status, 201)
  all.clock.move(minute)
  const scans = [
    scan('arrive', code, addMs(began, 10 * minute)),
    scan('withdraw', code, addMs(began, 20 * minute)),
    scan('arrive', other, addMs(began, 21 * minute)),
  ]
  t.is((await clerk.post('/scans', { sent_at: all.clock().toISOString(), scans })).status, 200)
  const [fact = ''] = await lodgements(all)
  t.is((await correct(await all.person('supervisor', policeKrongNo), fact)).status, 200)
})

test('the giver does not take back how they came to have what they signed for', async t => {
  const all = await scenario(t)
  const { courier, id } = await released(all, 1)
  const departed = await all.db('custody_events').where({ step: 'depart' }).first('id')
  t.is((await correct(courier, String(departed?.id))).body.code, 'signed')
  await courier.post(`/handovers/${id}/cancellation`, { reason: 'nhầm' })
  t.is((await correct(courier, String(departed?.id))).status, 200)
})

test('a list of somebody who has the parcel no more does not keep it from being handed on', async t => {
  const all = await scenario(t)
  const { clerk, officer, codes, id } = await released(all, 1)
  await scanned(all, clerk, 'arrive', String(codes[0]))
  const next = await all.person('courier', krongNo)
  all.clock.move(minute)
  const { status, body: sheet } = await clerk.post('/handovers', { to: { person: next.id }, codes })
  t.is(status, 201, JSON.stringify(sheet))
  t.is((await next.post(`/handovers/${sheet.id}/acceptance`, { mode: 'count', count: 1 })).body.state, 'accepted')
  const nothing = await officer.post(`/handovers/${id}/acceptance`, { mode: 'count', count: 0 })
  t.deepEqual([nothing.body.state, nothing.body.short], ['accepted_with_differences', codes])
})
