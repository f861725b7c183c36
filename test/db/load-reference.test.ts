import test from 'ava'
import { loadReference } from '../../db/load-reference.ts'
import { atKrongNo, takenIn } from '../support/at-krong-no.ts'
import { type Scenario, scenario } from '../support/scenario.ts'

const policies = (all: Scenario) =>
  all.owner('promise_policies').orderBy('id').select('id', 'clock', 'reading', 'amount', 'valid_from')

test('what an administrator changed stays as it is, however often the product starts', async t => {
  const all = await scenario(t)
  const [policy] = await all.owner('promise_policies').where({ clock: 'lodging' })
  const { id: _, ...terms } = policy ?? t.fail()
  await all.owner('promise_policies').where({ clock: 'lodging' }).update({ valid_to: all.clock() })
  await all.owner('promise_policies').insert({ ...terms, amount: 2, valid_from: all.clock() })
  const before = await policies(all)
  await loadReference(all.owner)
  t.deepEqual(await policies(all), before)
})

test('a promise that comes with a newer version is not one of what was taken in before', async t => {
  const all = await scenario(t)
  await takenIn(all, await atKrongNo(all))
  const { rows } = await all.owner.raw('select clock_timestamp() as now')
  await all.owner('clocks').delete()
  await all.owner('promise_policies').where({ clock: 'lodging' }).delete()
  await loadReference(all.owner)
  const lodging = (await policies(all)).filter(({ clock }) => clock === 'lodging')
  t.is(lodging.length, 1)
  t.true(Number(lodging[0]?.valid_from) >= Number(rows[0].now))
})

test('in an empty house every promise holds from the agreement on', async t => {
  const all = await scenario(t)
  const begins = new Set((await policies(all)).map(({ valid_from }) => valid_from.toISOString()))
  t.deepEqual([...begins], ['2022-07-31T17:00:00.000Z'])
})
