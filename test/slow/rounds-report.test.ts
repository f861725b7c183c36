import { randomUUID } from 'node:crypto'
import test from 'ava'
import { day, hour, minute } from '../../src/kit/time.ts'
import { proofDigest, type SaidAtTheDoor } from '../../src/rounds/delivery-proof.ts'
import { atKrongNo, onItsWayHome, scanned } from '../support/at-krong-no.ts'
import { bhim, handed, nobodyHome, onRound, report, resultsFor, statesOf } from '../support/on-a-round.ts'
import { hoa } from '../support/papers.ts'
import { krongNo, pc06, policeKrongNo, type Scenario, sharedPast } from '../support/scenario.ts'
import { deskOf } from '../support/staff-browser.ts'

/** Two results for Hoa and one for Y Bhĭm, ready at Krông Nô. */
const morning = sharedPast(async all => ({ results: await resultsFor(all, await atKrongNo(all), [{}, {}, bhim]) }))

/** The courier is out with them: Hoa is stop 1, Y Bhĭm stop 2. */
async function outWith(all: Scenario & { results: { code: string; lookup_code: string }[] }) {
  const staff = await atKrongNo(all)
  const [one = '', two = '', other = ''] = all.results.map(({ code }) => code)
  const round = await onRound(all, staff, [one, two, other])
  all.clock.move(minute)
  return { ...staff, round, one, two, other }
}

test('one report delivers all parcels of a stop with one proof, and sent again it changes nothing', async t => {
  const all = await morning(t)
  const { courier, clerk, round, one, two, other } = await outWith(all)
  const said = handed()
  const first = await report(courier, round, 1, said)
  t.is(first.status, 200)
  t.deepEqual(
    first.body.verdicts.map(({ code, verdict }: { code: string; verdict: string }) => [code, verdict]),
    [one, two].sort().map(code => [code, 'recorded']),
  )
  all.clock.move(minute)
  t.deepEqual((await report(courier, round, 1, said)).body, first.body)
  t.is((await all.db('custody_events').where({ step: 'deliver' })).length, 2)
  t.deepEqual(await statesOf(clerk, round), { [one]: 'delivered', [two]: 'delivered', [other]: 'in_hand' })
  const facts = await all.db('custody_events').where({ step: 'deliver' }).pluck('detail')
  t.deepEqual(
    facts,
    [0, 1].map(() => ({ capacity: 'recipient', proof: first.body.proof })),
  )
})

test('the same report five times at the same moment is one report', async t => {
  const all = await morning(t)
  const { courier, round } = await outWith(all)
  const said = handed({ papers: ['old_card'] })
  const answers = await Promise.all([1, 2, 3, 4, 5].map(() => report(courier, round, 1, said)))
  for (const { status, body } of answers) t.deepEqual([status, body], [200, answers[0]?.body])
  t.is((await all.db('delivery_reports')).length, 1)
  t.is((await all.db('parcels').where({ purpose: 'collected_papers' })).length, 1)
})

test('the id of a report belongs to its person and its words', async t => {
  const all = await morning(t)
  const { courier, round } = await outWith(all)
  const said = handed()
  await report(courier, round, 1, said)
  const other = await report(courier, round, 1, { ...said, name: 'Y Bhĭm' })
  t.deepEqual([other.status, other.body.code], [409, 'id_reused'])
})

test('a fact says nothing of a person but a digest, which stays right when the proof is erased', async t => {
  const all = await morning(t)
  const { courier, round, one } = await outWith(all)
  const supervisor = await all.person('supervisor', krongNo)
  await report(courier, round, 1, handed({ means: { kind: 'witness', name: 'Bùi Văn Nam' } }))
  const facts = JSON.stringify(await all.db('custody_events'))
  for (const word of ['Nguyễn Thị Hoa', 'Bùi Văn Nam', '1234"']) t.false(facts.includes(word), word)
  const { body } = await supervisor.get(`/parcels/${one}/proof`)
  t.like(body, { name: 'Nguyễn Thị Hoa', witness: 'Bùi Văn Nam', is_as_told: true })
  const row = await all.db('delivery_proofs').first('salt', 'said', 'digest')
  t.is(proofDigest(row?.salt ?? Buffer.alloc(0), row?.said as SaidAtTheDoor), String(row?.digest))
  t.not(proofDigest(Buffer.alloc(32), row?.said as SaidAtTheDoor), String(row?.digest), 'salted')
  await t.throwsAsync(all.db('delivery_proofs').update({ made_at: all.clock() }), { code: '42501' })
  await all.db('delivery_proofs').delete()
  t.is((await supervisor.get(`/parcels/${one}/proof`)).body.code, 'no_proof')
  t.is((await supervisor.get(`/parcels/${one}`)).status, 200)
  t.is((await all.db('audit_log').where({ action: 'read proof' })).length, 1)
})

test('a proof is read by those who answer for the whole, and by nobody at an office', async t => {
  const all = await morning(t)
  const { courier, clerk, officer, round, one } = await outWith(all)
  await report(courier, round, 1, handed())
  for (const who of [courier, clerk, officer]) t.is((await who.get(`/parcels/${one}/proof`)).status, 403)
})

test('the code on the slip proves a taking, is compared and never kept', async t => {
  const all = await morning(t)
  const { courier, round } = await outWith(all)
  const [mine = '', , foreign = ''] = all.results.map(({ lookup_code }) => lookup_code)
  const by = (code: string) => report(courier, round, 1, handed({ means: { kind: 'slip_code', code } }))
  for (const code of [foreign, '7K3M-9QXT-2VHC', 'x']) {
    const { status, body } = await by(code)
    t.deepEqual([status, body.errors[0].pointer], [422, '/means/code'], code)
  }
  t.is((await all.db('delivery_reports')).length, 0, 'what was refused did nothing')
  t.is((await by(mine.toLowerCase())).status, 200)
  for (const table of ['delivery_proofs', 'delivery_reports', 'scans'])
    t.false(JSON.stringify(await all.db(table)).includes(mine.replaceAll('-', '')), table)
})

test('a code that was replaced because its slip was lost proves nothing any more', async t => {
  const all = await morning(t)
  const { courier, clerk, round } = await outWith(all)
  const [{ lookup_code: old, reference } = { lookup_code: '', reference: '' }] = all.results
  const { body } = await clerk.post(`/dossiers/${reference}/lookup-code`, { paper_seen: 'CCCD' })
  const by = (code: string) => report(courier, round, 1, handed({ means: { kind: 'slip_code', code } }))
  t.is((await by(old)).status, 422)
  t.is((await by(body.lookup_code)).status, 200)
})

const png = (bytes: number) =>
  Buffer.concat([Buffer.from('\x89PNG', 'latin1'), Buffer.alloc(bytes - 4)]).toString('base64')
for (const [what, text, status] of [
  ['a small PNG', png(2000), 200],
  ['one of more than 50 kB', png(51_201), 422],
  ['another kind of file', Buffer.from('<svg/>').toString('base64'), 422],
] as const)
  test(`of a drawn signature ${what} answers ${status}`, async t => {
    const all = await morning(t)
    const { courier, round, one } = await outWith(all)
    const sent = await report(courier, round, 1, handed({ means: { kind: 'signature', png: text } }))
    t.is(sent.status, status)
    if (status !== 200) return
    const { body } = await (await all.person('supervisor', krongNo)).get(`/parcels/${one}/proof`)
    t.is(body.signature_png, text)
  })

test('papers collected back travel in an envelope of their own until the police take them back', async t => {
  const all = await morning(t)
  const { courier, clerk, officer, round } = await outWith(all)
  const { body } = await report(courier, round, 1, handed({ papers: ['old_card', 'receipt'] }))
  t.regex(body.envelope, /^PA\d{9}VN$/)
  const envelope = async (who = courier) => (await who.get(`/parcels/${body.envelope}`)).body
  t.like(await envelope(), {
    purpose: 'collected_papers',
    step: 'collect',
    holder: { kind: 'courier', person: courier.id },
  })
  await scanned(all, clerk, 'arrive', body.envelope)
  await scanned(all, officer, 'take_back', body.envelope)
  t.like(await envelope(clerk), { step: 'take_back', holder: { kind: 'police_unit', unit: policeKrongNo } })
  const desk = (await (await deskOf(all, officer)).get('/staff/desk')).text
  t.false(desk.includes(`/staff/desk/openings/${body.envelope}`), 'there is no list to open it by')
  const present = await all.db('parcel_presents').where({ last_step: 'take_back' }).first('ended_at', 'is_misrouted')
  t.truthy(present?.ended_at)
  t.false(present?.is_misrouted)
})

test('papers go into the envelope that was printed before, once', async t => {
  const all = await morning(t)
  const { courier, round } = await outWith(all)
  const label = 'RR123456785VN'
  const own = handed({ papers: ['receipt'], envelope: 'rr 1234 5678 5 vn' })
  t.is((await report(courier, round, 1, own)).body.envelope, label)
  const again = await report(courier, round, 2, handed({ papers: ['receipt'], envelope: label }))
  t.deepEqual([again.status, again.body.code], [409, 'item_code_in_use'])
  t.is((await statesOf(courier, round))[all.results[2]?.code ?? ''], 'in_hand', 'nothing of it happened')
})

test('a phone without a network tells later what happened earlier, papers and all', async t => {
  const all = await morning(t)
  const { courier, round, one } = await outWith(all)
  const happened = all.clock()
  all.clock.move(5 * hour)
  const device = {
    device: 'phone-7',
    counter: 3,
    occurred_at: happened.toISOString(),
    sent_at: all.clock().toISOString(),
  }
  const { body } = await report(courier, round, 1, handed({ ...device, papers: ['old_card'] }))
  t.true(
    body.verdicts.every(({ verdict }: { verdict: string }) => verdict === 'recorded'),
    JSON.stringify(body),
  )
  const parcel = await all.db('parcels').where({ code: one }).first('id')
  const fact = await all
    .db('custody_events')
    .where({ step: 'deliver', parcel_id: String(parcel?.id) })
    .first('*')
  t.like(fact, { effective_at: happened, device: 'phone-7' })
})

test('who was not at home gets the first notice, and the second not before its day', async t => {
  const all = await morning(t)
  const { courier, round, other } = await outWith(all)
  const notice = { notice: { left_with: 'neighbour' } }
  const first = await report(courier, round, 2, nobodyHome(notice))
  t.is(first.status, 200, JSON.stringify(first.body))
  t.is((await statesOf(courier, round))[other], 'attempted')
  all.clock.move(day)
  const early = await report(courier, round, 2, nobodyHome(notice))
  t.deepEqual([early.status, early.body.code], [409, 'notice_too_early'])
  t.is((await report(courier, round, 2, nobodyHome())).status, 200, 'the attempt alone is told')
  // Tuesday 24/11 is a holiday: the second may be left on Thursday.
  all.clock.move(2 * day)
  t.is((await report(courier, round, 2, nobodyHome(notice))).status, 200)
  const numbers = await all.db('custody_events').where({ step: 'invite' }).orderBy('effective_at').pluck('detail')
  t.deepEqual(
    numbers,
    [1, 2].map(number => ({ number, left_with: 'neighbour' })),
  )
})

test('a report of another’s round or of no such stop is not found, of a foreign parcel is wrong', async t => {
  const all = await morning(t)
  const { courier, round, one, other } = await outWith(all)
  const colleague = await all.person('courier', krongNo)
  t.is((await report(colleague, round, 1, handed())).status, 404)
  t.is((await report(courier, round, 9, handed())).status, 404)
  t.is((await report(courier, { id: randomUUID() }, 1, handed())).status, 404)
  const { status, body } = await report(courier, round, 1, handed({ codes: [one, other] }))
  t.deepEqual([status, body.errors[0].pointer], [422, '/codes'])
  await report(courier, round, 1, handed())
  t.is((await report(courier, round, 1, handed())).body.code, 'nothing_left')
})

test('what was given into other hands than it should is told and asked about, not refused', async t => {
  const all = await morning(t)
  const { courier, round } = await outWith(all)
  const { body } = await report(courier, round, 2, handed({ capacity: 'household', name: "H'Hen Niê" }))
  t.deepEqual(body.verdicts[0].flags, ['wrong_hands'])
  const { items } = (await (await all.person('supervisor', krongNo)).get('/reviews')).body
  t.deepEqual(
    items.map(({ kind }: { kind: string }) => kind),
    ['wrong_hands'],
  )
})

test('a delivery that is taken back is open again at its stop, without a case of its own', async t => {
  const all = await morning(t)
  const { courier, round, other } = await outWith(all)
  const { body } = await report(courier, round, 2, handed({ collected: 5000 }))
  const correction = { id: randomUUID(), reason: 'nhầm nhà' }
  t.is((await courier.post(`/scans/${body.verdicts[0].id}/correction`, correction)).status, 200)
  t.is((await statesOf(courier, round))[other], 'in_hand')
  all.clock.move(minute)
  t.is((await report(courier, round, 2, handed({ name: 'Y Bhĭm' }))).body.verdicts[0].verdict, 'recorded')
})

test('papers of results from two desks go into two envelopes, one report each', async t => {
  const all = await morning(t)
  const staff = await atKrongNo(all)
  const provincial = await all.person('officer', pc06)
  const far = await onItsWayHome(
    all,
    { ...staff, officer: provincial },
    { procedure: 'identity-province-03', applicant: hoa },
  )
  const [near = ''] = all.results.map(({ code }) => code)
  const round = await onRound(all, staff, [near, far.home])
  t.is(round.stops.length, 1)
  const both = await report(staff.courier, round, 1, handed({ papers: ['receipt'] }))
  t.deepEqual([both.status, both.body.code], [409, 'several_desks'])
  for (const code of [near, far.home])
    t.is((await report(staff.courier, round, 1, handed({ codes: [code], papers: ['receipt'] }))).status, 200)
  const desks = await all.db('parcels').where({ purpose: 'collected_papers' }).pluck('destination_unit')
  t.deepEqual(desks.sort(), [pc06, policeKrongNo].sort())
})
