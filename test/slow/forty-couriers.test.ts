import test from 'ava'
import { minute } from '../../src/kit/time.ts'
import { itemCode } from '../../src/parcels/item-code.ts'
import { krongNo, type Person, policeKrongNo, type Scenario, scan, scenario } from '../support/scenario.ts'

/** Results that the post has taken from the police: they lie at the office of Krông Nô. */
async function results(all: Scenario, n: number) {
  const { db, clock } = all
  const clerk = await all.person('clerk', krongNo)
  const codes = Array.from({ length: n }, (_, i) => itemCode('QB', i, 'VN'))
  await db.raw(
    `with made as (
       insert into parcels (id, code, purpose, origin_kind, origin_unit, destination_kind, destination_unit, on_route, hands,
                            is_collected, created_at, created_by, created_unit)
       select gen_random_uuid(), code, 'result', 'police_unit', :desk, 'recipient', :office, array[:office], 'household',
              false, :at, :by, :desk
       from unnest(:codes::text[]) as code returning id, created_at)
     insert into parcel_presents (parcel_id, holder_kind, holder_unit, since, next_seq, is_over, is_lost, is_misrouted,
                                  is_sent_back, attempts)
     select id, 'police_unit', :desk, created_at, 1, false, false, false, false, 0 from made`,
    { codes, office: krongNo, desk: policeKrongNo, by: clerk.id, at: clock() },
  )
  clock.move(minute)
  const scans = codes.map(code => scan('hand_back', code, clock()))
  await send(clerk, { sent_at: clock().toISOString(), scans })
  clock.move(minute)
  return codes
}

/** Sends a list until it is answered: on a busy machine one may be told to come again, and the same ids make that harmless. */
async function send(courier: Person, body: unknown): Promise<{ verdict: string; code: string }[]> {
  for (;;) {
    const { status, body: reply } = await courier.post('/scans', body)
    if (status === 200) return reply.verdicts
    if (status !== 503) throw new Error(`${status} ${JSON.stringify(reply)}`)
  }
}

test('40 couriers deliver 100 parcels at once, in lists of opposite orders: each is delivered exactly once', async t => {
  t.timeout(3 * minute)
  const all = await scenario(t)
  const couriers = await Promise.all(Array.from({ length: 40 }, () => all.person('courier', krongNo)))
  const codes = await results(all, 100)
  const answers = await Promise.all(
    couriers.map((courier, i) => {
      const scans = (i % 2 ? codes : [...codes].reverse()).map(code => scan('deliver', code, all.clock()))
      return send(courier, { sent_at: all.clock().toISOString(), scans })
    }),
  )
  const verdicts = answers.flat()
  const recorded = verdicts.filter(({ verdict }) => verdict === 'recorded')
  t.deepEqual(recorded.map(({ code }) => code).sort(), [...codes].sort())
  // All at one moment: one that comes later may stand before the first, and is then the delivery that counts.
  const others = verdicts.filter(({ verdict }) => verdict === 'for_review' || verdict === 'recorded_late')
  t.is(others.length, 39 * 100, 'nothing that was sent is dropped')
  const standing = await all
    .db('event_standings')
    .join('custody_events', 'custody_events.id', 'event_standings.event_id')
    .where({ step: 'deliver', standing: 'applied' })
    .pluck('custody_events.parcel_id')
  t.deepEqual([standing.length, new Set(standing).size], [100, 100], 'one delivery of each stands')
  t.is((await all.db('parcel_presents').where({ holder_kind: 'recipient', is_over: true })).length, 100)
})

test('a hundred lists in opposite orders reach no caller as a deadlock', async t => {
  t.timeout(3 * minute)
  const all = await scenario(t, { max: 20 })
  const couriers = await Promise.all(Array.from({ length: 10 }, () => all.person('courier', krongNo)))
  const codes = await results(all, 40)
  const answers = await Promise.all(
    Array.from({ length: 100 }, (_, i) => {
      const scans = (i % 2 ? codes : [...codes].reverse()).map(code => scan('load', code, all.clock()))
      return send(couriers[i % 10] as Person, { sent_at: all.clock().toISOString(), scans })
    }),
  )
  t.is(answers.flat().length, 4000)
  t.is((await all.db('parcel_presents').where({ holder_kind: 'courier' })).length, 40)
})
