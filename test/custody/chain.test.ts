import { createHash, randomUUID } from 'node:crypto'
import test from 'ava'
import type { Knex } from 'knex'
import { type ChainedFact, factBytes, factHash } from '../../src/custody/chain.ts'
import { minute } from '../../src/kit/time.ts'
import { papers } from '../support/papers.ts'
import { krongNo, type Scenario, scan, scenario } from '../support/scenario.ts'

const fact: ChainedFact = {
  id: '019ab000-0000-7000-8000-000000000001',
  parcel: '019ab000-0000-7000-8000-000000000002',
  seq: 2,
  prev_hash: Buffer.alloc(32, 0xab),
  step: 'hold',
  person: '019ab000-0000-7000-8000-000000000003',
  role: 'clerk',
  unit: '642100',
  device: null,
  counter: 7,
  source: 'device',
  occurred_at: new Date('2026-11-23T08:00:00.005+07:00'),
  recorded_at: new Date('2026-11-23T08:00:01+07:00'),
  effective_at: new Date('2026-11-23T08:00:00.005+07:00'),
  corrects: null,
  detail: { until: '2026-12-01', đ: 'Krông Nô' },
}

test('the bytes of a fact are its members in order, without a space, times in UTC with milliseconds', t => {
  t.is(
    factBytes(fact).toString(),
    '{"corrects":null,"counter":7,"detail":{"until":"2026-12-01","đ":"Krông Nô"},"device":null,' +
      '"effective_at":"2026-11-23T01:00:00.005Z","id":"019ab000-0000-7000-8000-000000000001",' +
      '"occurred_at":"2026-11-23T01:00:00.005Z","parcel":"019ab000-0000-7000-8000-000000000002",' +
      '"person":"019ab000-0000-7000-8000-000000000003",' +
      '"prev_hash":"abababababababababababababababababababababababababababababababab",' +
      '"recorded_at":"2026-11-23T01:00:01.000Z","role":"clerk","seq":2,"source":"device","step":"hold","unit":"642100"}',
  )
})

test('the hash of a fact is SHA-256 of a zero byte and its bytes', t => {
  const bytes = Buffer.concat([Buffer.of(0), factBytes(fact)])
  t.deepEqual(factHash(fact), createHash('sha256').update(bytes).digest())
})

for (const [member, value] of Object.entries({
  id: randomUUID(),
  parcel: randomUUID(),
  seq: 3,
  prev_hash: null,
  step: 'load',
  person: randomUUID(),
  role: 'courier',
  unit: null,
  device: 'd1',
  counter: null,
  source: 'paper',
  occurred_at: new Date(0),
  recorded_at: new Date(0),
  effective_at: new Date(0),
  corrects: randomUUID(),
  detail: {},
}))
  test(`the hash of a fact says its ${member}`, t => {
    t.notDeepEqual(factHash({ ...fact, [member]: value }), factHash(fact))
  })

/** The facts of all parcels as they are stored, in record order. */
const stored = (db: Knex) => db('custody_events').orderBy('parcel_id').orderBy('seq').select()

const rehashed = (row: Awaited<ReturnType<typeof stored>>[number]) => {
  const { hash: _, parcel_id: parcel, person_id: person, unit_id: unit, ...rest } = row
  return factHash({ ...rest, parcel, person, unit })
}

async function aParcel(all: Scenario) {
  const clerk = await all.person('clerk', krongNo)
  const { body } = await clerk.post('/dossiers', await papers(all.db, 'identity-district-03'))
  all.clock.move(minute)
  return { clerk, code: body.parcel.code as string }
}

test('each fact carries the hash of the one recorded before it, whatever became of them', async t => {
  const all = await scenario(t)
  const { clerk, code } = await aParcel(all)
  const courier = await all.person('courier', krongNo)
  const at = all.clock()
  all.clock.move(5 * minute)
  const scans = [
    scan('load', code, all.clock()),
    scan('accept', code, all.clock()),
    scan('hold', code, at, { until: '2026-12-01' }),
  ]
  await courier.post('/scans', { sent_at: all.clock().toISOString(), scans: scans.slice(0, 1) })
  await clerk.post('/scans', { sent_at: all.clock().toISOString(), scans: scans.slice(1) })
  const facts = await stored(all.db)
  t.is(facts.length, 4)
  for (const [i, row] of facts.entries()) {
    t.deepEqual(row.hash, rehashed(row), row.step)
    t.deepEqual(row.prev_hash, facts[i - 1]?.hash ?? null)
  }
  const present = await all.db('parcel_presents').first('last_hash')
  t.deepEqual(present?.last_hash, facts.at(-1)?.hash)
})
