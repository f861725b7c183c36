import { randomUUID } from 'node:crypto'
import test, { type ExecutionContext } from 'ava'
import { hour, minute, rfc3339 } from '../../src/kit/time.ts'
import { raiseAlerts } from '../../src/promises/raise-alerts.ts'
import { atKrongNo, scanned, takenIn } from '../support/at-krong-no.ts'
import { intake, printed } from '../support/blank-sets.ts'
import { handed, onRound, report, resultsFor } from '../support/on-a-round.ts'
import { type Scenario, scan, scenario, sharedPast } from '../support/scenario.ts'

const morning = sharedPast(async all => {
  const staff = await atKrongNo(all)
  all.clock.move(hour)
  return { taken: await takenIn(all, staff) }
})

/** A dossier that was taken in on Monday 2026-11-23 at nine. */
async function takenAtNine(t: ExecutionContext) {
  const all = await morning(t)
  return { ...all, ...(await atKrongNo(all)), code: all.taken.parcel.code }
}

const clockOf = (all: Scenario, clock: string) =>
  all
    .db('clocks')
    .join('promise_policies', 'promise_policies.id', 'policy_id')
    .where({ clock })
    .first('started_at', 'due_at', 'stopped_at', 'clocks.inputs')

test('what was taken in is with the police within one working day: counted from the acceptance', async t => {
  const all = await takenAtNine(t)
  const began = await clockOf(all, 'lodging')
  t.is(began && rfc3339(began.due_at), '2026-11-25T17:00:00.000+07:00', 'the 24th is a holiday')
  t.is(began?.stopped_at, null)
  await scanned(all, all.courier, 'depart', all.code)
  await scanned(all, all.officer, 'lodge', all.code)
  const ended = await clockOf(all, 'lodging')
  t.deepEqual([ended?.started_at, ended?.stopped_at], [began?.started_at, all.clock()])
})

test('at another desk it has not arrived', async t => {
  const all = await takenAtNine(t)
  const strangers = await all.person('officer', 'police-67-pc06')
  await scanned(all, all.courier, 'depart', all.code)
  await scanned(all, strangers, 'lodge', all.code)
  t.is((await clockOf(all, 'lodging'))?.stopped_at, null)
  await scanned(all, all.officer, 'transfer', all.code)
  t.deepEqual((await clockOf(all, 'lodging'))?.stopped_at, all.clock())
})

test('papers given back to their sender are promised no more', async t => {
  const all = await takenAtNine(t)
  await scanned(all, all.clerk, 'withdraw', all.code)
  t.deepEqual((await clockOf(all, 'lodging'))?.stopped_at, all.clock())
})

test('an arrival that was scanned by mistake and taken back leaves the clock running', async t => {
  const all = await takenAtNine(t)
  await scanned(all, all.officer, 'lodge', all.code)
  const wrong = await all.db('custody_events').where({ step: 'lodge' }).first('id')
  await all.officer.post(`/scans/${wrong?.id}/correction`, { id: randomUUID(), reason: 'nhầm' })
  t.is((await clockOf(all, 'lodging'))?.stopped_at, null)
})

test('the courier who collected it says so late: the clock began at the door', async t => {
  const all = await scenario(t)
  const { clerk, courier, sets } = await printed(all, 1)
  all.clock.move(hour)
  const collected = all.clock()
  const collect = scan('collect', String(sets[0]), collected)
  all.clock.move(2 * hour)
  const sent = await intake(all, { parcel_code: sets[0], paper_at: all.clock() })
  t.is((await clerk.post('/dossiers', sent)).status, 201)
  t.deepEqual((await clockOf(all, 'lodging'))?.started_at, all.clock())
  all.clock.move(minute)
  await courier.post('/scans', { sent_at: all.clock().toISOString(), scans: [collect] })
  t.deepEqual((await clockOf(all, 'lodging'))?.started_at, collected)
})

test('somebody hears of what is not with the police in time, once, and no more when it is', async t => {
  const all = await takenAtNine(t)
  const open = () => all.db('alerts').whereNull('closed_at').pluck('level')
  all.clock.move(3 * 24 * hour)
  await raiseAlerts(all.db, all.clock())
  await raiseAlerts(all.db, all.clock())
  t.deepEqual(await open(), ['breach'])
  await scanned(all, all.officer, 'lodge', all.code)
  t.deepEqual(await open(), [])
})

for (const step of ['lodge', 'take_back'])
  test(`papers collected back are with the police within three working days, by “${step}”`, async t => {
    const all = await scenario(t)
    const staff = await atKrongNo(all)
    const [one] = await resultsFor(all, staff, [{}])
    const round = await onRound(all, staff, [one?.code])
    all.clock.move(minute)
    await report(staff.courier, round, 1, handed({ papers: ['old_card'] }))
    const began = await clockOf(all, 'papers_back')
    t.is(began && rfc3339(began.due_at), '2026-11-27T17:00:00.000+07:00')
    const envelope = await all.db('parcels').where({ purpose: 'collected_papers' }).first('code')
    await scanned(all, staff.officer, step, String(envelope?.code))
    t.deepEqual((await clockOf(all, 'papers_back'))?.stopped_at, all.clock())
  })
