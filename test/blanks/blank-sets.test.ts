import test from 'ava'
import { addMs, hour, longTime, minute } from '../../src/kit/time.ts'
import { texts } from '../documents/paper.ts'
import { scanned } from '../support/at-krong-no.ts'
import { intake, printed } from '../support/blank-sets.ts'
import { giaNghia, policeKrongNo, scan, scenario } from '../support/scenario.ts'
import { deskOf, untouched } from '../support/staff-browser.ts'

test('of one set that two type in at once one dossier is made', async t => {
  const all = await scenario(t)
  const { clerk, sets } = await printed(all, 1)
  const colleague = await all.person('clerk', '642100')
  all.clock.move(hour)
  const paper_at = addMs(all.clock(), -minute)
  const sent = await intake(all, { parcel_code: sets[0], paper_at })
  const replies = await Promise.all([clerk, colleague].map(who => who.post('/dossiers', sent)))
  const made = replies.filter(({ status }) => status === 201)
  t.true(made.length > 0)
  t.is((await all.db('custody_events').where({ step: 'accept' })).length, 1)
  const codes = made.map(({ body }) => body.lookup_code)
  t.is(new Set(codes).size, made.length, 'the second shares the envelope, as a family does, with a code of its own')
})

test('a waybill is typed in once: the second clerk is told who did, when, and which dossier it is', async t => {
  const all = await scenario(t)
  const { clerk, sets } = await printed(all, 1)
  const colleague = await all.person('clerk', '642100')
  all.clock.move(hour)
  const sent = await intake(all, { parcel_code: sets[0], paper_at: addMs(all.clock(), -minute) })
  const typedIn = all.clock()
  const { body: first } = await clerk.post('/dossiers', sent)
  all.clock.move(hour)
  const again = await colleague.post('/dossiers', sent)
  t.deepEqual([again.status, again.body.code], [409, 'typed_in_before'])
  for (const word of [clerk.name, first.reference, longTime(typedIn)]) t.true(again.body.detail.includes(word), word)
  t.is((await all.db('dossiers')).length, 1)
})

test('a set is typed in by its own office alone', async t => {
  const all = await scenario(t)
  const { sets } = await printed(all, 1)
  all.clock.move(hour)
  const stranger = await all.person('clerk', giaNghia)
  const paper_at = addMs(all.clock(), -minute)
  const other = await stranger.post('/dossiers', await intake(all, { parcel_code: sets[0], paper_at }))
  t.deepEqual([other.status, other.body.errors[0].pointer], [422, '/paper_at'])
  const shared = await stranger.post('/dossiers', await intake(all, { parcel_code: sets[0] }))
  t.is(shared.body.code, 'parcel_not_here')
})

test('the time on the paper lies between the printing of the set and now', async t => {
  const all = await scenario(t)
  const { clerk, sets } = await printed(all, 1)
  const type = async (paper_at: Date) =>
    (await clerk.post('/dossiers', await intake(all, { parcel_code: sets[0], paper_at }))).status
  t.is(await type(addMs(all.clock(), -hour)), 422)
  t.is(await type(addMs(all.clock(), minute)), 422)
  t.is(await type(addMs(all.clock(), -minute / 2)), 201)
  const label = await clerk.post('/dossiers', await intake(all, { paper_at: all.clock() }))
  t.is(label.body.errors[0].pointer, '/paper_at', 'only what stood on a set has a time on paper')
})

test('what looked astray while nobody knew where it goes is not asked about any more', async t => {
  const all = await scenario(t)
  const { clerk, courier, officer, sets } = await printed(all, 1)
  const [code = ''] = sets
  await scanned(all, courier, 'collect', code)
  await scanned(all, officer, 'lodge', code)
  const misrouted = () => all.db('reviews').where({ kind: 'misrouted' }).whereNull('withdrawn_at')
  t.is((await misrouted()).length, 1)
  const { status, body } = await clerk.post('/dossiers', await intake(all, { parcel_code: code }))
  t.is(status, 201, JSON.stringify(body))
  t.is((await misrouted()).length, 0)
  t.is((await officer.get(`/parcels/${code}`)).body.holder.unit, policeKrongNo)
})

test('sets are printed by their office, and by nobody else', async t => {
  const all = await scenario(t)
  const { clerk, courier, officer, batch } = await printed(all, 2)
  for (const who of [courier, officer]) t.is((await who.post('/blank-sets', { count: 1 })).status, 403)
  const stranger = await all.person('clerk', giaNghia)
  t.is((await stranger.file(`/blank-sets/${batch}.pdf`)).status, 404)
  t.is((await clerk.post('/blank-sets', { count: 51 })).status, 422)
  const [, again] = [await clerk.file(`/blank-sets/${batch}.pdf`), await clerk.file(`/blank-sets/${batch}.pdf`)]
  t.true((await texts(again.bytes))[0]?.includes('BẢN IN LẠI 1'))
})

test('a set is finished once, by nobody twice', async t => {
  const all = await scenario(t)
  const { clerk, sets } = await printed(all, 1)
  const spoil = () => clerk.post('/blank-sets/spoiled', { code: sets[0], reason: 'rách' })
  t.deepEqual([(await spoil()).status, (await spoil()).status], [200, 404])
  const undo = { spoiled_at: null, spoiled_by: null, spoiled_reason: null }
  for (const login of [all.db, all.owner]) {
    const error = await t.throwsAsync(async () => login('blank_sets').update(undo))
    t.is((error as unknown as { code: string }).code, '42501')
  }
  const used = await clerk.post('/dossiers', await intake(all, { parcel_code: sets[0] }))
  t.is(used.body.code, 'parcel_not_here')
})

test('pages print sets, tell which wait, and take what stands on paper', async t => {
  const all = await scenario(t)
  const { courier, sets } = await printed(all, 2)
  const clerk = await all.person('clerk', '642100')
  const [desk, phone] = [await deskOf(all, clerk), await deskOf(all, courier)]
  const form = untouched((await desk.get('/staff/blanks')).text, 'order')
  t.regex((await desk.post('/staff/blanks', { ...form, count: 'hai' })).text, /Xin ghi số bộ phiếu/)
  t.is((await desk.post('/staff/blanks', { ...form, count: '2' })).status, 303)
  const paper = untouched((await phone.get('/staff/scan/paper')).text, 'scan')
  const said = { ...paper, step: 'collect', codes: String(sets[0]) }
  t.regex((await phone.post('/staff/scan/paper', said)).text, /Xin ghi ngày giờ trên phiếu/)
  all.clock.move(hour)
  const typed = await phone.post('/staff/scan/paper', { ...said, paper_at: '23/11/2026 08:30' })
  t.is(typed.status, 200, typed.text)
  t.is((await phone.post('/staff/scan/paper', { ...said, paper_at: '23/11/2026 08:30' })).status, 200)
  const facts = await all.db('custody_events').select('step', 'source', 'effective_at')
  t.deepEqual(facts, [{ step: 'collect', source: 'paper', effective_at: new Date('2026-11-23T01:30:00.000Z') }])
  t.true((await desk.get('/staff/blanks')).text.includes(courier.name))
})

test('steps typed in before the intake wait for it, whoever types first', async t => {
  const all = await scenario(t)
  const { clerk, courier, officer, sets } = await printed(all, 1)
  const [code = ''] = sets
  const eight = all.clock()
  all.clock.move(5 * hour)
  for (const [who, step, at] of [
    [courier, 'depart', addMs(eight, hour)],
    [officer, 'lodge', addMs(eight, 2 * hour)],
  ] as const)
    await who.post('/scans', {
      sent_at: all.clock().toISOString(),
      scans: [{ ...scan(step, code, at), source: 'paper' }],
    })
  const { status, body } = await clerk.post('/dossiers', await intake(all, { parcel_code: code, paper_at: eight }))
  t.is(status, 201, JSON.stringify(body))
  t.is((await officer.get(`/parcels/${code}`)).body.holder.unit, policeKrongNo)
  const standings = await all.db('event_standings').pluck('standing')
  t.deepEqual(new Set(standings), new Set(['applied']))
})

test('a set that was called spoiled and used nevertheless is typed in', async t => {
  const all = await scenario(t)
  const { clerk, courier, sets } = await printed(all, 1)
  const [code = ''] = sets
  await clerk.post('/blank-sets/spoiled', { code, reason: 'mất' })
  await scanned(all, courier, 'collect', code)
  const { status, body } = await clerk.post('/dossiers', await intake(all, { parcel_code: code }))
  t.is(status, 201, JSON.stringify(body))
  const fact = await all.db('custody_events').where({ step: 'collect' }).first('effective_at')
  const dossier = await all.db('dossiers').first('created_at')
  t.deepEqual(dossier?.created_at, fact?.effective_at, 'received when the courier took it')
  const family = await clerk.post('/dossiers', await intake(all, { parcel_code: code }))
  t.is(family.status, 201, 'the next of the family is in the same envelope')
})

test('what is lost or back with the applicant is not typed in', async t => {
  const all = await scenario(t)
  const { clerk, sets } = await printed(all, 2)
  const [lost = '', back = ''] = sets
  const supervisor = await all.person('supervisor', giaNghia)
  await scanned(all, supervisor, 'report_lost', lost, { reason: 'mất' })
  all.clock.move(minute)
  const type = async (code: string) =>
    (await clerk.post('/dossiers', await intake(all, { parcel_code: code, paper_at: all.clock() }))).status
  t.is(await type(lost), 409)
  await scanned(all, clerk, 'accept', back)
  await scanned(all, clerk, 'withdraw', back)
  t.not(await type(back), 201)
})
