import { request } from 'node:http'
import test, { type ExecutionContext } from 'ava'
import { hour, minute } from '../../src/kit/time.ts'
import { atKrongNo, scanned } from '../support/at-krong-no.ts'
import type { Answer } from '../support/client.ts'
import { handed, nobodyHome, onRound, report, resultsFor, statesOf } from '../support/on-a-round.ts'
import { last, undo } from '../support/reckoned.ts'
import { giaNghia, krongNo, type Scenario, sharedPast } from '../support/scenario.ts'

const payOnDelivery = { payment: { payer: 'recipient', when: 'delivery', method: 'cash' } }
const morning = sharedPast(async all => ({
  results: await resultsFor(all, await atKrongNo(all), [{}, {}], payOnDelivery),
}))

async function atTheDoor(t: ExecutionContext) {
  const all = await morning(t)
  const staff = await atKrongNo(all)
  const codes = all.results.map(({ code }) => code)
  return { ...all, ...staff, codes }
}
type Door = Awaited<ReturnType<typeof atTheDoor>>

async function onWay(t: ExecutionContext) {
  const all = await atTheDoor(t)
  const [mine = '', next = ''] = all.codes
  const round = await onRound(all, all, [mine])
  all.clock.move(hour)
  return { ...all, mine, next, round, happened: all.clock() }
}
const close = async (all: Door, round: { id: string }, handed_in = 0) => {
  const { body } = await all.clerk.post(`/rounds/${round.id}/closing`, { handed_in })
  if (!body.record) throw new Error(JSON.stringify(body))
  return body.record
}
/** Another round of the same courier, and what its closing asks for. */
async function nextClosing(all: Door & { next: string }) {
  all.clock.move(minute)
  const { body } = await all.clerk.post('/rounds', { courier: all.courier.id, codes: [all.next] })
  all.clock.move(minute)
  const record = await close(all, body)
  all.clock.move(minute)
  return record
}
const none = { carried_over: [], cash: { to_collect: 0, collected: 0 } }
const late = (all: Scenario & { happened: Date }, said: object) => ({
  ...said,
  occurred_at: all.happened.toISOString(),
  sent_at: all.clock().toISOString(),
})
test('money is counted once though the clock was ten ms back at the closing', async t => {
  const all = await onWay(t)
  await report(all.courier, all.round, 1, handed({ codes: [all.mine], collected: 60_000 }))
  all.clock.move(-10)
  t.like(await close(all, all.round, 60_000), { cash: { to_collect: 60_000, collected: 60_000 } })
  t.like(await nextClosing(all), none)
})

test('what a colleague had on a round before and delivers singly is asked of him with his next', async t => {
  const all = await atTheDoor(t)
  const [one = '', next = ''] = all.codes
  const colleague = await all.person('courier', krongNo)
  const before = await onRound(all, { ...all, courier: colleague }, [one])
  all.clock.move(minute)
  await report(colleague, before, 1, nobodyHome())
  await scanned(all, all.clerk, 'arrive', one)
  await close(all, before)
  all.clock.move(minute)
  const round = await onRound(all, all, [one])
  await scanned(all, colleague, 'take_over', one)
  await scanned(all, colleague, 'deliver', one, { capacity: 'recipient' })
  const record = await close(all, round)
  t.like(record, { cash: { to_collect: 0 }, differences: { parcels: 0 } })
  t.like(await nextClosing({ ...all, courier: colleague, next }), { cash: { to_collect: 60_000 } })
})

test('what is scanned as delivered after the closing, without a report, is asked for with the next', async t => {
  const all = await onWay(t)
  await close(all, all.round)
  all.clock.move(minute)
  await scanned(all, all.courier, 'deliver', all.mine, { capacity: 'recipient' })
  t.like(await nextClosing(all), { cash: { to_collect: 60_000 }, differences: { collected: -60_000 } })
})

test('a delivery told anew with another name after its closing is not asked for twice', async t => {
  const all = await onWay(t)
  await report(all.courier, all.round, 1, handed({ codes: [all.mine], collected: 60_000, name: 'Nguyen Thi Hao' }))
  all.clock.move(minute)
  t.like(await close(all, all.round, 60_000), { cash: { to_collect: 60_000, collected: 60_000 } })
  all.clock.move(minute)
  await undo(all.courier, await last(all, all.courier.id))
  all.clock.move(minute)
  const again = await report(all.courier, all.round, 1, handed({ codes: [all.mine], collected: 60_000 }))
  t.is(again.status, 200, JSON.stringify(again.body))
  const record = await nextClosing(all)
  t.like(record, { cash: { to_collect: 0, collected: 0 } })
})

test('what stands only after another scan was taken back is asked for by some closing', async t => {
  const all = await onWay(t)
  // The clerk hands out another parcel and scans the wrong one.
  await scanned(all, all.clerk, 'arrive', all.mine)
  await scanned(all, all.clerk, 'deliver', all.mine, { capacity: 'recipient' })
  const wrong = await last(all, all.clerk.id)
  const [arrive = ''] = await all.db('custody_events').where({ step: 'arrive', person_id: all.clerk.id }).pluck('id')
  all.clock.move(minute)
  const told = await report(all.courier, all.round, 1, handed({ codes: [all.mine], collected: 60_000 }))
  t.is(told.body.verdicts[0].verdict, 'for_review')
  all.clock.move(minute)
  const first = await close(all, all.round)
  all.clock.move(minute)
  const supervisor = await all.person('supervisor', krongNo)
  await undo(supervisor, wrong)
  await undo(supervisor, arrive)
  t.is((await statesOf(all.clerk, all.round))[all.mine], 'delivered')
  const second = await nextClosing(all)
  t.is(first.cash.collected + second.cash.collected, 60_000, 'once')
})

test('papers that should have come back with what was told after the closing are missed', async t => {
  const all = await atTheDoor(t)
  const [mine = '', next = ''] = all.codes
  const { body: round } = await all.clerk.post('/rounds', {
    courier: all.courier.id,
    codes: [{ code: mine, papers: ['old_card'] }],
  })
  await scanned(all, all.courier, 'load', mine)
  all.clock.move(minute)
  const happened = all.clock()
  t.like(await close(all, round), { missing_papers: [] })
  all.clock.move(minute)
  const told = await report(
    all.courier,
    round,
    1,
    late({ ...all, happened }, handed({ codes: [mine], collected: 60_000 })),
  )
  t.is(told.status, 200)
  const record = await nextClosing({ ...all, next })
  t.like(record, { carried_over: [{ code: mine }], missing_papers: [{ code: mine, papers: ['old_card'] }] })
})

test('told under two ids, the second with its earlier moment after the closing, counts once', async t => {
  const all = await onWay(t)
  all.clock.move(minute)
  await report(all.courier, all.round, 1, handed({ codes: [all.mine], collected: 60_000 }))
  all.clock.move(minute)
  t.like(await close(all, all.round, 60_000), { cash: { to_collect: 60_000, collected: 60_000 } })
  all.clock.move(minute)
  const told = await report(all.courier, all.round, 1, late(all, handed({ codes: [all.mine], collected: 60_000 })))
  t.is(told.status, 200, JSON.stringify(told.body))
  t.like(await nextClosing(all), none)
})

test('who moves to another office: the money of what is told late is asked for by some closing', async t => {
  const all = await onWay(t)
  await close(all, all.round)
  all.clock.move(minute)
  const told = await report(all.courier, all.round, 1, late(all, handed({ codes: [all.mine], collected: 60_000 })))
  t.is(told.status, 200)
  all.clock.move(minute)
  await all.db('assignments').where({ person_id: all.courier.id }).update({ unit_id: giaNghia })
  const clerk = await all.person('clerk', giaNghia)
  await scanned(all, clerk, 'arrive', all.next)
  const made = await clerk.post('/rounds', { courier: all.courier.id, codes: [all.next] })
  t.is(made.status, 201, JSON.stringify(made.body))
  all.clock.move(minute)
  const { body } = await clerk.post(`/rounds/${made.body.id}/closing`, { handed_in: 0 })
  t.like(body.record, { cash: { to_collect: 60_000, collected: 60_000 } })
})

test('what was told before a closing whose clock is behind is not asked for again', async t => {
  const all = await onWay(t)
  await close(all, all.round)
  all.clock.move(minute)
  const { body: second } = await all.clerk.post('/rounds', { courier: all.courier.id, codes: [all.next] })
  all.clock.move(minute)
  await report(all.courier, all.round, 1, late(all, handed({ codes: [all.mine], collected: 60_000 })))
  all.clock.move(-400)
  t.like(await close(all, second), { cash: { collected: 60_000 } })
  t.like(await nextClosing(all), none)
})

test('a closing that came slowly and the report that came meanwhile: the money once', async t => {
  const all = await onWay(t)
  const body = JSON.stringify({ handed_in: 60_000 })
  const headers = {
    Authorization: `Bearer ${all.clerk.token}`,
    'Content-Type': 'application/json',
    'Content-Length': body.length,
  }
  const sending = request(`${all.url}/api/v1/rounds/${all.round.id}/closing`, { method: 'POST', headers })
  const answered = new Promise<number | undefined>(done => sending.on('response', ({ statusCode }) => done(statusCode)))
  sending.write(body.slice(0, 1))
  await new Promise(done => setTimeout(done, 300))
  all.clock.move(2_000)
  await report(all.courier, all.round, 1, handed({ codes: [all.mine], collected: 60_000 }))
  sending.end(body.slice(1))
  t.is(await answered, 200)
  const { body: shown } = await all.clerk.get(`/rounds/${all.round.id}`)
  t.like(shown.record, { cash: { to_collect: 60_000, collected: 60_000 } })
  t.like(await nextClosing(all), none)
})

test('the record names what was carried over, and its round', async t => {
  const all = await onWay(t)
  await close(all, all.round)
  all.clock.move(minute)
  await report(all.courier, all.round, 1, late(all, handed({ codes: [all.mine], collected: 60_000 })))
  const record = await nextClosing(all)
  t.deepEqual(record.carried_over, [{ code: all.mine, round: all.round.number }])
})

test('closing, report and take-over at one moment: nobody fails, and money is counted once', async t => {
  const all = await atTheDoor(t)
  const [mine = '', next = ''] = all.codes
  const colleague = await all.person('courier', krongNo)
  const round = await onRound(all, all, [mine])
  const theirs = await onRound(all, { ...all, courier: colleague }, [next])
  all.clock.move(minute)
  const [first = {}, second = {}] = [mine, next].map(code => handed({ codes: [code], collected: 60_000 }))
  const answers = await Promise.all([
    answered(() => all.clerk.post(`/rounds/${round.id}/closing`, { handed_in: 0 })),
    answered(() => report(all.courier, round, 1, first)),
    answered(() => colleague.post(`/rounds/${round.id}/take-over`)),
    answered(() => all.courier.post(`/rounds/${theirs.id}/take-over`)),
    answered(() => report(colleague, theirs, 1, second)),
    answered(() => all.clerk.post(`/rounds/${theirs.id}/closing`, { handed_in: 0 })),
  ])
  t.deepEqual(
    answers.map(({ status }) => status).filter(status => status !== 200 && status !== 409),
    [],
  )
})

test('who changed offices can still tell what happened at the door before', async t => {
  const all = await onWay(t)
  await close(all, all.round)
  all.clock.move(minute)
  await all.db('assignments').where({ person_id: all.courier.id }).update({ unit_id: giaNghia })
  const told = await report(all.courier, all.round, 1, late(all, handed({ codes: [all.mine], collected: 60_000 })))
  t.is(told.status, 200)
  t.is((await all.db('delivery_reports')).length, 1)
})

test('a closed record never changes', async t => {
  const all = await onWay(t)
  await report(all.courier, all.round, 1, handed({ codes: [all.mine], collected: 60_000 }))
  all.clock.move(minute)
  const record = await close(all, all.round, 60_000)
  all.clock.move(minute)
  await undo(all.courier, await last(all, all.courier.id))
  await close(all, all.round, 1)
  t.deepEqual((await all.clerk.get(`/rounds/${all.round.id}`)).body.record, record)
})

/** Where the database is too busy it says so, and whoever asked sends the same again. */
async function answered(ask: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const answer = await ask()
    if (answer.status !== 503) return answer
  }
}

test('twelve reports under different ids and a closing at one moment: one delivery, counted once over two closings', async t => {
  const all = await onWay(t)
  const said = () => {
    const body = handed({ codes: [all.mine], collected: 60_000 })
    return answered(() => report(all.courier, all.round, 1, body))
  }
  const answers = await Promise.all([
    ...Array.from({ length: 6 }, said),
    answered(() => all.clerk.post(`/rounds/${all.round.id}/closing`, { handed_in: 0 })),
    ...Array.from({ length: 6 }, said),
  ])
  t.deepEqual(
    answers.map(({ status }) => status).filter(status => status !== 200),
    [],
  )
  const first = answers[6]?.body.record.cash
  const second = (await nextClosing(all)).cash
  t.is(first.collected + second.collected, 60_000)
  t.is(first.to_collect + second.to_collect, 60_000)
})
