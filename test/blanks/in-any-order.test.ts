import test from 'ava'
import { addMs, hour } from '../../src/kit/time.ts'
import { intake, printed, written } from '../support/blank-sets.ts'
import { policeKrongNo, type Scenario, scenario } from '../support/scenario.ts'

const standings = async ({ db }: Scenario) => {
  const rows = await db('custody_events').join('event_standings', 'event_id', 'custody_events.id').orderBy('step')
  return rows.map(({ step, standing }) => `${step} ${standing}`)
}

for (const first of ['depart', 'lodge'])
  test(`two papers of one minute stand in the order in which things go, told ${first} first`, async t => {
    const all = await scenario(t)
    const { clerk, courier, officer, sets } = await printed(all, 1)
    const set = String(sets[0])
    const eight = addMs(all.clock(), hour)
    all.clock.move(8 * hour)
    await clerk.post('/dossiers', await intake(all, { parcel_code: set, paper_at: eight }))
    const papers = [
      { who: courier, step: 'depart', id: 'ffffffff-0000-4000-8000-000000000001' },
      { who: officer, step: 'lodge', id: '0fffffff-0000-4000-8000-000000000001' },
    ]
    for (const { who, step, id } of first === 'depart' ? papers : papers.toReversed())
      await written(all, who, step, set, addMs(eight, hour), { id })
    t.is((await officer.get(`/parcels/${set}`)).body.holder.unit, policeKrongNo)
    t.deepEqual(await standings(all), ['accept applied', 'depart applied', 'lodge applied'])
    t.deepEqual(await all.db('reviews').whereNull('withdrawn_at'), [])
  })
