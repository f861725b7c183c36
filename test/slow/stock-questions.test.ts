import { randomUUID } from 'node:crypto'
import test from 'ava'
import { day, hour, minute } from '../../src/kit/time.ts'
import { scanned } from '../support/at-krong-no.ts'
import { counted, filled, questions } from '../support/counted.ts'
import { giaNghia, krongNo, type Person, type Scenario, scan, scenario } from '../support/scenario.ts'

/** One parcel of Krông Nô that its count does not find. */
const emptyBag = async (clerk: Person): Promise<string> => (await clerk.post('/bags', { to_unit: giaNghia })).body.code

async function missed(all: Scenario) {
  const staff = await filled(all, 2)
  const [there = '', code = ''] = staff.codes
  await counted(all, staff.clerk, krongNo, [there])
  return { ...staff, there, code }
}

const factOf = async (all: Scenario, step: string, code: string) =>
  (
    await all
      .db('custody_events')
      .join('parcels', 'parcels.id', 'parcel_id')
      .where({ step, code })
      .first('custody_events.id')
  )?.id ?? ''

const correct = async (all: Scenario, who: Person, fact: string) => {
  all.clock.move(minute)
  const { body } = await who.post(`/scans/${fact}/correction`, { id: randomUUID(), reason: 'nhầm' })
  if (body.verdict !== 'recorded') throw new Error(JSON.stringify(body))
}

test('a question of a count is answered by a scan, and open again when the scan is taken back', async t => {
  const all = await scenario(t)
  const { courier, supervisor, code } = await missed(all)
  t.deepEqual(await questions(supervisor), [['stock_short', code, 1]])
  await scanned(all, courier, 'depart', code)
  t.deepEqual(await questions(supervisor), [])
  await correct(all, supervisor, await factOf(all, 'depart', code))
  t.deepEqual(await questions(supervisor), [['stock_short', code, 1]])
})

test('a scan made before the count and told after it answers too', async t => {
  const all = await scenario(t)
  const { courier, supervisor, code } = await missed(all)
  const early = scan('depart', code, new Date(all.clock().getTime() - 2 * hour))
  all.clock.move(hour)
  await courier.post('/scans', { sent_at: all.clock().toISOString(), scans: [early] })
  t.deepEqual(await questions(supervisor), [], 'the courier had taken it')
})

test('a scan of long before, told now, answers nothing: the parcel has come here since', async t => {
  const all = await scenario(t)
  const { courier, supervisor, code } = await missed(all)
  const clerk2 = await all.person('clerk', giaNghia)
  const before = scan('depart', code, all.clock())
  await scanned(all, clerk2, 'arrive', code)
  all.clock.move(hour)
  await counted(all, clerk2, giaNghia, [])
  const { body } = await courier.post('/scans', { sent_at: all.clock().toISOString(), scans: [before] })
  t.is(body.verdicts[0].verdict, 'recorded_late')
  t.deepEqual(await questions(supervisor), [['stock_short', code, 1]])
})

test('saying again that it arrived is an answer: somebody has it in hand', async t => {
  const all = await scenario(t)
  const { supervisor, code } = await missed(all)
  const clerk2 = await all.person('clerk', giaNghia)
  await scanned(all, clerk2, 'arrive', code)
  all.clock.move(hour)
  await counted(all, clerk2, giaNghia, [])
  t.deepEqual(await questions(supervisor), [['stock_short', code, 1]])
  all.clock.move(minute)
  const again = { sent_at: all.clock().toISOString(), scans: [scan('arrive', code, all.clock())] }
  t.is((await clerk2.post('/scans', again)).body.verdicts[0].verdict, 'already_recorded')
  t.deepEqual(await questions(supervisor), [])
})

test('what is only said of a parcel at a desk proves nothing', async t => {
  const all = await scenario(t)
  const { clerk, supervisor, code } = await missed(all)
  await scanned(all, clerk, 'hold', code, { until: '2026-11-30' })
  t.deepEqual(await questions(supervisor), [['stock_short', code, 1]])
})

test('what a later count finds in its place is asked about no more, also when more is scanned of it', async t => {
  const all = await scenario(t)
  const { clerk, supervisor, there, code } = await missed(all)
  all.clock.move(day)
  await counted(all, clerk, krongNo, [there, code])
  t.deepEqual(await questions(supervisor), [])
  await scanned(all, clerk, 'hold', code, { until: '2026-11-30' })
  t.deepEqual(await questions(supervisor), [])
  await counted(all, clerk, krongNo, [there])
  t.deepEqual(await questions(supervisor), [['stock_short', code, 1]], 'it was seen in between: not twice running')
})

test('what a supervisor closed is asked again by the next count that misses it, more urgently', async t => {
  const all = await scenario(t)
  const { clerk, supervisor, there, code } = await missed(all)
  const [review] = (await supervisor.get('/reviews')).body.items
  t.like(review, { step: null, by: clerk.name, times: 1 })
  t.is((await supervisor.post(`/reviews/${review.id}/closing`, { reason: 'sẽ tìm ngày mai' })).status, 200)
  t.deepEqual(await questions(supervisor), [])
  all.clock.move(day)
  await counted(all, clerk, krongNo, [there])
  t.deepEqual(await questions(supervisor), [['stock_short', code, 2]])
  await scanned(all, clerk, 'pack', code, { bag: await emptyBag(clerk) })
  t.deepEqual(await questions(supervisor), [])
  t.like(await all.db('reviews').where({ id: review.id }).first(), { reason: 'sẽ tìm ngày mai', withdrawn_at: null })
})

test('an older question is open again when its answer is taken back, though a newer one was asked', async t => {
  const all = await scenario(t)
  const { clerk, supervisor, there, code } = await missed(all)
  const clerk2 = await all.person('clerk', giaNghia)
  await scanned(all, clerk2, 'arrive', code)
  all.clock.move(hour)
  await counted(all, clerk2, giaNghia, [])
  await correct(all, supervisor, await factOf(all, 'arrive', code))
  t.deepEqual(await questions(supervisor), [['stock_short', code, 1]], 'it is missing where it was missed first')
  await counted(all, clerk, krongNo, [there])
  t.deepEqual(await questions(supervisor), [['stock_short', code, 2]])
})

test('a parcel over in two places is one question, of the count that saw it last', async t => {
  const all = await scenario(t)
  const { supervisor, code } = await missed(all)
  for (const unit of [giaNghia, '641800']) await counted(all, await all.person('clerk', unit), unit, [code])
  const over = (await supervisor.get('/reviews')).body.items.filter(
    ({ kind }: { kind: string }) => kind === 'stock_over',
  )
  t.deepEqual(
    over.map(({ unit }: { unit: string }) => unit),
    [(await all.db('units').where({ id: '641800' }).first('name'))?.name],
  )
})

test('supervisors see which unit was not counted today, and what it should hold', async t => {
  const all = await scenario(t)
  const { supervisor, clerk } = await missed(all)
  const of = async (unit: string) =>
    (await supervisor.get('/stock-counts/units')).body.items.find((one: { unit: string }) => one.unit === unit)
  t.like(await of(krongNo), { held: 2, short: 1, is_counted_today: true })
  t.like(await of(giaNghia), { held: 0, short: 0, is_counted_today: false, last_counted_at: null })
  all.clock.move(day)
  t.like(await of(krongNo), { is_counted_today: false })
  t.is((await clerk.get('/stock-counts/units')).status, 403, 'who counts must not know')
})

test('a scan is taken back also where a count of a slow clock asked in between', async t => {
  const all = await scenario(t)
  const { clerk, supervisor, codes } = await filled(all, 1)
  const code = String(codes[0])
  const early = all.clock().toISOString()
  all.clock.move(3 * minute)
  await counted(all, clerk, krongNo, [])
  await scanned(all, clerk, 'pack', code, { bag: await emptyBag(clerk) })
  const late = all.clock().toISOString()
  all.clock.set(early)
  await counted(all, clerk, krongNo, [])
  all.clock.set(late)
  await correct(all, clerk, await factOf(all, 'pack', code))
  t.deepEqual(await questions(supervisor), [['stock_short', code, 1]], 'one is enough')
})
