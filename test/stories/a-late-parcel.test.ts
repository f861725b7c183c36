import test from 'ava'
import { hour } from '../../src/kit/time.ts'
import type { Departure } from '../../src/places/departures.ts'
import { atKrongNo, onItsWayHome, scanned } from '../support/at-krong-no.ts'
import { nobodyHome, onRound, report, resultsFor } from '../support/on-a-round.ts'
import { papers } from '../support/papers.ts'
import { alertsOf, pausesOfParcel, promiseOf, releasedResult, tickAt } from '../support/promised.ts'
import { giaNghia, krongNo, policeKrongNo, type Scenario, scenario } from '../support/scenario.ts'

/** Krông Nô: fetched at 10:30 and 16:00, the van to Gia Nghĩa at 17:00, rounds in the morning and the afternoon. */
async function timetable({ owner }: Scenario) {
  const line = (
    from_unit: string,
    to_unit: string | null,
    leaves: number,
    arrives: number,
  ): Omit<Departure, 'weekday'> => ({
    from_unit,
    to_unit,
    leaves,
    arrives,
    on_holidays: false,
  })
  const lines = [
    line(policeKrongNo, krongNo, 630, 660),
    line(policeKrongNo, krongNo, 960, 990),
    line(krongNo, giaNghia, 1020, 1140),
    line(krongNo, null, 450, 690),
    line(krongNo, null, 810, 1020),
    line(giaNghia, null, 450, 690),
  ]
  const days = [1, 2, 3, 4, 5, 6]
  await owner('departures').insert(lines.flatMap(one => days.map(weekday => ({ ...one, weekday }))))
}

test('a late parcel: each level in its order, told to whoever can still act, acknowledged, and closed by the delivery', async t => {
  const all = await scenario(t, { at: '2026-11-25T08:00:00+07:00' })
  await timetable(all)
  const staff = await atKrongNo(all)
  const { home } = await onItsWayHome(all, staff)
  await scanned(all, staff.clerk, 'arrive', home).catch(() => undefined)
  const promise = await promiseOf(all, home)
  t.deepEqual(promise, {
    began: '25T08:03',
    wall: '27T08:03',
    due: '27T08:03',
    risk: '26T11:30',
    missed: '26T13:30',
    ended: null,
  })

  // Thursday: the afternoon's round is the last that can bring it in time.
  await tickAt(all, '2026-11-26T11:29')
  t.deepEqual(await alertsOf(all, home), {})
  await tickAt(all, '2026-11-26T11:30')
  t.deepEqual(await alertsOf(all, home), { at_risk: [krongNo] })
  await tickAt(all, '2026-11-26T13:30')
  t.deepEqual(await alertsOf(all, home), { missed: [giaNghia, krongNo] }, 'the highest alone')
  const supervisor = await all.person('supervisor', krongNo)
  for (const { id } of (await supervisor.get('/alerts')).body.items)
    t.is((await supervisor.post(`/alerts/${id}/acknowledgement`, { note: 'Gọi bưu tá chiều nay' })).status, 200)

  // Friday: late, then late by a day. Both organisations hear of it.
  await tickAt(all, '2026-11-27T08:03')
  t.deepEqual((await alertsOf(all, home))['breach'], [giaNghia, krongNo, policeKrongNo])
  await tickAt(all, '2026-11-28T08:03')
  const told = (await alertsOf(all, home))['breach_day'] ?? []
  t.true(
    [giaNghia, policeKrongNo, 'police-67-pc06'].every(unit => told.includes(unit)),
    told.join(),
  )

  await scanned(all, staff.courier, 'load', home)
  await scanned(all, staff.courier, 'deliver', home)
  t.deepEqual(await alertsOf(all, home), {}, 'its delivery closes the last')
  await tickAt(all, '2026-11-29T08:03')
  t.is((await all.db('alerts').whereNotNull('parcel_id')).length, 4, 'each level once')
})

test('fetched late it is late for the post: the clock does not wait for a van that should have come', async t => {
  const all = await scenario(t, { at: '2026-11-25T08:00:00+07:00' })
  await timetable(all)
  const staff = await atKrongNo(all)
  const at = async (now: string) => all.clock.set(`2026-11-${now}:00+07:00`)
  const { body } = await staff.officer.post('/dossiers', await returnOnly(all))
  await staff.officer.post(`/dossiers/${body.reference}/result`, { kind: 'granted' })
  const { code } = (await staff.officer.post('/parcels', { purpose: 'result', dossiers: [body.reference] })).body
  t.is((await promiseOf(all, code)).began, null, 'announced, it lies with the police')

  await at('25T10:31')
  const list = { to: { unit: krongNo }, codes: [code] }
  const released = await staff.officer.post('/handovers', list)
  t.is(released.status, 201, JSON.stringify(released.body))
  t.is((await promiseOf(all, code)).began, '25T16:00', 'not ready at one pick-up, it is the next that counts')
  await at('25T10:40')
  await staff.officer.post(`/handovers/${released.body.id}/cancellation`, { reason: 'thiếu một phong bì' })
  t.is((await promiseOf(all, code)).began, null, 'taken back, nothing was promised')
  await at('25T10:45')
  const again = await staff.officer.post('/handovers', list)
  t.is(again.status, 201)

  // Nobody comes until Thursday afternoon.
  await at('26T15:59')
  await scanned(all, staff.clerk, 'hand_back', code)
  t.deepEqual(await promiseOf(all, code), {
    began: '25T16:00',
    wall: '27T16:00',
    due: '27T16:00',
    risk: '27T05:30',
    missed: '27T07:30',
    ended: null,
  })
})

test('fetched early the 48 hours begin with the hand-over, and a timetable that changes moves no clock that runs', async t => {
  const all = await scenario(t, { at: '2026-11-25T08:00:00+07:00' })
  await timetable(all)
  const staff = await atKrongNo(all)
  const { code } = await releasedResult(all, staff.officer)
  t.is((await promiseOf(all, code)).began, '25T10:30')
  await all.owner('departures').where({ from_unit: policeKrongNo }).delete()
  all.clock.set('2026-11-25T09:00:00+07:00')
  await scanned(all, staff.clerk, 'hand_back', code)
  t.is((await promiseOf(all, code)).began, '25T09:01')
})

test('a notice at the door leaves the parcel with the courier: the last chance is still the door', async t => {
  const all = await scenario(t, { at: '2026-11-25T08:00:00+07:00' })
  await timetable(all)
  const staff = await atKrongNo(all)
  const [result] = await resultsFor(all, staff, [{}])
  const code = result?.code ?? ''
  const round = await onRound(all, staff, [code])
  const { due, risk, missed } = await promiseOf(all, code)
  t.deepEqual([due, risk, missed], ['27T08:03', '27T06:03', '27T08:03'])
  all.clock.move(hour)
  // Nobody excuses an unpaid fee: nothing stands still.
  await report(staff.courier, round, 1, nobodyHome({ reason: 'fee_not_paid', notice: { left_with: 'door' } }))
  t.deepEqual(await pausesOfParcel(all, code), [])
  const after = await promiseOf(all, code)
  t.deepEqual([after.risk, after.missed], [risk, missed])
  await scanned(all, staff.clerk, 'arrive', code)
  t.is((await promiseOf(all, code)).missed, '26T13:30', 'back at the office it goes by its rounds')
})

test('on holidays nobody is expected to come or to bring: the 48 hours run, the last chance lies before', async t => {
  const all = await scenario(t, { at: '2026-04-29T15:00:00+07:00' })
  await timetable(all)
  const staff = await atKrongNo(all)
  const announced = async () => {
    const { body } = await staff.officer.post('/dossiers', await returnOnly(all))
    await staff.officer.post(`/dossiers/${body.reference}/result`, { kind: 'granted' })
    return (await staff.officer.post('/parcels', { purpose: 'result', dossiers: [body.reference] })).body.code
  }
  const [early, late] = [await announced(), await announced()]
  await scanned(all, staff.clerk, 'hand_back', early)
  const { wall, missed } = await promiseOf(all, early)
  t.deepEqual([wall, missed], ['01T15:01', '29T15:01'], 'no round goes on 30/4 and 1/5: already too late')
  all.clock.set('2026-04-29T16:30:00+07:00')
  const released = await staff.officer.post('/handovers', { to: { unit: krongNo }, codes: [late] })
  t.is(released.status, 201, JSON.stringify(released.body))
  t.is((await promiseOf(all, late)).began, '02T10:30', 'the next pick-up is on Saturday the second of May')
})

/** Filed elsewhere: only its result travels. */
const returnOnly = ({ db }: Scenario) =>
  papers(db, 'identity-district-01', { service: 'return', documents: [], due: '2026-12-30' })
