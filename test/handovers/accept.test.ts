import { randomUUID } from 'node:crypto'
import test from 'ava'
import { addMs, day, hour, minute } from '../../src/kit/time.ts'
import { hashPassword } from '../../src/people/passwords.ts'
import { scanned, takenIn } from '../support/at-krong-no.ts'
import { carried, released } from '../support/released.ts'
import { giaNghia, krongNo, type Person, pc06, policeKrongNo, type Scenario, scenario } from '../support/scenario.ts'

const password = 'Hoa mai nở sớm'

async function withPassword({ db }: Scenario, { id, username }: Person) {
  await db('people')
    .where({ id })
    .update({ password_hash: await hashPassword(password, username) })
  return { username, password }
}

const holderOf = async (who: Person, code: string) => (await who.get(`/parcels/${code}`)).body.holder

test('whoever counts the whole list has the whole list', async t => {
  const { officer, codes, id } = await released(await scenario(t), 3)
  const wrong = await officer.post(`/handovers/${id}/acceptance`, { mode: 'count', count: 2 })
  t.deepEqual([wrong.status, wrong.body.errors[0].pointer], [422, '/count'])
  const right = await officer.post(`/handovers/${id}/acceptance`, { mode: 'count', count: 3 })
  t.is(right.body.state, 'accepted', JSON.stringify(right.body))
  t.deepEqual([right.body.short, right.body.over], [[], []])
  for (const code of codes) t.is((await holderOf(officer, code)).unit, policeKrongNo)
})

test('an officer signs on the courier’s phone with a password of their own', async t => {
  const all = await scenario(t)
  const { courier, officer, codes, id } = await released(all, 1)
  const signer = await withPassword(all, officer)
  const sign = (change: object) => courier.post(`/handovers/${id}/acceptance`, { mode: 'pin', ...change })
  t.is((await sign({})).status, 422)
  t.is((await sign({ signer: { ...signer, password: 'không phải' } })).body.code, 'sign_in_failed')
  const stranger = await withPassword(all, await all.person('officer', pc06))
  t.is((await sign({ signer: stranger })).status, 403, 'only somebody of the taker’s side')
  const { body } = await sign({ signer })
  t.deepEqual([body.state, body.mode, body.taker.name], ['accepted', 'pin', officer.name], JSON.stringify(body))
  const [event] = await all.db('custody_events').where({ step: 'lodge' })
  t.is(event?.person_id, officer.id, 'a boundary step is always the taker’s fact')
  t.is((await all.db('handovers').where({ id }).first())?.entered_by, courier.id)
  t.is((await holderOf(officer, String(codes[0]))).unit, policeKrongNo)
})

test('whoever guesses on a borrowed phone is stopped as at the door', async t => {
  const all = await scenario(t)
  const { courier, officer, id } = await released(all, 1)
  const signer = await withPassword(all, officer)
  const guess = (said: string) =>
    courier.post(`/handovers/${id}/acceptance`, { mode: 'pin', signer: { ...signer, password: said } })
  for (let i = 0; i < 5; i++) t.is((await guess(`sai ${i}`)).status, 422)
  t.is((await guess(password)).status, 429, 'also with the right one')
  const signIn = { username: signer.username, password }
  t.is((await all.anyone.post('/sessions', signIn)).status, 429, 'and at the door itself')
})

test('a signed paper sheet is entered within one working day, with its own time', async t => {
  const all = await scenario(t)
  const { officer, id } = await released(all, 1)
  const signed_at = addMs(all.clock(), 30 * minute)
  const enter = (change = {}) =>
    officer.post(`/handovers/${id}/acceptance`, { mode: 'paper', paper_number: '12/2026', signed_at, ...change })
  t.deepEqual((await enter()).body.errors?.[0]?.pointer, '/signed_at', 'not before it is signed')
  all.clock.move(hour)
  t.is((await enter({ paper_number: undefined })).body.errors[0].pointer, '/paper_number')
  all.clock.move(3 * day)
  t.is((await enter()).body.code, 'paper_too_late')
  // Tuesday the 24th is a holiday: Wednesday is the first working day after Monday.
  all.clock.move(-day)
  const { body } = await enter()
  t.is(body.state, 'accepted', JSON.stringify(body))
  t.is(new Date(body.accepted_at).getTime(), signed_at.getTime(), 'the time on paper is the legal one')
  const [event] = await all.db('custody_events').where({ step: 'lodge' })
  t.deepEqual([event?.source, event?.effective_at.getTime()], ['paper', signed_at.getTime()])
})

test('an acceptance sent twice is one, and a second one is told so', async t => {
  const all = await scenario(t)
  const { officer, codes, id } = await released(all, 2)
  const key = { 'Idempotency-Key': `"${randomUUID()}"` }
  const send = (headers = {}) => officer.post(`/handovers/${id}/acceptance`, { mode: 'scans', codes }, headers)
  const [first, again] = [await send(key), await send(key)]
  t.deepEqual([again.status, again.body], [200, first.body])
  t.deepEqual([(await send()).status, (await send()).body.code], [409, 'not_waiting'])
  t.is((await all.db('custody_events').where({ step: 'lodge' })).length, 2)
})

test('two who accept one sheet at the same moment are one acceptance', async t => {
  const all = await scenario(t)
  const { officer, codes, id } = await released(all, 4)
  const colleague = await all.person('officer', policeKrongNo)
  const both = await Promise.all(
    [officer, colleague].map(who => who.post(`/handovers/${id}/acceptance`, { mode: 'scans', codes })),
  )
  t.deepEqual(both.map(({ status }) => status).sort(), [200, 409])
  t.is((await all.db('custody_events').where({ step: 'lodge' })).length, 4)
})

test('what was scanned at the station before signing stands on the released sheet, once', async t => {
  const all = await scenario(t)
  const { officer, codes, id } = await released(all, 3)
  await scanned(all, officer, 'lodge', String(codes[0]))
  const { body } = await officer.post(`/handovers/${id}/acceptance`, { mode: 'scans', codes: codes.slice(1) })
  t.is(body.state, 'accepted', JSON.stringify(body))
  t.is((await all.db('custody_events').where({ step: 'lodge' })).length, 3)
  t.is((await all.db('handovers').where({ is_implicit: true, taker_kind: 'police_unit' })).length, 0)
})

test('how each parcel looked is on the sheet and in its fact', async t => {
  const all = await scenario(t)
  const { officer, codes, id } = await released(all, 2)
  const [wet = '', dry = ''] = codes
  const said = {
    mode: 'count',
    count: 2,
    condition: 'intact',
    conditions: { [wet]: 'wet' },
    reservation: 'một gói ướt',
  }
  const { body } = await officer.post(`/handovers/${id}/acceptance`, said)
  t.deepEqual(
    body.parcels.map(({ code, condition }: { code: string; condition: string }) => [code, condition]),
    [
      [wet, 'wet'],
      [dry, 'intact'],
    ],
  )
  t.is(body.reservation, 'một gói ướt')
  const facts = await all.db('custody_events').where({ step: 'lodge' }).select('detail')
  t.deepEqual(facts.map(({ detail }) => detail['condition']).sort(), ['intact', 'wet'])
})

test('only the taker signs for the taker', async t => {
  const all = await scenario(t)
  const { courier, codes, id } = await released(all, 1)
  const mine = await courier.post(`/handovers/${id}/acceptance`, { mode: 'scans', codes })
  t.is(mine.status, 403)
  const stranger = await all.person('officer', pc06)
  t.is((await stranger.post(`/handovers/${id}/acceptance`, { mode: 'scans', codes })).status, 404)
  t.is((await stranger.get(`/handovers/${id}`)).status, 404)
  t.is((await stranger.get(`/handovers/${id}.pdf`)).status, 404)
  t.deepEqual((await stranger.get('/handovers?which=open')).body.items, [])
})

test('a code that nobody knows is named, and nothing is signed', async t => {
  const all = await scenario(t)
  const { officer, codes, id } = await released(all, 1)
  const { status, body } = await officer.post(`/handovers/${id}/acceptance`, {
    mode: 'scans',
    codes: [...codes, 'PA999999990VN'],
  })
  t.deepEqual([status, body.errors[0].pointer], [422, '/codes/1'])
  t.is((await officer.get(`/handovers/${id}`)).body.state, 'released')
})

test('in an office of one the clerk hands over to himself as courier, and the sheet says so', async t => {
  const all = await scenario(t)
  const { clerk } = await carried(all, 0)
  const { parcel } = await takenIn(all, { clerk } as never)
  const { id: assignment } = (await all.db('assignments').where({ person_id: clerk.id }).first('id')) ?? {}
  const row = await all
    .db('assignments')
    .where({ id: String(assignment) })
    .first('*')
  await all.db('assignments').insert({ ...row, id: randomUUID(), role: 'courier' } as never)
  const sent = { to: { person: clerk.id }, codes: [parcel.code] }
  const { body: sheet } = await clerk.post('/handovers', sent)
  const { body } = await clerk.post(`/handovers/${sheet.id}/acceptance`, { mode: 'count', count: 1 })
  t.deepEqual([body.is_self, body.state], [true, 'accepted'], JSON.stringify(body))
  t.deepEqual(await holderOf(clerk, parcel.code), { kind: 'courier', unit: krongNo, person: clerk.id })
})

test('a supervisor who takes back what is on a signed sheet leaves the sheet and opens a review', async t => {
  const all = await scenario(t)
  const { officer, codes, id } = await released(all, 1)
  await officer.post(`/handovers/${id}/acceptance`, { mode: 'scans', codes })
  const before = (await officer.file(`/handovers/${id}.pdf`)).bytes
  const [fact] = await all.db('custody_events').where({ step: 'lodge' })
  const take = (who: Person) => who.post(`/scans/${fact?.id}/correction`, { id: randomUUID(), reason: 'nhầm' })
  t.is((await take(officer)).body.code, 'signed')
  const supervisor = await all.person('supervisor', giaNghia)
  t.is((await take(supervisor)).status, 403, 'what the police scanned is theirs to take back')
  t.is((await take(await all.person('supervisor', policeKrongNo))).status, 200)
  const reviews = (await supervisor.get('/reviews')).body.items
  t.deepEqual(
    reviews.map(({ kind, code }: { kind: string; code: string }) => [kind, code]),
    [['signed_sheet', codes[0]]],
  )
  t.is((await officer.get(`/handovers/${id}`)).body.state, 'accepted')
  t.true((await officer.file(`/handovers/${id}.pdf`)).bytes.equals(before))
})
