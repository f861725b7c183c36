import { randomUUID } from 'node:crypto'
import test, { type ExecutionContext } from 'ava'
import { day, minute } from '../../src/kit/time.ts'
import { atKrongNo, scanned } from '../support/at-krong-no.ts'
import { bhim, handed, nobodyHome, onRound, report, resultsFor } from '../support/on-a-round.ts'
import { giaNghia, scan, sharedPast } from '../support/scenario.ts'

const morning = sharedPast(async all => ({ results: await resultsFor(all, await atKrongNo(all), [{}, bhim]) }))

/** A courier is out with them: Hoa is stop 1, Y Bhĭm stop 2. */
async function underway(t: ExecutionContext) {
  const all = await morning(t)
  const staff = await atKrongNo(all)
  const [mine = '', other = ''] = all.results.map(({ code }) => code)
  const round = await onRound(all, staff, [mine, other])
  all.clock.move(minute)
  return { ...all, ...staff, round, mine, other, slip: all.results[0]?.lookup_code }
}

test('what was shown at one door proves nothing of a parcel of another', async t => {
  const all = await underway(t)
  const { courier } = all
  const { body } = await report(courier, all.round, 1, handed({ means: { kind: 'slip_code', code: all.slip } }))
  all.clock.move(minute)
  const detail = { capacity: 'recipient', proof: body.proof }
  const borrowed = scan('deliver', all.other, all.clock(), detail)
  await courier.post('/scans', { sent_at: all.clock().toISOString(), scans: [borrowed] })
  const auditor = await all.person('auditor', null)
  t.like((await auditor.get(`/parcels/${all.other}/proof`)).body, { status: 409, code: 'no_proof' })
  t.like((await auditor.get(`/parcels/${all.mine}/proof`)).body, { is_as_told: true })
})

test('the id of a report is of one stop', async t => {
  const all = await underway(t)
  const { courier } = all
  const said = nobodyHome()
  t.is((await report(courier, all.round, 1, said)).status, 200)
  t.like((await report(courier, all.round, 2, said)).body, { status: 409, code: 'id_reused' })
})

test('the id of a hand-out is of the parcels that were handed out', async t => {
  const all = await underway(t)
  const { clerk } = all
  for (const code of [all.mine, all.other]) await scanned(all, clerk, 'arrive', code)
  const { outcome: _, ...taking } = handed()
  t.is((await clerk.post('/collections', { ...taking, codes: [all.mine] })).status, 200)
  t.like((await clerk.post('/collections', { ...taking, codes: [all.other] })).body, { status: 409, code: 'id_reused' })
})

test('who left an office reads none of its rounds any more', async t => {
  const all = await underway(t)
  const { courier } = all
  const path = `/rounds/${all.round.id}`
  t.is((await courier.get(path)).status, 200)
  await all.db('assignments').where({ person_id: courier.id }).update({ until: all.clock() })
  const elsewhere = {
    id: randomUUID(),
    person_id: courier.id,
    role: 'courier',
    unit_id: giaNghia,
    since: all.clock(),
  } as const
  await all.db('assignments').insert(elsewhere)
  all.clock.move(minute)
  t.deepEqual([(await courier.get(path)).status, (await courier.file(`${path}/notices.pdf`)).status], [404, 404])
})

test('the first notice said twice is not the second', async t => {
  const all = await underway(t)
  const { courier, clerk } = all
  await scanned(all, courier, 'attempt', all.mine, { reason: 'nobody_home', measure: 'hold' })
  await scanned(all, courier, 'invite', all.mine, { number: 1, left_with: 'door' })
  await scanned(all, clerk, 'arrive', all.mine)
  await scanned(all, clerk, 'invite', all.mine, { number: 1, left_with: 'door' })
  await scanned(all, clerk, 'hold', all.mine, { until: '2026-11-25' })
  all.clock.move(7 * day)
  const { items } = (await clerk.get('/rounds/due')).body
  t.like(items[0], { code: all.mine, notices: 1, deed: 'second_notice' })
})

test('who reads the names, phones and addresses of a round is noted', async t => {
  const all = await underway(t)
  const supervisor = await all.person('supervisor', '640000')
  await supervisor.get(`/rounds/${all.round.id}`)
  const rows = await all.db('audit_log').where({ person_id: supervisor.id }).select('action', 'subject')
  t.deepEqual(rows, [{ action: 'read round', subject: all.round.number }])
})
