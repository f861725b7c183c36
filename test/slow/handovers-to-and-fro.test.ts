import { randomUUID } from 'node:crypto'
import test from 'ava'
import { addMs, hour, minute } from '../../src/kit/time.ts'
import { scanned, takenIn } from '../support/at-krong-no.ts'
import { carried, released } from '../support/released.ts'
import {
  giaNghia,
  krongNo,
  type Person,
  pc06,
  policeKrongNo,
  type Scenario,
  scan,
  scenario,
} from '../support/scenario.ts'

const late = async (all: Scenario, who: Person, step: string, code: string, at: Date, detail = {}) => {
  const scans = [scan(step, code, at, detail)]
  const { body } = await who.post('/scans', { sent_at: all.clock().toISOString(), scans })
  return body.verdicts[0].verdict
}
const accept = (who: Person, id: string, said: object) => who.post(`/handovers/${id}/acceptance`, said)
const holderOf = async (who: Person, code: string) => (await who.get(`/parcels/${code}`)).body.holder
const unlisted = async (who: Person, kind: string) =>
  (await who.get('/unlisted-handovers')).body.items.filter(
    (one: { taker: { kind: string } }) => one.taker.kind === kind,
  )

const shownTo = async (who: Person, { id }: { id: string }): Promise<string[]> =>
  (await who.get(`/unlisted-handovers/${id}`)).body.parcels.map(({ event }: { event: string }) => event)
const sign = (who: Person, { id }: { id: string }, events: string[]) =>
  who.post(`/unlisted-handovers/${id}/acceptance`, { events })

for (const mode of [{ mode: 'scans' }, { mode: 'count', count: 1 }])
  test(`a parcel that came, went back and came again is with whoever signs for it now (${mode.mode})`, async t => {
    const all = await scenario(t)
    const { courier, officer, codes, id } = await released(all, 1)
    const [code = ''] = codes
    await scanned(all, officer, 'lodge', code)
    await scanned(all, courier, 'hand_back', code)
    all.clock.move(minute)
    const said = mode.mode === 'scans' ? { ...mode, codes } : mode
    const { body } = await accept(officer, id, said)
    t.is(body.state, 'accepted', JSON.stringify(body))
    t.is((await holderOf(officer, code)).kind, 'police_unit', 'the police have signed that they have it')
  })

for (const condition of ['intact', undefined])
  test(`an arrival told late by a colleague is the one that was signed (condition ${condition})`, async t => {
    const all = await scenario(t)
    const { officer, codes, id } = await released(all, 1)
    const [code = ''] = codes
    const began = all.clock()
    const colleague = await all.person('officer', policeKrongNo)
    all.clock.move(10 * minute)
    await accept(officer, id, { mode: 'scans', codes, ...(condition && { condition }) })
    all.clock.move(minute)
    await late(all, colleague, 'lodge', code, addMs(began, minute))
    t.deepEqual(await unlisted(officer, 'police_unit'), [], 'one hand-over is not signed twice')
    t.deepEqual(await all.db('reviews').whereNull('withdrawn_at').pluck('kind'), [])
  })

test('an arrival told late by the wrong button is the one that was signed', async t => {
  const all = await scenario(t)
  const { clerk, courier, codes } = await carried(all, 1)
  const [code = ''] = codes
  const began = all.clock()
  all.clock.move(minute)
  const { body: sheet } = await courier.post('/handovers', { to: { unit: krongNo }, codes })
  all.clock.move(10 * minute)
  await accept(clerk, sheet.id, { mode: 'scans', codes })
  all.clock.move(minute)
  await late(all, await all.person('clerk', krongNo), 'take_over', code, addMs(began, 5 * minute))
  t.deepEqual(await unlisted(clerk, 'post_office'), [])
})

test('what came before the release, told after it, and went on after it, is not taken back by a count', async t => {
  const all = await scenario(t)
  const { courier, officer, codes } = await carried(all, 1)
  const [code = ''] = codes
  const began = all.clock()
  all.clock.move(hour)
  const { body: sheet } = await courier.post('/handovers', { to: { unit: policeKrongNo }, codes })
  all.clock.move(5 * minute)
  await late(all, officer, 'lodge', code, addMs(began, 30 * minute))
  const other = await all.person('officer', pc06)
  await scanned(all, other, 'transfer', code)
  all.clock.move(5 * minute)
  const { body } = await accept(officer, sheet.id, { mode: 'count', count: 1 })
  t.is(body.state, 'accepted')
  t.is((await holderOf(other, code)).unit, pc06, 'it is at PC06')
})

test('what was scanned and given back can be listed again, or its list be cancelled', async t => {
  const all = await scenario(t)
  const { courier, officer, codes, id } = await released(all, 1)
  const [code = ''] = codes
  await scanned(all, officer, 'lodge', code)
  await scanned(all, courier, 'hand_back', code)
  all.clock.move(minute)
  const cancelled = await courier.post(`/handovers/${id}/cancellation`, { reason: 'công an trả lại' })
  const again = await courier.post('/handovers', { to: { unit: krongNo }, codes })
  t.true(cancelled.status === 200 || again.status === 201, JSON.stringify([cancelled.body.code, again.body.code]))
})

test('what the station scanned for the newer list is not short there after the older one is signed', async t => {
  const all = await scenario(t)
  const { clerk, courier, officer, codes, id } = await released(all, 2)
  const [code = '', other = ''] = codes
  const second = await all.person('courier', krongNo)
  const { parcel } = await takenIn(all, { clerk, courier, officer })
  await scanned(all, second, 'depart', parcel.code)
  await scanned(all, second, 'take_over', code)
  all.clock.move(minute)
  const { body: newer } = await second.post('/handovers', { to: { unit: policeKrongNo }, codes: [code, parcel.code] })
  await scanned(all, officer, 'lodge', code)
  all.clock.move(minute)
  await accept(officer, id, { mode: 'scans', codes: [other] })
  const rest = await accept(officer, newer.id, { mode: 'scans', codes: [parcel.code] })
  t.deepEqual([rest.status, rest.body.short], [200, []], 'what the station has scanned is there')
})

test('what a courier of two offices took is counted as it is shown', async t => {
  const all = await scenario(t)
  const { clerk, courier, officer } = await carried(all, 0)
  const [one, two] = [await takenIn(all, { clerk, courier, officer }), await takenIn(all, { clerk, courier, officer })]
  const row = await all.db('assignments').where({ person_id: courier.id }).first('*')
  await all.db('assignments').insert({ ...row, id: randomUUID(), unit_id: giaNghia } as never)
  const take = async (code: string, unit: string) => {
    all.clock.move(minute)
    const scans = [scan('depart', code, all.clock())]
    return (await courier.post('/scans', { sent_at: all.clock().toISOString(), unit, scans })).body.verdicts[0].verdict
  }
  t.is(await take(one.parcel.code, krongNo), 'recorded')
  t.is(await take(two.parcel.code, giaNghia), 'recorded')
  const items = await unlisted(courier, 'courier')
  const total = items.reduce((sum: number, { parcels }: { parcels: number }) => sum + parcels, 0)
  t.is(total, 2)
  for (const item of items) {
    const { status, body } = await sign(courier, item, await shownTo(courier, item))
    t.is(status, 201, JSON.stringify(body))
  }
})

test('nobody signs for a parcel that was not shown', async t => {
  const all = await scenario(t)
  const { officer, codes } = await carried(all, 3)
  const [a = '', b = '', c = ''] = codes
  await scanned(all, officer, 'lodge', a)
  await scanned(all, officer, 'lodge', b)
  const [item] = await unlisted(officer, 'police_unit')
  const shown = await shownTo(officer, item)
  // Shown: a and b. Then b is taken back and a colleague scans c.
  const fact = await all.db('custody_events').where({ step: 'lodge' }).orderBy('effective_at', 'desc').first('id')
  await officer.post(`/scans/${fact?.id}/correction`, { id: randomUUID(), reason: 'nhầm' })
  await scanned(all, await all.person('officer', policeKrongNo), 'lodge', c)
  t.is((await sign(officer, item, shown)).body.code, 'list_changed')
})

test('a paper sheet says what was done when it was signed', async t => {
  const all = await scenario(t)
  const { clerk, courier, officer } = await carried(all, 0)
  const { reference, parcel } = await takenIn(all, { clerk, courier, officer })
  await scanned(all, courier, 'depart', parcel.code)
  await scanned(all, officer, 'lodge', parcel.code)
  await officer.post(`/dossiers/${reference}/acceptance`, { due: '2026-11-27' })
  await officer.post(`/dossiers/${reference}/result`, { kind: 'granted', papers: ['Thẻ căn cước'] })
  const { body: home } = await officer.post('/parcels', { purpose: 'result', dossiers: [reference], weight_g: 60 })
  all.clock.move(minute)
  const { body: sheet } = await officer.post('/handovers', { to: { person: courier.id }, codes: [home.code] })
  const signed_at = addMs(all.clock(), 5 * minute)
  all.clock.move(30 * minute)
  await scanned(all, clerk, 'arrive', home.code)
  all.clock.move(30 * minute)
  const { body } = await accept(courier, sheet.id, { mode: 'paper', paper_number: '1', signed_at })
  t.is(body.state, 'accepted', JSON.stringify(body))
  const facts = await all
    .db('custody_events')
    .join('event_standings', 'event_standings.event_id', 'custody_events.id')
    .join('parcels', 'parcels.id', 'custody_events.parcel_id')
    .where({ code: home.code })
    .orderBy('effective_at')
    .select('step', 'flags', 'standing')
  t.deepEqual(facts[0], { step: 'hand_back', flags: [], standing: 'applied' }, JSON.stringify(facts))
})

test('what was signed on paper and has gone on since is not short', async t => {
  const all = await scenario(t)
  const { officer, codes, id } = await released(all, 1)
  const [code = ''] = codes
  const signed_at = addMs(all.clock(), 5 * minute)
  all.clock.move(30 * minute)
  await scanned(all, await all.person('officer', pc06), 'lodge', code)
  all.clock.move(30 * minute)
  const { body } = await accept(officer, id, { mode: 'paper', paper_number: '1', signed_at })
  t.deepEqual([body.state, body.short], ['accepted', []], JSON.stringify(body))
})

test('what came and went in one moment before the release did not come with the list', async t => {
  const all = await scenario(t)
  const { courier, officer, codes } = await carried(all, 1)
  const [code = ''] = codes
  const began = all.clock()
  all.clock.move(hour)
  const { body: sheet } = await courier.post('/handovers', { to: { unit: policeKrongNo }, codes })
  all.clock.move(minute)
  const at = addMs(began, minute)
  const ids = [randomUUID(), randomUUID()].sort()
  const tell = (who: Person, step: string, one: string) =>
    who.post('/scans', { sent_at: all.clock().toISOString(), scans: [{ ...scan(step, code, at), id: one }] })
  await tell(officer, 'lodge', ids[0] ?? '')
  await tell(courier, 'hand_back', ids[1] ?? '')
  t.is((await holderOf(courier, code)).kind, 'courier')
  const { body } = await accept(officer, sheet.id, { mode: 'count', count: 0 })
  t.deepEqual(body.short, codes, JSON.stringify(body))
})

test('what came besides, went back and came again is with whoever signs for it', async t => {
  const all = await scenario(t)
  const { courier, officer, codes } = await carried(all, 2)
  const [listed = '', besides = ''] = codes
  all.clock.move(minute)
  const { body: sheet } = await courier.post('/handovers', { to: { unit: policeKrongNo }, codes: [listed] })
  await scanned(all, officer, 'lodge', besides)
  await scanned(all, courier, 'hand_back', besides)
  all.clock.move(minute)
  const { body } = await accept(officer, sheet.id, { mode: 'scans', codes })
  t.deepEqual(body.over, [besides])
  t.is((await holderOf(officer, besides)).kind, 'police_unit')
})

test('what came, was given back and is not there is not signed for by a count of the rest', async t => {
  const all = await scenario(t)
  const { courier, officer, codes, id } = await released(all, 2)
  const [gone = '', here = ''] = codes
  await scanned(all, officer, 'lodge', gone)
  await scanned(all, courier, 'hand_back', gone)
  all.clock.move(minute)
  const { body } = await accept(officer, id, { mode: 'scans', codes: [here] })
  t.deepEqual(body.short, [gone], 'they did not say that they have it, nor have they by the facts')
})

test('a late fact that puts another giver before a signed one is asked about', async t => {
  const all = await scenario(t)
  const { officer, codes, id } = await released(all, 1)
  const [code = ''] = codes
  const began = all.clock()
  const second = await all.person('courier', krongNo)
  all.clock.move(10 * minute)
  await accept(officer, id, { mode: 'scans', codes })
  all.clock.move(minute)
  await late(all, second, 'take_over', code, addMs(began, minute))
  t.is(
    (await all.db('reviews').where({ kind: 'signed_sheet' })).length,
    1,
    'the sheet names another giver than the facts',
  )
})
