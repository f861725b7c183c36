import test from 'ava'
import { differentAlerts, differentFigures, differentHoldings, differentWatches } from './differences.ts'
import { provinceOf } from './open.ts'
import { announced } from './settings.ts'
import { simulate } from './simulate.ts'

test('a day of the province is in the system as it happened', async t => {
  const world = await simulate(await provinceOf(t), { ...announced, days: 1, dossiersPerDay: 12, tick: 30 })
  t.true(world.log.of('taken in').length > 5)
  t.deepEqual(await differentAlerts(world), [])
  t.deepEqual(await differentWatches(world), [])
  t.deepEqual(await differentFigures(world), [])
  t.deepEqual((await differentHoldings(world)).found, [])
})
