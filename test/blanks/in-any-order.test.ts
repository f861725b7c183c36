import test from 'ava'
import { verifyDatabase } from '../../src/evidence/verify-database.ts'
import { addMs, hour, minute } from '../../src/kit/time.ts'
import { told } from '../support/bagged.ts'
import { intake, printed, written } from '../support/blank-sets.ts'
import { policeKrongNo, type Scenario, scan, scenario } from '../support/scenario.ts'

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

for (const apart of [5 * minute, -5 * minute])
  for (const first of ['scan', 'papers'])
    test(`what a courier collected ${apart / minute} minutes after the papers say is with him, the ${first} told first`, async t => {
      const all = await scenario(t)
      const { clerk, courier, sets } = await printed(all, 1)
      const set = String(sets[0])
      all.clock.move(hour)
      const paper_at = all.clock()
      const collected = scan('collect', set, addMs(paper_at, apart))
      all.clock.move(hour)
      const sent = await intake(all, { parcel_code: set, paper_at })
      const tell = [() => told(all, courier, collected), () => clerk.post('/dossiers', sent)]
      for (const one of first === 'scan' ? tell : tell.toReversed()) await one()
      const { holder } = (await clerk.get(`/parcels/${set}`)).body
      t.is(holder.person, courier.id)
      t.deepEqual(await all.db('reviews').whereNull('withdrawn_at'), [], 'both say the same')
      t.deepEqual(await all.db('crossings'), [], 'the office handed nothing over')
      t.deepEqual((await all.db('dossiers').first('created_at'))?.created_at, paper_at)
      const faults: string[] = []
      await verifyDatabase(all.db, [], fault => faults.push(fault))
      t.deepEqual(faults, [])
    })

test('a device cannot presume', async t => {
  const all = await scenario(t)
  const { clerk, sets } = await printed(all, 1)
  const guess = await told(all, clerk, scan('accept', String(sets[0]), all.clock(), { presumed: true }))
  t.deepEqual([guess.verdict, guess.reason], ['refused', 'wrong_detail'])
})

test('what a clerk scans when the power is back does not undo what stands on paper before it', async t => {
  const all = await scenario(t)
  const { clerk, courier, sets } = await printed(all, 1)
  const set = String(sets[0])
  const eight = addMs(all.clock(), hour)
  all.clock.move(8 * hour)
  await written(all, courier, 'depart', set, addMs(eight, hour))
  t.is((await told(all, clerk, scan('accept', set, all.clock()))).verdict, 'recorded')
  t.is((await clerk.post('/dossiers', await intake(all, { parcel_code: set, paper_at: eight }))).status, 201)
  t.is((await clerk.get(`/parcels/${set}`)).body.holder.person, courier.id)
  t.deepEqual(await standings(all), ['accept applied', 'accept contradicting', 'depart applied'])
})
