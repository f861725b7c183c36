import { randomUUID } from 'node:crypto'
import test from 'ava'
import { v5 as uuidv5 } from 'uuid'
import { addMs, hour, minute } from '../../src/kit/time.ts'
import { packed, sealed, told } from '../support/bagged.ts'
import { giaNghia, krongNo, type Scenario, scan, scenario } from '../support/scenario.ts'
import { deskOf } from '../support/staff-browser.ts'

const presents = async ({ db }: Scenario) =>
  db('parcel_presents')
    .join('parcels', 'parcels.id', 'parcel_presents.parcel_id')
    .orderBy('code')
    .select('code', 'holder_kind', 'holder_unit', 'last_step', 'bag', 'last_event')

const reviewsOf = async ({ db }: Scenario) =>
  db('reviews').whereNull('withdrawn_at').whereNot({ kind: 'jump' }).orderBy('kind').pluck('kind')

test('a bag scanned once is one verdict and one fact for each that is in it, however often it is sent', async t => {
  const all = await scenario(t)
  const { driver, bag, codes } = await sealed(all, 3)
  const one = scan('depart', bag.toLowerCase().replace(/(.{6})/g, '$1 '), all.clock())
  const answers = await Promise.all([1, 2, 3].map(() => told(all, driver, one)))
  all.clock.move(hour)
  answers.push(await told(all, driver, one))
  for (const answer of answers) t.deepEqual(answer, answers[0])
  t.deepEqual([answers[0].verdict, answers[0].code], ['recorded', bag])
  const facts = await all.db('custody_events').where({ step: 'depart' }).select('id', 'detail')
  t.is(facts.length, codes.length)
  t.true(facts.every(({ detail }) => detail['bag'] === bag))
  const stolen = await told(all, driver, { ...one, step: 'take_over' })
  t.deepEqual([stolen.verdict, stolen.reason], ['refused', 'id_reused'])
})

test('nobody takes the id of a content beforehand', async t => {
  const all = await scenario(t)
  const { clerk, driver, bag, codes } = await sealed(all, 2)
  const one = scan('depart', bag, all.clock())
  const taken = uuidv5(`${one.id} ${codes[0]}`, 'b1a9c0de-7f5e-4b0e-8d7a-2f6c5e4d3b21')
  const hold = scan('hold', String(codes[0]), all.clock(), { until: '2026-12-01' })
  const early = { sent_at: all.clock().toISOString(), scans: [{ ...hold, id: taken }] }
  const refused = await clerk.post('/scans', early)
  t.like(refused.body, { status: 422, errors: [{ pointer: '/scans/0/id' }] })
  t.is((await told(all, driver, one)).verdict, 'recorded')
  t.deepEqual(
    (await presents(all)).map(({ holder_kind }) => holder_kind),
    ['courier', 'courier'],
  )
})

test('a list mixes bags and parcels; a bag only takes steps by which somebody takes a bag', async t => {
  const all = await scenario(t)
  const { clerk, driver, bag } = await sealed(all, 2)
  const scans = [
    scan('deliver', bag, all.clock()),
    scan('depart', bag, all.clock()),
    scan('pack', bag, all.clock(), { bag }),
  ]
  const { body } = await driver.post('/scans', { sent_at: all.clock().toISOString(), scans })
  t.deepEqual(
    body.verdicts.map(({ verdict, reason }: { verdict: string; reason?: string }) => reason ?? verdict),
    ['not_for_a_bag', 'recorded', 'not_for_a_bag'],
  )
  const unknown = await told(all, clerk, scan('arrive', 'TT0000000000000000', all.clock()))
  t.is(unknown.reason, 'unknown_code')
})

test('a bag that nobody sealed is no bag yet, and one that was opened is none any more', async t => {
  const all = await scenario(t)
  const { driver, clerk, other, bag, codes } = await packed(all, 2)
  const early = scan('depart', bag, all.clock())
  t.is((await told(all, driver, early)).reason, 'bag_not_sealed')
  await clerk.post(`/bags/${bag}/seal`, {})
  t.is((await told(all, driver, early)).reason, 'bag_not_sealed', 'the first answer again')
  t.is((await all.db('scans').whereNull('verdict')).length, 0)
  all.clock.move(minute)
  t.is((await other.post(`/bags/${bag}/opening`, { codes })).body.differences.length, 0)
  all.clock.move(minute)
  t.is((await told(all, driver, scan('depart', bag, all.clock()))).reason, 'bag_opened')
})

test('a bag scan that comes after the opening is the past of what was in it, and changes no present', async t => {
  const all = await scenario(t)
  const { driver, other, bag, codes } = await sealed(all, 3)
  const departed = scan('depart', bag, all.clock())
  all.clock.move(hour)
  await told(all, other, scan('arrive', bag, all.clock()))
  all.clock.move(minute)
  t.is((await other.post(`/bags/${bag}/opening`, { codes })).body.state, 'opened')
  const before = await presents(all)
  t.deepEqual(
    [...new Set(before.map(({ holder_unit, bag: inBag }) => `${holder_unit} ${inBag}`))],
    [`${giaNghia} null`],
  )
  all.clock.move(hour)
  const late = await told(all, driver, departed)
  t.is(late.verdict, 'recorded_late', JSON.stringify(late))
  t.deepEqual(await presents(all), before)
  t.is((await all.db('custody_events').where({ step: 'depart' })).length, 3)
  t.deepEqual(await reviewsOf(all), [], 'and nobody is asked how they came out')
})

test('a phone whose clock runs behind does not move a bag before all of it was packed', async t => {
  const all = await scenario(t)
  const { driver, bag } = await sealed(all, 1)
  const behind = addMs(all.clock(), -hour)
  const { body } = await driver.post('/scans', {
    sent_at: all.clock().toISOString(),
    scans: [scan('depart', bag, behind)],
  })
  t.is(body.verdicts[0].verdict, 'recorded', JSON.stringify(body))
  const [fact] = await all.db('custody_events').where({ step: 'depart' })
  const packed = await all.db('custody_events').where({ step: 'pack' }).first('effective_at')
  t.deepEqual(fact?.effective_at, addMs(packed?.effective_at as Date, 1))
})

test('a parcel scanned alone while its bag is sealed is with whoever scanned it, and somebody is asked', async t => {
  const all = await scenario(t)
  const { driver, clerk, other, courier, bag, codes } = await sealed(all, 3)
  const [alone = '', ...rest] = codes
  await told(all, driver, scan('depart', bag, all.clock()))
  all.clock.move(minute)
  const verdict = await told(all, courier, scan('take_over', alone, all.clock()))
  t.deepEqual([verdict.verdict, verdict.parcel.holder.person], ['recorded', courier.id])
  t.deepEqual(await reviewsOf(all), ['out_of_bag'])
  const inside = (await clerk.get(`/bags/${bag}`)).body.parcels as { code: string; is_inside: boolean }[]
  t.deepEqual(
    inside.filter(({ is_inside }) => !is_inside).map(({ code }) => code),
    [alone],
    'the list itself stays',
  )
  all.clock.move(minute)
  const came = await told(all, other, scan('arrive', bag, all.clock()))
  t.deepEqual([came.verdict, came.parcel.holder.unit], ['recorded', giaNghia])
  t.regex(came.message, /Có bưu gửi trong túi cần xem xét/)
  const holders = (await presents(all)).map(row => [row.code, row.holder_kind])
  t.deepEqual(holders, [[alone, 'courier'], ...rest.map(code => [code, 'post_office'])])
  const supervisor = await all.person('supervisor', giaNghia)
  const { items } = (await supervisor.get('/reviews')).body
  t.true(items.some(({ kind, code }: { kind: string; code: string }) => kind === 'out_of_bag' && code === alone))
})

test('who takes back the scan of a parcel alone puts it back into its bag, and the question goes', async t => {
  const all = await scenario(t)
  const { driver, courier, other, bag, codes } = await sealed(all, 2)
  const [alone = ''] = codes
  await told(all, driver, scan('depart', bag, all.clock()))
  all.clock.move(minute)
  const wrong = scan('take_over', alone, all.clock())
  await told(all, courier, wrong)
  all.clock.move(minute)
  const back = await courier.post(`/scans/${wrong.id}/correction`, { id: randomUUID(), reason: 'quét nhầm' })
  t.is(back.status, 200, JSON.stringify(back.body))
  t.deepEqual(await reviewsOf(all), [])
  t.is((await all.db('bag_parcels').where({ is_inside: true })).length, 2)
  all.clock.move(minute)
  await told(all, other, scan('arrive', bag, all.clock()))
  t.true((await presents(all)).every(({ holder_unit }) => holder_unit === giaNghia))
})

test('what was taken out of a sealed bag with a scan is out, and asked about too', async t => {
  const all = await scenario(t)
  const { clerk, codes } = await sealed(all, 2)
  const [out = ''] = codes
  t.is((await told(all, clerk, scan('unpack', out, all.clock()))).verdict, 'recorded')
  t.deepEqual(await reviewsOf(all), ['out_of_bag'])
  t.deepEqual(
    (await presents(all)).map(({ code, bag, holder_unit }) => [code, bag === null, holder_unit]),
    codes.map(code => [code, code === out, krongNo]),
  )
})

test('what is in a sealed bag is on nobody’s list of what they hold, so that the count stays blind', async t => {
  const all = await scenario(t)
  const { other, bag, codes } = await sealed(all, 2)
  await told(all, other, scan('arrive', bag, all.clock()))
  const desk = await deskOf(all, other)
  const { text } = await desk.get('/staff/scan')
  t.true(text.includes(bag))
  for (const code of codes) t.false(text.replace(/<[^>]*>|\s/g, '').includes(code))
})
