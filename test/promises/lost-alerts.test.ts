import test from 'ava'
import { addMs, day, hour, minute } from '../../src/kit/time.ts'
import { writeMessages } from '../../src/messages/write-messages.ts'
import { feedbackFigures } from '../../src/promises/feedback-figures.ts'
import { watch } from '../../src/promises/watch.ts'
import type { Watch } from '../../src/promises/watches.ts'
import { type AtKrongNo, atKrongNo, onItsWayHome, scanned, takenIn } from '../support/at-krong-no.ts'
import { tick } from '../support/outbox.ts'
import { papers } from '../support/papers.ts'
import { alertsOf, tickAt } from '../support/promised.ts'
import { httpProvider } from '../support/providers.ts'
import { giaNghia, krongNo, policeKrongNo, type Scenario, scenario } from '../support/scenario.ts'

const open = ({ db }: Scenario, name: Watch) => db('alerts').where({ watch: name }).whereNull('closed_at')

test('after a day and a night without a tick the office that has it hears of it, and so does the citizen', async t => {
  const all = await scenario(t)
  const { home } = await onItsWayHome(all, await atKrongNo(all))
  // Due on Wednesday at 08:03; the service is back on Thursday at nine.
  await tickAt(all, '2026-11-26T09:00')
  const told = Object.values(await alertsOf(all, home)).flat()
  t.true(told.includes(krongNo), told.join())
})

test('after a day and a night without a tick the citizen is told that it is late', async t => {
  const all = await scenario(t)
  await onItsWayHome(all, await atKrongNo(all))
  await tickAt(all, '2026-11-26T09:00')
  await writeMessages(all.db, all.clock(), all.house)
  t.is((await all.db('messages').where({ kind: 'late' })).length, 1)
})

test('a tick that stood still for three hours is told as one of six minutes is', async t => {
  const all = await scenario(t)
  const ran = (slot: Date) => ({
    job: 'raise-alerts',
    slot,
    started_at: slot,
    lease_until: slot,
    finished_at: slot,
  })
  const now = all.clock()
  const slots = [-184, -183, -182, -2, -1, 0].map(minutes => addMs(now, minutes * minute))
  await all.db('job_runs').insert(slots.map(ran))
  await watch(all.db, now)
  t.is((await open(all, 'tick_late')).length, 1)
})

test('cash that nobody handed in is still missing a week later', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const payment = { payment: { payer: 'recipient', when: 'delivery', method: 'cash' } }
  const { home } = await onItsWayHome(all, staff, payment)
  const { body: round } = await staff.clerk.post('/rounds', { courier: staff.courier.id, codes: [home] })
  await scanned(all, staff.courier, 'load', home)
  all.clock.move(minute)
  const handed = {
    id: crypto.randomUUID(),
    outcome: 'delivered',
    capacity: 'recipient',
    name: 'Nguyễn Thị Hoa',
    paper: { kind: 'cccd', tail: '1234' },
    means: { kind: 'sheet' },
    collected: 30_000,
  }
  t.is((await staff.courier.post(`/rounds/${round.id}/stops/1/report`, handed)).status, 200)
  all.clock.move(minute)
  t.is((await staff.clerk.post(`/rounds/${round.id}/closing`, { handed_in: 0 })).status, 200)
  await watch(all.db, all.clock())
  t.is((await open(all, 'cash_out')).length, 1)
  all.clock.move(8 * day)
  await watch(all.db, all.clock())
  t.is((await open(all, 'cash_out')).length, 1)
})

test('an office that will close next year counts its cupboard until then', async t => {
  const all = await scenario(t)
  await takenIn(all, await atKrongNo(all))
  await all.owner('units').where({ id: krongNo }).update({ closed_on: '2027-06-30' })
  all.clock.set('2026-11-23T20:05:00+07:00')
  await watch(all.db, all.clock())
  t.is((await open(all, 'uncounted')).filter(({ unit_id }) => unit_id === krongNo).length, 1)
})

test('messages that wait for the morning are not stuck', async t => {
  const all = await scenario(t, { at: '2026-11-23T21:05:00+07:00' })
  const sms = await httpProvider(t)
  all.house.providers = { ...all.house.providers, smsUrl: sms.url }
  await takenIn(all, await atKrongNo(all))
  await tick(all)
  all.clock.move(hour)
  await tick(all)
  await watch(all.db, all.clock())
  t.is((await open(all, 'messages_stuck')).length, 0)
})

test('a watch whose setting is gone stops no other', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { home } = await onItsWayHome(all, staff)
  await scanned(all, staff.courier, 'load', home)
  await all.owner('watch_settings').where({ watch: 'unaccepted' }).delete()
  await t.throwsAsync(watch(all.db, addMs(all.clock(), 2 * day)), { message: /unaccepted/ })
  t.is((await open(all, 'silent')).length, 1)
})

test('rounds have to be closed by their own hour, not by that of counting', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { home } = await onItsWayHome(all, staff)
  await staff.clerk.post('/rounds', { courier: staff.courier.id, codes: [home] })
  await all
    .owner('watch_settings')
    .where({ watch: 'round_open' })
    .update({ amount: 22 * 60 })
  await tickAt(all, '2026-11-23T21:00')
  await watch(all.db, all.clock())
  t.is((await open(all, 'round_open')).length, 0)
  await tickAt(all, '2026-11-23T22:01')
  await watch(all.db, all.clock())
  t.is((await open(all, 'round_open')).length, 1)
})

test('a desk that is shut on Saturday counts no cupboard that evening, the post office does', async t => {
  const all = await scenario(t, { at: '2026-11-28T08:00:00+07:00' })
  const staff = await atKrongNo(all)
  await takenIn(all, staff)
  await waitingAtTheDesk(all, staff)
  all.clock.set('2026-11-28T20:05:00+07:00')
  await watch(all.db, all.clock())
  t.deepEqual(
    (await open(all, 'uncounted')).map(({ unit_id }) => unit_id),
    [krongNo],
  )
  all.clock.set('2026-11-30T20:05:00+07:00')
  await watch(all.db, all.clock())
  t.is((await open(all, 'uncounted')).length, 2)
})

for (const [quiet_from, quiet_until] of [
  [0, 6 * 60],
  [0, 0],
  [12 * 60, 13 * 60],
] as const)
  test(`messages that do not leave are told of in the morning, with quiet hours from ${quiet_from} until ${quiet_until}`, async t => {
    const all = await scenario(t)
    const sms = await httpProvider(t)
    all.house.providers = { ...all.house.providers, smsUrl: sms.url }
    await all.owner('message_settings').update({ quiet_from, quiet_until })
    await takenIn(all, await atKrongNo(all))
    await writeMessages(all.db, all.clock(), all.house)
    all.clock.move(2 * hour)
    await watch(all.db, all.clock())
    t.is((await open(all, 'messages_stuck')).length, 1)
    t.is((await feedbackFigures(all.db, all.clock())).held_up, 1)
  })

test('in the night the board blames nobody for messages that wait for the morning', async t => {
  const all = await scenario(t, { at: '2026-11-23T21:05:00+07:00' })
  const sms = await httpProvider(t)
  all.house.providers = { ...all.house.providers, smsUrl: sms.url }
  await takenIn(all, await atKrongNo(all))
  await writeMessages(all.db, all.clock(), all.house)
  all.clock.move(2 * hour)
  t.is((await feedbackFigures(all.db, all.clock())).held_up, 0)
})

test('of a list that nobody accepts both sides hear, first who answers for it', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { parcel } = await takenIn(all, staff)
  const { body } = await staff.clerk.post('/handovers', { to: { unit: policeKrongNo }, codes: [parcel.code] })
  t.truthy(body.id)
  all.clock.move(3 * hour)
  await watch(all.db, all.clock())
  const [alert] = await open(all, 'unaccepted')
  t.is(alert?.unit_id, krongNo)
  const heard: string[] = await all
    .db('alert_hearers')
    .where({ alert_id: alert?.id ?? '' })
    .orderBy('unit_id')
    .pluck('unit_id')
  t.true(heard.includes(krongNo) && heard.includes(policeKrongNo), heard.join())
})

/** A result in its envelope, which the post has not fetched. */
async function waitingAtTheDesk(all: Scenario, { officer }: AtKrongNo) {
  const filed = { service: 'return', documents: [], due: '2026-12-30' }
  const { body } = await officer.post('/dossiers', await papers(all.db, 'identity-district-01', filed))
  await officer.post(`/dossiers/${body.reference}/result`, { kind: 'granted' })
  await officer.post('/parcels', { purpose: 'result', dossiers: [body.reference] })
}

test('a desk whose envelopes are opened and filed has nothing to count', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { parcel } = await takenIn(all, staff)
  await scanned(all, staff.officer, 'lodge', parcel.code)
  all.clock.set('2026-11-23T20:05:00+07:00')
  await watch(all.db, all.clock())
  t.deepEqual(await open(all, 'uncounted'), [])
})

test('a round of an office that has closed is still told of', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { home } = await onItsWayHome(all, staff)
  await staff.clerk.post('/rounds', { courier: staff.courier.id, codes: [home] })
  await all.owner('units').where({ id: krongNo }).update({ closed_on: '2026-11-24' })
  all.clock.set('2026-11-26T22:00:00+07:00')
  await watch(all.db, all.clock())
  t.is((await open(all, 'round_open')).length, 1)
})

test('whoever leads an office hears of what is missed and of what is late, also where no district leads it', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { home } = await onItsWayHome(all, staff)
  await scanned(all, await all.person('clerk', '641090'), 'arrive', home)
  await tickAt(all, '2026-11-25T04:00')
  t.deepEqual(await alertsOf(all, home), { missed: [giaNghia, '641090'] })
  await scanned(all, await all.person('clerk', '642113'), 'arrive', home)
  await tickAt(all, '2026-11-25T08:30')
  t.deepEqual(await alertsOf(all, home), { breach: [giaNghia, krongNo, '642113', policeKrongNo] })
})
