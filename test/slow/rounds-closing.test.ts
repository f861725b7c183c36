import { randomUUID } from 'node:crypto'
import test from 'ava'
import { hour, minute } from '../../src/kit/time.ts'
import { texts } from '../documents/paper.ts'
import { atKrongNo, scanned } from '../support/at-krong-no.ts'
import { bhim, handed, nobodyHome, onRound, report, resultsFor } from '../support/on-a-round.ts'
import { giaNghia, krongNo, type Scenario, sharedPast } from '../support/scenario.ts'

const lan = { name: "H'Lan Niê", id_number: '067190005555', phone: '0905111222' }
const payOnDelivery = { payment: { payer: 'recipient', when: 'delivery', method: 'cash' } }
const three = sharedPast(async all => ({
  codes: (await resultsFor(all, await atKrongNo(all), [{}, bhim, lan], payOnDelivery)).map(({ code }) => code),
}))

async function day(all: Scenario & { codes: string[] }) {
  const staff = await atKrongNo(all)
  const [done = '', tried = '', held = ''] = all.codes
  const round = await onRound(all, staff, [{ code: done, papers: ['receipt', 'old_card'] }, tried, held])
  const owed = Number(round.stops[0].to_collect)
  all.clock.move(minute)
  await report(staff.courier, round, 1, handed({ collected: owed, papers: ['receipt'] }))
  await report(staff.courier, round, 2, nobodyHome())
  all.clock.move(minute)
  await scanned(all, staff.clerk, 'arrive', tried)
  const close = (handed_in: unknown, who = staff.clerk) => who.post(`/rounds/${round.id}/closing`, { handed_in })
  return { ...staff, round, owed, done, tried, held, close }
}

test('a closing balances parcels, papers and cash, and writes down what does not agree', async t => {
  const all = await three(t)
  const { round, owed, done, tried, held, close } = await day(all)
  t.true(owed > 0)
  const { status, body } = await close(owed - 1000)
  t.is(status, 200, JSON.stringify(body))
  const { parcels, envelopes, missing_papers, cash, differences } = body.record
  t.deepEqual(
    parcels.map(({ code, state, reason }: { code: string; state: string; reason: string | null }) => [
      code,
      state,
      reason,
    ]),
    [
      [done, 'delivered', null],
      [tried, 'back', 'nobody_home'],
      [held, 'in_hand', null],
    ],
  )
  t.like(envelopes, [{ papers: ['receipt'], state: 'in_hand' }])
  t.deepEqual(missing_papers, [{ code: done, papers: ['old_card'] }])
  t.deepEqual(cash, { to_collect: owed, unknown: 0, collected: owed, handed_in: owed - 1000 })
  t.deepEqual(differences, { parcels: 1, papers: 2, collected: 0, handed_in: -1000 })
  t.is(body.links.closing, `/api/v1/rounds/${round.id}/closing.pdf`)
})

test('why it came back yesterday is not why it comes back today', async t => {
  const all = await three(t)
  const { clerk, tried, owed, close, ...staff } = await day(all)
  t.is((await close(owed)).body.record.parcels[1].reason, 'nobody_home')
  all.clock.move(24 * hour)
  const next = await onRound(all, { clerk, ...staff }, [tried])
  await scanned(all, clerk, 'arrive', tried)
  const { body } = await clerk.post(`/rounds/${next.id}/closing`, { handed_in: 0 })
  t.like(body.record.parcels, [{ code: tried, state: 'back', reason: null }])
})

test('money of a delivery that was scanned and never reported is missed all the same', async t => {
  const all = await three(t)
  const { courier, owed, held, close } = await day(all)
  await scanned(all, courier, 'deliver', held, { capacity: 'recipient' })
  const { cash, differences } = (await close(owed)).body.record
  t.is(cash.to_collect, 2 * owed)
  t.like(differences, { parcels: 0, collected: -owed, handed_in: 0 })
})

test('money of a delivery that was taken back is not expected', async t => {
  const all = await three(t)
  const { courier, round, owed, close } = await day(all)
  const { body } = await report(courier, round, 3, handed({ collected: owed }))
  await courier.post(`/scans/${body.verdicts[0].id}/correction`, { id: randomUUID(), reason: 'nhầm nhà' })
  t.like((await close(owed)).body.record, { cash: { to_collect: owed, collected: owed }, differences: { parcels: 1 } })
})

test('a closed round stays word for word, and its parcels are free for the next', async t => {
  const all = await three(t)
  const { clerk, courier, round, owed, held, close } = await day(all)
  const { body: closed } = await close(owed)
  const before = await all.db('rounds').where({ id: round.id }).first('record')
  t.deepEqual((await close(0)).body, closed, 'closed twice, closed once')
  all.clock.move(hour)
  await report(courier, round, 3, handed({ collected: owed }))
  t.deepEqual(await all.db('rounds').where({ id: round.id }).first('record'), before)
  t.is((await clerk.get(`/rounds/${round.id}`)).body.late_reports, 1, 'told after the closing, and shown')
  for (const login of [all.db, all.owner]) {
    const denied = { code: '42501' }
    await t.throwsAsync(login('rounds').where({ id: round.id }).update({ record: {} }), denied)
    await t.throwsAsync(login('rounds').where({ id: round.id }).delete(), denied)
    await t.throwsAsync(login('round_parcels').where({ round_id: round.id }).update({ left_at: null }), denied)
    await t.throwsAsync(login('round_parcels').where({ round_id: round.id }).delete(), denied)
    await t.throwsAsync(login('delivery_reports').update({ collected: 0 }), denied)
  }
  const next = await clerk.post('/rounds', { courier: courier.id, codes: [held] })
  t.is(next.status, 422, 'it was delivered meanwhile')
  t.not((await clerk.post('/rounds', { courier: courier.id, codes: all.codes.slice(1, 2) })).body.id, round.id)
})

test('a round is closed by the clerks of its office, who have counted the money', async t => {
  const all = await three(t)
  const { courier, clerk, round, close } = await day(all)
  t.is((await close(0, courier)).status, 403)
  t.is((await close(0, await all.person('clerk', giaNghia))).status, 404)
  t.is((await close(0, await all.person('supervisor', krongNo))).status, 403)
  for (const wrong of [-1, 'một trăm', 1.5, null]) t.is((await close(wrong)).status, 422, String(wrong))
  t.is((await clerk.file(`/rounds/${round.id}/closing.pdf`)).status, 409)
})

test('a round is closed once, also by two at the same moment', async t => {
  const all = await three(t)
  const { clerk, close } = await day(all)
  const two = await all.person('clerk', krongNo)
  const [a, b] = await Promise.all([close(1000, clerk), close(2000, two)])
  t.deepEqual([a?.status, b?.status], [200, 200])
  t.deepEqual(a?.body.record.cash, b?.body.record.cash)
})

test('what its courier reports in the moment of the closing is in the record or told as late', async t => {
  const all = await three(t)
  const { courier, clerk, round, owed, close } = await day(all)
  const [closed, told] = await Promise.all([close(owed), report(courier, round, 3, handed({ collected: owed }))])
  t.deepEqual([closed?.status, told?.status], [200, 200])
  const { body } = await clerk.get(`/rounds/${round.id}`)
  const known = body.record.cash.collected === 2 * owed
  t.is(body.record.parcels[2].state, known ? 'delivered' : 'in_hand')
  t.is(body.record.cash.to_collect, body.record.cash.collected)
})

test('the paper of a closing says what does not agree and names no receiver', async t => {
  const all = await three(t)
  const { clerk, courier, round, owed, close } = await day(all)
  await close(owed - 1000)
  const { bytes, type } = await clerk.file(`/rounds/${round.id}/closing.pdf`)
  t.is(type, 'application/pdf')
  const [page = ''] = await texts(bytes)
  for (const words of [
    'BIÊN BẢN CHỐT CHUYẾN PHÁT',
    'thiếu 1.000 đ',
    'không có người nhận',
    'thẻ, giấy tờ cũ',
    courier.name,
  ])
    t.true(page.includes(words), words)
  for (const name of ['Nguyễn Thị Hoa', 'Y Bhĭm']) t.false(page.includes(name), name)
  const { body } = await clerk.get(`/rounds/${round.id}`)
  t.false(JSON.stringify(body.record).includes('Hoa'))
})
