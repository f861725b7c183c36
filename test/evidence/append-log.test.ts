import test from 'ava'
import { appendAll, appendRecent } from '../../src/evidence/append-log.ts'
import { foldSubtree, parentHash, subtree } from '../../src/evidence/merkle.ts'
import { rootOf } from '../../src/evidence/read-nodes.ts'
import { addMs, day } from '../../src/kit/time.ts'
import { afterABusyDay, busyDay } from '../support/facts.ts'
import { type Scenario, scenario } from '../support/scenario.ts'

const leaves = ({ db }: Scenario) =>
  db('log_leaves')
    .join('custody_events', 'custody_events.id', 'log_leaves.event_id')
    .orderBy('log_leaves.index')
    .select('log_leaves.index', 'log_leaves.event_id', 'custody_events.hash')

/** Each complete subtree, from the leaves alone. */
function tree(hashes: Buffer[]) {
  const nodes: { level: number; index: number; hash: Buffer }[] = []
  for (let [level, row] = [0, hashes]; row.length; level++) {
    nodes.push(...row.map((hash, index) => ({ level, index, hash })))
    const above = row.slice(0, row.length - (row.length % 2))
    row = above.filter((_, i) => i % 2 === 0).map((left, i) => parentHash(left, above[2 * i + 1] as Buffer))
  }
  return nodes
}

test('the log takes each fact once, without gaps, and has every complete subtree', async t => {
  const all = await afterABusyDay(t)
  const before = await appendRecent(all.db, all.clock())
  await busyDay(all)
  const after = await appendRecent(all.db, all.clock())
  t.is(await appendRecent(all.db, all.clock()), 0)
  const rows = await leaves(all)
  t.is(rows.length, before + after)
  t.is(rows.length, (await all.db('custody_events')).length)
  t.deepEqual(
    rows.map(({ index }) => index),
    rows.map((_, i) => i),
  )
  const hashes = rows.map(({ hash }) => hash)
  t.deepEqual(await all.db('log_nodes').orderBy('level').orderBy('index').select(), tree(hashes))
  t.deepEqual(
    await rootOf(all.db, 3),
    foldSubtree([parentHash(hashes[0] as Buffer, hashes[1] as Buffer), hashes[2] as Buffer]),
  )
  t.is(subtree(0, 3).length, 2)
})

test('a fact that is committed late, before others that are in the log already, is taken in next', async t => {
  const all = await afterABusyDay(t)
  const late = await all.db.transaction()
  const fact = (await late('custody_events').orderBy('recorded_at').first()) ?? t.fail()
  const [id, seq] = ['00000000-0000-7000-8000-000000000001', 99]
  await late('custody_events').insert({ ...fact, id, seq, prev_hash: fact.hash, hash: Buffer.alloc(32, 7) })
  const taken = await appendRecent(all.db, all.clock())
  await late.commit()
  t.is(await appendRecent(all.db, all.clock()), 1)
  t.like((await leaves(all)).at(-1), { index: taken, event_id: id })
})

test('a fact recorded longer ago than a day is taken in by the hourly look at all facts', async t => {
  const all = await afterABusyDay(t)
  await appendRecent(all.db, all.clock())
  await busyDay(all)
  const later = addMs(all.clock(), 2 * day)
  t.is(await appendRecent(all.db, later), 0)
  t.true((await appendAll(all.db)) > 0)
  t.is((await leaves(all)).length, (await all.db('custody_events')).length)
})

test('several processes that append at once neither double a fact nor leave a gap', async t => {
  const all = await afterABusyDay(t)
  const counts = await Promise.all(Array.from({ length: 8 }, () => appendRecent(all.db, all.clock())))
  const rows = await leaves(all)
  t.is(
    counts.reduce((sum, count) => sum + count),
    rows.length,
  )
  t.deepEqual(
    rows.map(({ index }) => index),
    rows.map((_, i) => i),
  )
})

test('an empty log stays empty', async t => {
  const all = await scenario(t)
  t.is(await appendAll(all.db), 0)
})
