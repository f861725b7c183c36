import test, { type ExecutionContext } from 'ava'
import { addMs, day, hour, minute } from '../../src/kit/time.ts'
import { itemCode } from '../../src/parcels/item-code.ts'
import { atKrongNo, scanned } from '../support/at-krong-no.ts'
import { handed, nobodyHome, onRound, report, resultsFor, statesOf } from '../support/on-a-round.ts'
import { krongNo, type Scenario, scan, sharedPast } from '../support/scenario.ts'

const payOnDelivery = { payment: { payer: 'recipient', when: 'delivery', method: 'cash' } }
const morning = sharedPast(async all => ({
  results: await resultsFor(all, await atKrongNo(all), [{}, {}], payOnDelivery),
}))

/** Two results for Hoa on a round, one stop; an hour later something happens at her door, of which the phone cannot tell yet. */
async function atTheDoor(t: ExecutionContext) {
  const all = await morning(t)
  const staff = await atKrongNo(all)
  const codes = all.results.map(({ code }) => code)
  const round = await onRound(all, staff, codes)
  all.clock.move(hour)
  return { ...all, ...staff, round, happened: all.clock().toISOString() }
}
type Door = Awaited<ReturnType<typeof atTheDoor>>

/** The phone has found its network. */
const told = (all: Door, said: object) => ({ ...said, occurred_at: all.happened, sent_at: all.clock().toISOString() })
const facts = (all: Scenario, step: string) => all.db('custody_events').where({ step })

test('an attempt is told after the clerk has the parcels back, and is not lost', async t => {
  const all = await atTheDoor(t)
  const { courier, clerk } = all
  all.clock.move(hour)
  for (const { code } of all.results) await scanned(all, clerk, 'arrive', code)
  all.clock.move(minute)
  t.is((await report(courier, all.round, 1, told(all, nobodyHome()))).status, 200)
  t.is((await facts(all, 'attempt')).length, 2)
})

test('a delivery is told after one of the parcels was scanned in by mistake, and is of both', async t => {
  const all = await atTheDoor(t)
  const { courier, clerk } = all
  all.clock.move(hour)
  await scanned(all, clerk, 'arrive', String(all.results[1]?.code))
  all.clock.move(minute)
  t.is((await report(courier, all.round, 1, told(all, handed()))).status, 200)
  t.is((await facts(all, 'deliver')).length, 2)
})

test('what was delivered before a colleague took over is told after it, and is not lost', async t => {
  const all = await atTheDoor(t)
  const { courier } = all
  all.clock.move(minute)
  await (await all.person('courier', krongNo)).post(`/rounds/${all.round.id}/take-over`)
  all.clock.move(minute)
  t.is((await report(courier, all.round, 1, told(all, handed()))).status, 200)
  t.is((await facts(all, 'deliver')).length, 2)
})

test('an older notice that is told last is the first of its day, not one too early', async t => {
  const all = await atTheDoor(t)
  const { courier } = all
  all.clock.move(2 * day + hour)
  const notice = { notice: { left_with: 'door' } }
  t.is((await report(courier, all.round, 1, nobodyHome(notice))).status, 200)
  all.clock.move(minute)
  t.is((await report(courier, all.round, 1, told(all, nobodyHome(notice)))).status, 200)
  t.is((await facts(all, 'attempt')).length, 4)
})

test('the code on a slip proves a delivery though the slip got another one before the phone could tell', async t => {
  const all = await atTheDoor(t)
  const { courier, clerk } = all
  const [one] = all.results
  all.clock.move(minute)
  await clerk.post(`/dossiers/${one?.reference}/lookup-code`, { paper_seen: 'căn cước' })
  all.clock.move(minute)
  const shown = handed({ codes: [one?.code], means: { kind: 'slip_code', code: one?.lookup_code } })
  t.is((await report(courier, all.round, 1, shown)).status, 422, 'now it proves nothing')
  t.is((await report(courier, all.round, 1, told(all, { ...shown, id: handed().id }))).status, 200)
})

test('what was told before is not told again by a report that names no parcels', async t => {
  const all = await atTheDoor(t)
  const { courier } = all
  const [one, two] = all.results
  await report(courier, all.round, 1, handed({ codes: [one?.code] }))
  all.clock.move(minute)
  await report(courier, all.round, 1, nobodyHome())
  t.is((await facts(all, 'attempt')).length, 1)
  t.deepEqual(await statesOf(courier, all.round), {
    [String(one?.code)]: 'delivered',
    [String(two?.code)]: 'attempted',
  })
})

test('who delivered what a colleague took over on paper has the money of it', async t => {
  const all = await atTheDoor(t)
  const { courier, clerk } = all
  const owed = all.round.stops[0].to_collect
  all.clock.move(minute)
  const colleague = await all.person('courier', krongNo)
  const { body: theirs } = await colleague.post(`/rounds/${all.round.id}/take-over`)
  all.clock.move(minute)
  const scans = all.results.map(({ code }) => scan('deliver', code, new Date(all.happened), { capacity: 'recipient' }))
  await courier.post('/scans', { sent_at: all.clock().toISOString(), scans })
  const close = async (id: string) => (await clerk.post(`/rounds/${id}/closing`, { handed_in: 0 })).body.record
  t.like(await close(all.round.id), { cash: { to_collect: owed }, differences: { collected: -owed } })
  t.like(await close(theirs.id), { cash: { to_collect: 0 } })
  t.true(owed > 0)
})

test('one delivery told under two ids counts its money once', async t => {
  const all = await atTheDoor(t)
  const { courier, clerk } = all
  const codes = [all.results[0]?.code]
  for (let i = 0; i < 2; i++) await report(courier, all.round, 1, handed({ codes, collected: 60_000 }))
  all.clock.move(minute)
  const { record } = (await clerk.post(`/rounds/${all.round.id}/closing`, { handed_in: 60_000 })).body
  t.like(record, { cash: { collected: 60_000 }, differences: { handed_in: 0 } })
})

test('a report that waited for the closing is late, though its moment was read before', async t => {
  const all = await atTheDoor(t)
  const { courier, clerk } = all
  await clerk.post(`/rounds/${all.round.id}/closing`, { handed_in: 0 })
  all.clock.move(-10)
  const codes = [all.results[0]?.code]
  t.is((await report(courier, all.round, 1, handed({ codes }))).status, 200)
  t.is((await clerk.get(`/rounds/${all.round.id}`)).body.late_reports, 1)
})

test('a report of which nothing can be recorded uses nothing up: its envelope is free when the clock is set', async t => {
  const all = await atTheDoor(t)
  const { courier } = all
  const ahead = addMs(all.clock(), 8 * day).toISOString()
  const said = handed({ papers: ['old_card'], envelope: itemCode('RZ', 4711, 'VN') })
  const wrong = await report(courier, all.round, 1, { ...said, occurred_at: ahead, sent_at: ahead })
  t.like(wrong.body, { status: 409, code: 'too_far_in_the_future' })
  t.is((await report(courier, all.round, 1, said)).status, 200)
})

test('the money of what is told after the closing is asked for with the next round', async t => {
  const all = await atTheDoor(t)
  const { courier, clerk } = all
  const [mine = '', next = ''] = all.results.map(({ code }) => code)
  await scanned(all, clerk, 'arrive', next)
  all.clock.move(minute)
  const first = await clerk.post(`/rounds/${all.round.id}/closing`, { handed_in: 0 })
  t.like(first.body.record, { carried_over: [], cash: { to_collect: 0, collected: 0 } })
  all.clock.move(minute)
  await report(courier, all.round, 1, told(all, handed({ codes: [mine], collected: 60_000 })))
  for (const reckoned of [[{ code: mine, round: all.round.number }], []]) {
    const round = (await clerk.post('/rounds', { courier: courier.id, codes: [next] })).body
    all.clock.move(minute)
    const { record } = (await clerk.post(`/rounds/${round.id}/closing`, { handed_in: 60_000 })).body
    const owed = reckoned.length ? { to_collect: 60_000, collected: 60_000 } : { to_collect: 0, collected: 0 }
    t.like(record, { carried_over: reckoned, cash: owed }, 'once')
    all.clock.move(minute)
  }
})
