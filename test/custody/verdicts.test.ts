import test from 'ava'
import { hour, minute } from '../../src/kit/time.ts'
import { atKrongNo, onItsWayHome, scanned, takenIn } from '../support/at-krong-no.ts'
import { giaNghia, krongNo, type Person, type Scenario, scan, scenario } from '../support/scenario.ts'

type Verdict = { id: string; verdict: string; reason?: string; first?: string }

const send = async (all: Scenario, who: Person, ...scans: object[]): Promise<Verdict[]> =>
  (await who.post('/scans', { sent_at: all.clock().toISOString(), scans })).body.verdicts

async function atCounter(all: Scenario) {
  const staff = await atKrongNo(all)
  const { parcel } = await takenIn(all, staff)
  all.clock.move(minute)
  return { ...staff, code: parcel.code }
}

test('a second scan that says what already holds changes nothing, and stands when the first is taken back', async t => {
  const all = await scenario(t)
  const { courier, code } = await atCounter(all)
  const first = scan('load', code, all.clock())
  await send(all, courier, first)
  all.clock.move(minute)
  const [again] = await send(all, courier, scan('load', code, all.clock()))
  t.like(again, { verdict: 'already_recorded', first: first.id })
  const { since, last_event } = (await all.db('parcel_presents').first()) ?? {}
  t.deepEqual({ since, last_event }, { since: new Date(first.occurred_at), last_event: first.id })
  t.is((await all.db('event_standings').where({ standing: 'restating' })).length, 1)
  t.is((await all.db('reviews')).length, 0)
})

test('a scan from before what it repeats is a fact of its own', async t => {
  const all = await scenario(t)
  const { courier, code } = await atCounter(all)
  const before = scan('load', code, all.clock())
  all.clock.move(hour)
  await send(all, courier, scan('load', code, all.clock()))
  const [late] = await send(all, courier, before)
  t.is(late?.verdict, 'recorded_late')
})

test('two attempts with the same words are two attempts', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { home } = await onItsWayHome(all, staff)
  await scanned(all, staff.courier, 'load', home)
  const nobodyHome = { reason: 'nobody_home', measure: 'again' }
  for (let i = 0; i < 2; i++) await scanned(all, staff.courier, 'attempt', home, nobodyHome)
  t.is((await all.db('custody_events').where({ step: 'attempt' })).length, 2)
})

test('a delivery is not repeated by another clerk, nor into other hands', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { home } = await onItsWayHome(all, staff)
  await scanned(all, staff.clerk, 'deliver', home, { capacity: 'recipient' })
  const other = await all.person('clerk', krongNo)
  all.clock.move(minute)
  const now = all.clock()
  const [same, hands, stranger] = [
    ...(await send(all, staff.clerk, scan('deliver', home, now, { capacity: 'recipient' }))),
    ...(await send(all, staff.clerk, scan('deliver', home, now, { capacity: 'authorised' }))),
    ...(await send(all, other, scan('deliver', home, now, { capacity: 'recipient' }))),
  ]
  t.deepEqual([same?.verdict, hands?.verdict, stranger?.verdict], ['already_recorded', 'for_review', 'for_review'])
})

test('an id used again with other words, another time or another unit is another scan, and refused', async t => {
  const all = await scenario(t)
  const { clerk, code } = await atCounter(all)
  const held = scan('hold', code, all.clock(), { until: '2026-12-01' })
  await send(all, clerk, held)
  const later = new Date(all.clock().getTime() - minute).toISOString()
  for (const change of [{ detail: { until: '2026-12-31' } }, { occurred_at: later }])
    t.is((await send(all, clerk, { ...held, ...change }))[0]?.reason, 'id_reused')
  const list = { sent_at: all.clock().toISOString(), unit: krongNo, scans: [held] }
  t.is((await clerk.post('/scans', list)).body.verdicts[0].reason, 'id_reused')
})

test('what a phone says happened after it was sent counts from when it came', async t => {
  const all = await scenario(t)
  const { courier, code } = await atCounter(all)
  const ahead = scan('load', code, new Date(all.clock().getTime() + hour))
  t.is((await send(all, courier, ahead))[0]?.verdict, 'recorded')
  t.deepEqual((await all.db('custody_events').where({ step: 'load' }).first())?.effective_at, all.clock())
})

test('a parcel is forwarded only to a post office that is open', async t => {
  const all = await scenario(t)
  const { clerk, code } = await atCounter(all)
  await all.owner('units').where({ id: giaNghia }).update({ closed_on: '2026-01-01' })
  const [closed] = await send(all, clerk, scan('redirect', code, all.clock(), { office: giaNghia }))
  t.is(closed?.reason, 'unknown_office')
})

for (const role of ['clerk', 'courier', 'officer'] as const)
  test(`a ${role} cannot report a parcel lost, damaged or found`, async t => {
    const all = await scenario(t)
    const { code, ...staff } = await atCounter(all)
    const said = ['report_lost', 'report_damaged', 'find'].map(step => scan(step, code, all.clock(), { reason: 'x' }))
    const verdicts = await send(all, staff[role], ...said)
    t.deepEqual(
      verdicts.map(({ reason }) => reason),
      ['role_may_not', 'role_may_not', 'role_may_not'],
    )
  })

test('of two things told in one list of one minute the order of the list does not matter', async t => {
  const all = await scenario(t)
  const { clerk, courier, code } = await atCounter(all)
  await scanned(all, courier, 'depart', code)
  all.clock.move(minute)
  const at = all.clock()
  await send(all, clerk, scan('hold', code, at, { until: '2026-12-01' }), scan('arrive', code, at))
  t.like(await all.db('parcel_presents').first(), { holder_unit: krongNo, last_step: 'hold' })
  t.deepEqual(await all.db('reviews').whereNull('withdrawn_at').pluck('kind'), [])
})
