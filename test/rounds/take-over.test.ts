import test from 'ava'
import { minute } from '../../src/kit/time.ts'
import { atKrongNo, scanned } from '../support/at-krong-no.ts'
import { bhim, handed, nobodyHome, onRound, report, resultsFor, statesOf } from '../support/on-a-round.ts'
import { giaNghia, krongNo, sharedPast } from '../support/scenario.ts'

const lan = { name: "H'Lan Niê", id_number: '067190005555', phone: '0905111222' }
const four = sharedPast(async all => ({
  codes: (await resultsFor(all, await atKrongNo(all), [{}, bhim, lan, {}])).map(({ code }) => code),
}))

test('what is left of a round goes to the colleague in one go, and what was done stays', async t => {
  const all = await four(t)
  const staff = await atKrongNo(all)
  const [done = '', tried = '', left = '', notLoaded = ''] = all.codes
  const round = await onRound(all, staff, [done, tried, left])
  await staff.clerk.post('/rounds', { courier: staff.courier.id, codes: [notLoaded] })
  all.clock.move(minute)
  await report(staff.courier, round, 1, handed({ codes: [done] }))
  await report(staff.courier, round, 2, nobodyHome())
  all.clock.move(minute)
  const colleague = await all.person('courier', krongNo)
  const { status, body } = await colleague.post(`/rounds/${round.id}/take-over`)
  t.is(status, 200, JSON.stringify(body))
  t.is(body.courier.id, colleague.id)
  t.deepEqual(await statesOf(colleague, body), { [tried]: 'in_hand', [left]: 'in_hand', [notLoaded]: 'to_load' })
  t.deepEqual(await statesOf(staff.clerk, round), {
    [done]: 'delivered',
    [tried]: 'moved',
    [left]: 'moved',
    [notLoaded]: 'moved',
  })
  const [first] = (await staff.clerk.get(`/rounds/${round.id}`)).body.stops
  t.is(first.parcels.find(({ code }: { code: string }) => code === notLoaded).moved_to, colleague.name)
  t.is((await all.db('custody_events').where({ step: 'take_over' })).length, 2, 'only what the first had in hand')
  const again = await colleague.post(`/rounds/${round.id}/take-over`)
  t.deepEqual([again.status, again.body.id], [200, body.id], 'asked again, the same')
})

test('the receiver whom both were to visit is one stop of the colleague', async t => {
  const all = await four(t)
  const staff = await atKrongNo(all)
  const colleague = await all.person('courier', krongNo)
  const [one = '', , , two = ''] = all.codes
  const round = await onRound(all, staff, [one])
  const own = await onRound(all, { ...staff, courier: colleague }, [two])
  all.clock.move(minute)
  const { body } = await colleague.post(`/rounds/${round.id}/take-over`)
  t.is(body.id, own.id)
  t.deepEqual(
    body.stops.map(({ parcels }: { parcels: [] }) => parcels.length),
    [2],
  )
})

test('who fell ill may tell later what was done before, and who comes back takes over in turn', async t => {
  const all = await four(t)
  const staff = await atKrongNo(all)
  const [one = '', two = ''] = all.codes
  const round = await onRound(all, staff, [one, two])
  const happened = all.clock().toISOString()
  all.clock.move(minute)
  const colleague = await all.person('courier', krongNo)
  const { body: theirs } = await colleague.post(`/rounds/${round.id}/take-over`)
  all.clock.move(minute)
  const late = handed({ occurred_at: happened, sent_at: all.clock().toISOString() })
  const told = await report(staff.courier, round, 1, { ...late, codes: [one] })
  t.deepEqual([told.status, told.body.verdicts[0].verdict], [200, 'recorded_late'])
  t.is((await statesOf(colleague, theirs))[one], 'handed_out')
  const back = await staff.courier.post(`/rounds/${theirs.id}/take-over`)
  t.is(back.body.id, round.id)
  t.is((await statesOf(staff.courier, round))[two], 'in_hand')
})

test('two who would relieve one colleague at the same moment: one has all of it', async t => {
  const all = await four(t)
  const staff = await atKrongNo(all)
  const round = await onRound(all, staff, all.codes.slice(0, 2))
  const [a, b] = [await all.person('courier', krongNo), await all.person('courier', krongNo)]
  all.clock.move(minute)
  const both = await Promise.all([a, b].map(who => who.post(`/rounds/${round.id}/take-over`)))
  t.deepEqual(both.map(({ status }) => status).sort(), [200, 409])
  t.is(both.find(({ status }) => status === 409)?.body.code, 'nothing_left')
  t.is((await all.db('custody_events').where({ step: 'take_over' })).length, 2)
})

test('a round is taken over by a courier of the same office, not by its own, and not when nothing is left', async t => {
  const all = await four(t)
  const staff = await atKrongNo(all)
  const [one = ''] = all.codes
  const round = await onRound(all, staff, [one])
  const takeOver = (who: typeof staff.courier) => who.post(`/rounds/${round.id}/take-over`)
  t.is((await takeOver(await all.person('courier', giaNghia))).status, 404)
  t.is((await takeOver(staff.courier)).status, 404)
  t.is((await takeOver(staff.clerk)).status, 403)
  await scanned(all, staff.clerk, 'arrive', one)
  const { status, body } = await takeOver(await all.person('courier', krongNo))
  t.deepEqual([status, body.code], [409, 'nothing_left'])
})

test('what a colleague took singly and delivered without a round is a difference: no closing asks for its money', async t => {
  const all = await four(t)
  const staff = await atKrongNo(all)
  const colleague = await all.person('courier', krongNo)
  const [one = ''] = all.codes
  const round = await onRound(all, staff, [one])
  await scanned(all, colleague, 'take_over', one)
  await scanned(all, colleague, 'deliver', one, { capacity: 'recipient' })
  t.deepEqual(await statesOf(staff.clerk, round), { [one]: 'off_round' })
  const { record } = (await staff.clerk.post(`/rounds/${round.id}/closing`, { handed_in: 0 })).body
  t.is(record.differences.parcels, 1)
})
