import { readFile } from 'node:fs/promises'
import test from 'ava'
import { rootFolder } from '../../src/kit/root-folder.ts'
import { minute } from '../../src/kit/time.ts'
import { scanned } from '../support/at-krong-no.ts'
import { handed, nobodyHome, onRound, report, statesOf } from '../support/on-a-round.ts'
import { also, closeIt, counter, last, next, open, start, tell, undo } from '../support/reckoned.ts'
import { giaNghia, krongNo, type Scenario } from '../support/scenario.ts'

test('who is clerk too hands out at the counter what came back from their round: no money of a round', async t => {
  const all = await start(t)
  await also(all, all.courier, 'clerk', all.clock())
  const round = await onRound(all, all, [all.p])
  await tell(all, all.courier, round, 1, nobodyHome())
  await scanned(all, all.clerk, 'arrive', all.p)
  await closeIt(all.clerk, round)
  all.clock.move(minute)
  const out = await all.courier.post('/collections', counter([all.p], { collected: 60_000 }))
  t.is(out.status, 200, JSON.stringify(out.body))
  t.like(await next(all, all.courier, all.x), { carried_over: [], cash: { to_collect: 0, collected: 0 } })
})

test('one report of two parcels that stand one after the other: its money once', async t => {
  const all = await start(t)
  const round = await onRound(all, all, [all.p, all.q])
  await scanned(all, all.clerk, 'arrive', all.q)
  const arrive = await last(all, all.clerk.id, 'arrive')
  await scanned(all, all.clerk, 'deliver', all.q, { capacity: 'recipient' })
  const wrong = await last(all, all.clerk.id)
  const said = handed({ codes: [all.p, all.q], collected: 120_000, papers: ['old_card'] })
  await tell(all, all.courier, round, 1, said)
  const first = await closeIt(all.clerk, round, 120_000)
  all.clock.move(minute)
  const supervisor = await all.person('supervisor', krongNo)
  await undo(supervisor, wrong)
  await undo(supervisor, arrive)
  const second = await next(all, all.courier, all.x)
  t.is(first.cash.to_collect + second.cash.to_collect, 120_000)
  t.is(first.cash.collected + second.cash.collected, 120_000, 'collected once')
})

test('and its envelope once', async t => {
  const all = await start(t)
  const round = await onRound(all, all, [all.p, all.q])
  await scanned(all, all.clerk, 'arrive', all.q)
  const arrive = await last(all, all.clerk.id, 'arrive')
  await scanned(all, all.clerk, 'deliver', all.q, { capacity: 'recipient' })
  const wrong = await last(all, all.clerk.id)
  await tell(all, all.courier, round, 1, handed({ codes: [all.p, all.q], collected: 120_000, papers: ['old_card'] }))
  const first = await closeIt(all.clerk, round, 120_000)
  all.clock.move(minute)
  const supervisor = await all.person('supervisor', krongNo)
  await undo(supervisor, wrong)
  await undo(supervisor, arrive)
  const second = await next(all, all.courier, all.x)
  t.is(first.envelopes.length + second.envelopes.length, 1)
})

test('a stop told anew with a parcel that a closing asked for: its money once', async t => {
  const all = await start(t)
  const round = await onRound(all, all, [all.p, all.q])
  await tell(all, all.courier, round, 1, handed({ codes: [all.p], collected: 60_000 }))
  const first = await closeIt(all.clerk, round, 60_000)
  all.clock.move(minute)
  await undo(all.courier, await last(all, all.courier.id))
  await tell(all, all.courier, round, 1, handed({ collected: 120_000 }))
  const second = await next(all, all.courier, all.x)
  t.is(first.cash.to_collect + second.cash.to_collect, 120_000)
  t.is(first.cash.collected + second.cash.collected, 120_000)
})

test('papers named on the round of the door are missed though a later round names none', async t => {
  const all = await start(t)
  const round = await onRound(all, all, [{ code: all.p, papers: ['old_card'] }])
  all.clock.move(minute)
  const happened = all.clock().toISOString()
  await closeIt(all.clerk, round)
  const second = await open(all, all.courier, [all.p])
  const late = { ...handed({ collected: 60_000 }), occurred_at: happened, sent_at: all.clock().toISOString() }
  const told = await report(all.courier, round, 1, late)
  t.is(told.status, 200)
  all.clock.move(minute)
  t.like(await closeIt(all.clerk, second), { missing_papers: [{ code: all.p, papers: ['old_card'] }] })
})

test('papers to collect go along when a colleague takes it singly', async t => {
  const all = await start(t)
  const colleague = await all.person('courier', krongNo)
  const round = await onRound(all, all, [{ code: all.p, papers: ['old_card'] }])
  await scanned(all, colleague, 'take_over', all.p)
  const theirs = await open(all, colleague, [all.p], colleague)
  await tell(all, colleague, theirs, 1, handed({ collected: 60_000 }))
  const missed = [
    ...(await closeIt(all.clerk, theirs)).missing_papers,
    ...(await closeIt(all.clerk, round)).missing_papers,
  ]
  t.deepEqual(missed, [{ code: all.p, papers: ['old_card'] }])
})

test('and are still known when it comes back to the first round', async t => {
  const all = await start(t)
  const colleague = await all.person('courier', krongNo)
  const round = await onRound(all, all, [{ code: all.p, papers: ['old_card'] }])
  await scanned(all, colleague, 'take_over', all.p)
  await open(all, colleague, [all.p], colleague)
  await scanned(all, all.courier, 'take_over', all.p)
  await open(all, all.courier, [all.p], all.courier)
  await tell(all, all.courier, round, 1, handed({ collected: 60_000 }))
  t.deepEqual((await closeIt(all.clerk, round)).missing_papers, [{ code: all.p, papers: ['old_card'] }])
})

test('papers of a report whose delivery was taken back are in an envelope that somebody asks for', async t => {
  const all = await start(t)
  const round = await onRound(all, all, [all.p])
  const told = await tell(all, all.courier, round, 1, handed({ collected: 60_000, papers: ['old_card'], name: 'Hao' }))
  await undo(all.courier, await last(all, all.courier.id))
  await tell(all, all.courier, round, 1, handed({ collected: 60_000 }))
  t.is((await all.clerk.get(`/parcels/${told.envelope}`)).body.holder.kind, 'courier')
  const record = await closeIt(all.clerk, round, 60_000)
  t.deepEqual(
    record.envelopes.map(({ code }: { code: string }) => code),
    [told.envelope],
  )
})

test('told a second time with the papers that were forgotten', async t => {
  const all = await start(t)
  const round = await onRound(all, all, [all.p])
  await tell(all, all.courier, round, 1, handed({ codes: [all.p], collected: 60_000 }))
  const told = await tell(
    all,
    all.courier,
    round,
    1,
    handed({ codes: [all.p], collected: 60_000, papers: ['old_card'] }),
  )
  const record = await closeIt(all.clerk, round, 60_000)
  t.deepEqual(
    record.envelopes.map(({ code }: { code: string }) => code),
    [told.envelope],
  )
})

test('an envelope that was handed in and went on before the closing is handed in', async t => {
  const all = await start(t)
  const driver = await all.person('driver', krongNo)
  const far = await all.person('clerk', giaNghia)
  const round = await onRound(all, all, [all.p])
  const told = await tell(all, all.courier, round, 1, handed({ collected: 60_000, papers: ['old_card'] }))
  await scanned(all, all.clerk, 'arrive', told.envelope)
  await scanned(all, driver, 'depart', told.envelope)
  t.truthy(far)
  const record = await closeIt(all.clerk, round, 60_000)
  t.like(record, { envelopes: [{ state: 'handed_in' }], differences: { papers: 0 } })
})

const again = async (all: Scenario) => {
  const sql = await readFile(rootFolder('db/migrations/0027_reckonings.sql'), 'utf8')
  await all.owner.raw('delete from reckonings')
  await all.owner.raw(sql.slice(sql.indexOf('insert into')).replaceAll('?', '\\?'))
}

test('migration: what was told after its closing and never asked for is asked for', async t => {
  const all = await start(t)
  const round = await onRound(all, all, [all.p])
  t.like(await closeIt(all.clerk, round), { cash: { to_collect: 0 } })
  await tell(all, all.courier, round, 1, handed({ collected: 60_000 }))
  await again(all)
  t.like(await next(all, all.courier, all.x), { cash: { to_collect: 60_000, collected: 60_000 } })
})

for (const how of ['without a migration', 'after the migration'])
  test(`what a closing asked for and stands on a colleague’s open round is not asked for again, ${how}`, async t => {
    const all = await start(t)
    const colleague = await all.person('courier', krongNo)
    const round = await onRound(all, all, [all.p])
    all.clock.move(minute)
    const happened = all.clock().toISOString()
    all.clock.move(minute)
    await colleague.post(`/rounds/${round.id}/take-over`)
    all.clock.move(minute)
    const late = {
      ...handed({ codes: [all.p], collected: 60_000 }),
      occurred_at: happened,
      sent_at: all.clock().toISOString(),
    }
    t.is((await report(all.courier, round, 1, late)).status, 200)
    all.clock.move(minute)
    t.like(await closeIt(all.clerk, round, 60_000), { cash: { to_collect: 60_000, collected: 60_000 } })
    if (how === 'after the migration') await again(all)
    t.like(await next(all, all.courier, all.x), { cash: { to_collect: 0, collected: 0 } })
    const theirs = await all.db('rounds').where({ courier_id: colleague.id }).first('id')
    t.like(await closeIt(all.clerk, { id: String(theirs?.id) }), { cash: { to_collect: 0 } })
  })

test('told singly and then with the whole stop, offline, earlier: its money once', async t => {
  const all = await start(t)
  const round = await onRound(all, all, [all.p, all.q])
  all.clock.move(minute)
  const happened = all.clock().toISOString()
  await tell(all, all.courier, round, 1, handed({ codes: [all.p], collected: 60_000 }))
  const late = { ...handed({ collected: 120_000 }), occurred_at: happened, sent_at: all.clock().toISOString() }
  t.is((await report(all.courier, round, 1, late)).status, 200)
  all.clock.move(minute)
  t.like(await closeIt(all.clerk, round), { cash: { to_collect: 120_000, collected: 120_000 } })
})

test('clerk and courier delivers on their round in either order of roles', async t => {
  const all = await start(t)
  const second = await all.person('clerk', krongNo)
  await also(all, second, 'courier', all.clock())
  const round = await onRound(all, { ...all, courier: second }, [all.p])
  await tell(all, second, round, 1, handed({ collected: 60_000 }))
  t.is((await statesOf(all.clerk, round))[all.p], 'delivered')
  t.like(await closeIt(second, round, 60_000), { cash: { to_collect: 60_000, collected: 60_000 } })
  t.like(await next(all, second, all.x), { cash: { to_collect: 0, collected: 0 } })
})

test('a closing while a correction and a scan run: money once over two closings', async t => {
  const all = await start(t)
  const round = await onRound(all, all, [all.p, all.q])
  await tell(all, all.courier, round, 1, handed({ codes: [all.p], collected: 60_000 }))
  const event = await last(all, all.courier.id)
  const [closed] = await Promise.all([
    closeIt(all.clerk, round),
    undo(all.courier, event),
    report(all.courier, round, 1, handed({ codes: [all.q], collected: 60_000 })),
  ])
  t.is(closed.cash.to_collect, closed.cash.collected)
  all.clock.move(minute)
  await tell(all, all.courier, round, 1, handed({ codes: [all.p], collected: 60_000 }))
  const second = await next(all, all.courier, all.x)
  t.is(closed.cash.to_collect + second.cash.to_collect, 120_000)
  t.is(closed.cash.collected + second.cash.collected, 120_000)
})

test('one of two parcels taken back and delivered anew: its money once', async t => {
  const all = await start(t)
  const round = await onRound(all, all, [all.p, all.q])
  const told = await tell(all, all.courier, round, 1, handed({ codes: [all.p, all.q], collected: 120_000 }))
  const ofQ = told.verdicts.find((v: { code: string }) => v.code === all.q)
  await undo(all.courier, ofQ.id)
  await tell(all, all.courier, round, 1, handed({ codes: [all.q], collected: 60_000 }))
  t.like(await closeIt(all.clerk, round, 120_000), { cash: { to_collect: 120_000, collected: 120_000 } })
})

test('migration: asked for and plain is not asked again; in hand is asked later', async t => {
  const all = await start(t)
  const round = await onRound(all, all, [all.p, all.x])
  await tell(all, all.courier, round, 1, handed({ codes: [all.p], collected: 60_000 }))
  await closeIt(all.clerk, round, 60_000)
  await again(all)
  all.clock.move(minute)
  await tell(all, all.courier, round, 2, handed({ codes: [all.x], collected: 60_000, name: 'Y' }))
  t.like(await next(all, all.courier, all.y), {
    carried_over: [{ code: all.x }],
    cash: { to_collect: 60_000, collected: 60_000 },
  })
})

for (const i of [1, 2, 3, 4])
  test(`closing, correction, scan and counter at one moment ${i}`, async t => {
    const all = await start(t)
    const colleague = await all.person('courier', krongNo)
    const round = await onRound(all, all, [all.p])
    const theirs = await onRound(all, { ...all, courier: colleague }, [all.x])
    await closeIt(all.clerk, round)
    await tell(all, all.courier, round, 1, handed({ collected: 60_000 }))
    const second = await open(all, all.courier, [all.q])
    const happened = { occurred_at: all.clock().toISOString() }
    const answers = await Promise.all([
      all.clerk.post(`/rounds/${second.id}/closing`, { handed_in: 0 }),
      all.clerk.post(`/rounds/${theirs.id}/closing`, { handed_in: 0 }),
      report(colleague, theirs, 1, handed({ collected: 60_000, name: 'Y' })),
      all.clerk.post('/collections', counter([all.q], { collected: 60_000 })),
      report(all.courier, second, 1, {
        ...handed({ codes: [all.q], collected: 60_000 }),
        ...happened,
        sent_at: happened.occurred_at,
      }),
    ])
    t.true(
      answers.every(({ status }) => status === 200 || status === 409),
      JSON.stringify(answers.map(a => a.status)),
    )
    all.clock.move(minute)
    const third = await next(all, all.courier, all.y)
    const owner = (
      await all
        .db('parcel_presents')
        .join('parcels', 'parcels.id', 'parcel_id')
        .where({ code: all.q })
        .first('last_fact')
    )?.last_fact as { person: string }
    const due = owner.person === all.courier.id ? 120_000 : 60_000
    t.is(answers[0].body.record.cash.to_collect + third.cash.to_collect, due)
    t.is(answers[0].body.record.cash.collected + third.cash.collected, due)
  })
