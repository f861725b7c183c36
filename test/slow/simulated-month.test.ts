import test, { type ExecutionContext } from 'ava'
import { logSigner } from '../../src/evidence/checkpoint.ts'
import { readVkey, type Verifier, vkeyOf } from '../../src/evidence/note.ts'
import { verifyDatabase } from '../../src/evidence/verify-database.ts'
import { differentAlerts, differentFigures, differentHoldings, differentWatches } from '../simulator/differences.ts'
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
  const levels = new Set(await all.db('alerts').orderBy('level').pluck('level'))
  t.deepEqual([...levels], ['at_risk', 'breach', 'breach_day', 'missed', 'watch'])

  t.deepEqual(await differentAlerts(world), [], 'alerts')
  t.deepEqual(await differentWatches(world), [], 'watches')
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

/** What is changed in the system only is found, and nothing else with it; afterwards it is as before. */
async function everyDifferenceIsSeen(t: ExecutionContext, world: World) {
  for (const { what, change, back, found, many } of mutations) {
    const [row] = (await world.all.owner.raw(change)).rows
    if (!row) t.fail(`nothing to change: ${what}`)
    else {
      const differences = await found(world)
      t.true(many(differences.length), `${what}: ${differences.join('\n')}`)
      await world.all.owner.raw(back, row)
      t.deepEqual(await found(world), [], `${what}, and back`)
    }
  }
}

type Mutation = {
  what: string
  /** Answers what `back` is told. */
  change: string
  back: string
  found: (world: World) => Promise<string[]>
  many: (differences: number) => boolean
}
const first = (table: string, where: string, order = 'id') =>
  `(select id from ${table} where ${where} order by ${order} limit 1)`
const binding = `policy_id in (select id from promise_policies where clock = 'delivery' and is_binding)`
const holdingTimes = async (world: World) => (await differentHoldings(world)).found

const mutations: Mutation[] = [
  {
    what: 'an alert that was never raised',
    change: `update alerts set clock_id = null, due_at = null, level = 'watch', watch = 'cash_out', subject = 'x', unit_id = null
      from (select id, clock_id, due_at, level, unit_id from alerts where level = 'breach' order by id limit 1) as old
      where alerts.id = old.id returning old.*`,
    back: `update alerts set clock_id = :clock_id, due_at = :due_at, level = :level, unit_id = :unit_id, watch = 'clock', subject = null
      where id = :id`,
    found: differentAlerts,
    many: n => n === 1,
  },
  {
    what: 'an alert that did not close',
    change: `update alerts set closed_at = null from ${"(select id, closed_at from alerts where watch = 'clock' and closed_at is not null order by id limit 1)"} as old
      where alerts.id = old.id returning old.*`,
    back: 'update alerts set closed_at = :closed_at where id = :id',
    found: differentAlerts,
    many: n => n === 2,
  },
  {
    what: 'a watch that was raised later',
    change: `update alerts set raised_at = raised_at + interval '1 hour' where id = ${first('alerts', `watch = 'unaccepted'`)} returning id`,
    back: `update alerts set raised_at = raised_at - interval '1 hour' where id = :id`,
    found: differentWatches,
    many: n => n === 2,
  },
  {
    what: 'something due a month later',
    change: `update clocks set due_at = due_at + interval '30 days' where id = ${first('clocks', `stopped_at > due_at and ${binding}`)} returning id`,
    back: `update clocks set due_at = due_at - interval '30 days' where id = :id`,
    found: differentFigures,
    many: n => n === 2,
  },
  {
    what: 'a pause that was longer',
    change: `update pauses set ends_at = ends_at + interval '1 hour'
      where ends_at is not null and event_id = (select event_id from pauses join clocks on clocks.id = clock_id and ${binding}
        where ends_at < '2026-05-10' order by begins_at limit 1) returning event_id`,
    back: `update pauses set ends_at = ends_at - interval '1 hour' where event_id = :event_id`,
    found: differentFigures,
    many: n => n === 2,
  },
  {
    what: 'a fact that is not told',
    change: `update event_standings set standing = 'contradicting' where event_id =
      (select id from custody_events where step = 'arrive' order by effective_at limit 1) returning event_id`,
    back: `update event_standings set standing = 'applied' where event_id = :event_id`,
    found: holdingTimes,
    many: n => n > 0,
  },
  {
    what: 'a fact of which the reports know nothing',
    change: `update event_standings set standing = 'contradicting' where event_id =
      (select id from custody_events where step = 'arrive' order by effective_at limit 1) returning event_id`,
    back: `update event_standings set standing = 'applied' where event_id = :event_id`,
    found: differentFigures,
    many: n => n > 0,
  },
]

test('the same seed makes the same days, another seed others', async t => {
  t.timeout(patience)
  const days = { ...spring, days: 2, dossiersPerDay: 8, tick: 60 }
  const digests: string[] = []
  for (const seed of [1, 1, 2]) digests.push((await simulate(await provinceOf(t), { ...days, seed })).log.digest())
  t.is(digests[0], digests[1])
  t.not(digests[1], digests[2])
})
