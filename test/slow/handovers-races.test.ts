import { randomUUID } from 'node:crypto'
import test from 'ava'
import type { Knex } from 'knex'
import { consequences } from '../../src/consequences.ts'
import { recordScans } from '../../src/custody/record-scans.ts'
import { scanNow } from '../../src/custody/scan.ts'
import { addMs, minute } from '../../src/kit/time.ts'
import { scanned } from '../support/at-krong-no.ts'
import { carried, released } from '../support/released.ts'
import { type Person, policeKrongNo, type Scenario, scan, scenario } from '../support/scenario.ts'
import { untilWaiting, whileHeld } from '../support/waiting.ts'

const send = (all: Scenario, who: Person, codes: readonly string[]) =>
  who.post('/scans', {
    sent_at: all.clock().toISOString(),
    scans: codes.map(code => scan('lodge', code, all.clock())),
  })
const lodgements = (all: Scenario) => all.db('custody_events').where({ step: 'lodge' })

/** A scan that has the parcel, and has not been committed yet. */
async function begun(all: Scenario, who: Person, said: Parameters<typeof scanNow>[0], now = all.clock()) {
  const trx: Knex.Transaction = await all.db.transaction()
  await recordScans(trx, [scanNow({ ...said, by: who }, now)], { now, consequences })
  return trx
}

test('what the station scans while the list is signed is there, and nothing is made twice', async t => {
  const all = await scenario(t)
  const { courier, officer, codes } = await carried(all, 18)
  const colleague = await all.person('officer', policeKrongNo)
  for (let i = 0; i < codes.length; i += 6) {
    const mine = codes.slice(i, i + 6)
    const { body: sheet } = await courier.post('/handovers', { to: { unit: policeKrongNo }, codes: mine })
    all.clock.move(minute)
    const replies = await Promise.all([
      send(all, colleague, [...mine].reverse()),
      officer.post(`/handovers/${sheet.id}/acceptance`, { mode: 'scans', codes: mine.slice(0, 3) }),
      send(all, colleague, mine.slice(2, 4)),
    ])
    t.deepEqual(
      replies.map(({ status }) => status),
      [200, 200, 200],
    )
    for (const code of mine) t.is((await officer.get(`/parcels/${code}`)).body.holder.unit, policeKrongNo)
  }
  const events = await all.db('handover_parcels').whereNotNull('event_id').pluck('event_id')
  t.is(new Set(events).size, events.length)
})

test('a parcel scanned at the station a moment before the signature is not short', async t => {
  const all = await scenario(t)
  const { officer, codes, id } = await released(all, 2)
  const [first = '', second = ''] = codes
  const colleague = await all.person('officer', policeKrongNo)
  const scanning = await begun(all, colleague, { step: 'lodge', code: second, by: colleague }, addMs(all.clock(), 1000))
  const accepting = officer.post(`/handovers/${id}/acceptance`, { mode: 'scans', codes: [first] })
  await untilWaiting(all, 1)
  await scanning.commit()
  t.is((await accepting).body.state, 'accepted')
  t.is((await lodgements(all)).length, 2)
})

test('a scan that is taken back a moment before the signature is short', async t => {
  const all = await scenario(t)
  const { officer, codes, id } = await released(all, 2)
  const [first = '', second = ''] = codes
  await scanned(all, officer, 'lodge', first)
  const [fact] = await lodgements(all)
  all.clock.move(minute)
  const said = { step: 'correct', code: first, corrects: fact?.id ?? '', detail: { reason: 'nhầm' }, by: officer }
  const correcting = await begun(all, officer, said)
  const accepting = officer.post(`/handovers/${id}/acceptance`, { mode: 'scans', codes: [second] })
  await untilWaiting(all, 1)
  await correcting.commit()
  t.deepEqual((await accepting).body.short, [first])
})

test('of a cancellation and an acceptance at the same moment one happens', async t => {
  const all = await scenario(t)
  const { courier, officer, codes } = await carried(all, 6)
  for (const code of codes) {
    const { body: sheet } = await courier.post('/handovers', { to: { unit: policeKrongNo }, codes: [code] })
    all.clock.move(minute)
    const replies = await Promise.all([
      officer.post(`/handovers/${sheet.id}/acceptance`, { mode: 'scans', codes: [code] }),
      courier.post(`/handovers/${sheet.id}/cancellation`, { reason: 'x' }),
    ])
    t.deepEqual(replies.map(({ status }) => status).sort(), [200, 409])
    const { state } = (await officer.get(`/handovers/${sheet.id}`)).body
    const { kind } = (await officer.get(`/parcels/${code}`)).body.holder
    t.is(kind, state === 'accepted' ? 'police_unit' : 'courier')
  }
})

test('two lists of one parcel and a scan that takes it away, at once, leave one list at most', async t => {
  const all = await scenario(t)
  const { clerk, courier, codes } = await carried(all, 1)
  const [code = ''] = codes
  all.clock.move(minute)
  const give = () => courier.post('/handovers', { to: { unit: policeKrongNo }, codes })
  const arrive = () =>
    clerk.post('/scans', { sent_at: all.clock().toISOString(), scans: [scan('arrive', code, all.clock())] })
  const replies = await whileHeld(all, code, [arrive, give, give])
  t.false(replies.some(({ status }) => status >= 500))
  t.true((await all.db('handovers').where({ state: 'released' })).length <= 1)
})

test('an acceptance sent again under the same key with other words is told so', async t => {
  const all = await scenario(t)
  const { officer, courier, codes, id } = await released(all, 2)
  const key = { 'Idempotency-Key': `"${randomUUID()}"` }
  const accept = (who: Person, at: string, some: string[]) =>
    who.post(`/handovers/${at}/acceptance`, { mode: 'scans', codes: some }, key)
  const [first = ''] = codes
  t.is((await accept(officer, id, [first])).status, 200)
  t.is((await accept(officer, id, codes)).status, 422)
  t.is((await accept(officer, randomUUID(), [first])).status, 404)
  t.is((await accept(courier, id, [first])).status, 403)
})
