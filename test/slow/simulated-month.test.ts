import test, { type ExecutionContext } from 'ava'
import type { Knex } from 'knex'
import { logSigner } from '../../src/evidence/checkpoint.ts'
import { readVkey, type Verifier, vkeyOf } from '../../src/evidence/note.ts'
import { verifyDatabase } from '../../src/evidence/verify-database.ts'
import { differentAlerts, differentFigures, differentHoldings } from '../simulator/differences.ts'
import { provinceOf } from '../simulator/open.ts'
import { announced, type Settings, usual } from '../simulator/settings.ts'
import { simulate } from '../simulator/simulate.ts'
import type { World } from '../simulator/world.ts'

const patience = 30 * 60_000
/** Four weeks with three holidays in them, and more trouble than usual. */
const spring: Settings = {
  ...announced,
  ...{ from: '2026-04-20', days: 28, dossiersPerDay: 14, tick: 15 },
  rates: { ...usual, ill: 0.06, forgotten: 0.03, misrouted: 0.03, missedVisit: 0.05, supplement: 0.12 },
}

test('a simulated month: alerts, holding times and figures are those of what happened', async t => {
  t.timeout(patience)
  const world = await simulate(await provinceOf(t), spring)
  const { log, all } = world
  t.true(log.of('taken in').length > 200 && log.of('parcel').length > 400)
  const happened = new Set(log.of('disturbed').map(({ how }) => how))
  for (const how of ['absent', 'dark', 'ill', 'misrouted', 'missed visit', 'offline']) t.true(happened.has(how), how)
  t.true(log.of('forgot').length > 20 && log.of('mended').length > 0 && log.of('bound').length > 0)
  t.true(new Set((await all.db('alerts').pluck('level')).values()).size === 3)

  t.deepEqual(await differentAlerts(world), [], 'alerts')
  t.deepEqual(await differentFigures(world), [], 'figures')
  const { found, compared } = await differentHoldings(world)
  t.deepEqual(found, [], 'holding times')
  t.true(compared > 350)
  t.deepEqual(await faultsOf(world), [], 'verify')
  await everyDifferenceIsSeen(t, world)
})

async function faultsOf({ all }: World): Promise<string[]> {
  const faults: string[] = []
  const key = readVkey(vkeyOf(logSigner(all.house), 1)) as Verifier
  await verifyDatabase(all.db, [key], fault => faults.push(fault))
  return faults
}

/** What is changed in the system only is found, and nothing else with it. */
async function everyDifferenceIsSeen(t: ExecutionContext, world: World) {
  const one = (table: string, where = 'true') => `(select id from ${table} where ${where} order by id limit 1)`
  const changed = async (sql: string, found: (world: World) => Promise<string[]>) =>
    inVain(world, async (trx, changedWorld) => {
      const { rowCount } = await trx.raw(sql)
      t.true(rowCount > 0, sql)
      return (await found(changedWorld)).length
    })
  t.is(await changed(`delete from alerts where id = ${one('alerts')}`, differentAlerts), 1)
  t.is(
    await changed(
      `update alerts set level = 'missed' where id = ${one('alerts', `level = 'breach'`)}`,
      differentAlerts,
    ),
    2,
  )
  const later = `update clocks set due_at = due_at + interval '30 days' where id = ${one('clocks', 'stopped_at > due_at')}`
  t.is(await changed(later, differentFigures), 2)
  const hidden = `update event_standings set standing = 'contradicting' where event_id =
    (select id from custody_events where step = 'arrive' order by effective_at limit 1)`
  t.true((await changed(hidden, async other => (await differentHoldings(other)).found)) > 0)
}

/** As somebody with the owner's login would change it; afterwards it is as before. */
async function inVain<T>(world: World, work: (trx: Knex, world: World) => Promise<T>): Promise<T> {
  const trx = await world.all.owner.transaction()
  try {
    return await work(trx, { ...world, all: { ...world.all, db: trx } })
  } finally {
    await trx.rollback()
  }
}

test('the same seed makes the same days, another seed others', async t => {
  t.timeout(patience)
  const days = { ...spring, days: 2, dossiersPerDay: 8, tick: 60 }
  const digests: string[] = []
  for (const seed of [1, 1, 2]) digests.push((await simulate(await provinceOf(t), { ...days, seed })).log.digest())
  t.is(digests[0], digests[1])
  t.not(digests[1], digests[2])
})
