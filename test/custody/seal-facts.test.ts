import test from 'ava'
import { factHash } from '../../src/custody/chain.ts'
import { sealFacts } from '../../src/custody/seal-facts.ts'
import { atKrongNo, onItsWayHome } from '../support/at-krong-no.ts'
import { type Scenario, scenario } from '../support/scenario.ts'

/** A database as it was before facts were chained. */
async function unsealed(all: Scenario) {
  await all.owner.raw(`
    alter table custody_events alter column hash drop not null;
    alter table custody_events disable trigger custody_events_are_facts;
    update custody_events set hash = null, prev_hash = null;
    update parcel_presents set last_hash = null;
    alter table custody_events enable trigger custody_events_are_facts`)
}

const chains = async ({ db }: Scenario) => ({
  facts: await db('custody_events').orderBy('parcel_id').orderBy('seq').select('parcel_id', 'seq', 'prev_hash', 'hash'),
  ends: await db('parcel_presents').orderBy('parcel_id').select('parcel_id', 'last_hash'),
})

const isNullable = async ({ db }: Scenario) =>
  (
    await db.raw(
      `select is_nullable from information_schema.columns where table_name = 'custody_events' and column_name = 'hash'`,
    )
  ).rows[0].is_nullable === 'YES'

test('facts from before the chain are sealed once, in record order, as if they had been chained', async t => {
  const all = await scenario(t)
  await onItsWayHome(all, await atKrongNo(all))
  const before = await chains(all)
  await unsealed(all)
  await sealFacts(all.owner)
  t.deepEqual(await chains(all), before)
  t.false(await isNullable(all))
  await t.throwsAsync(all.owner('custody_events').update({ role: 'clerk' }), { code: '42501' }, 'the trigger is back')
})

test('what is sealed is not touched again, whatever it says', async t => {
  const all = await scenario(t)
  await onItsWayHome(all, await atKrongNo(all))
  await all.owner.raw(`
    alter table custody_events disable trigger custody_events_are_facts;
    update custody_events set step = 'find' where step = 'depart';
    alter table custody_events enable trigger custody_events_are_facts`)
  const before = await chains(all)
  await sealFacts(all.owner)
  t.deepEqual(await chains(all), before)
  const changed = await all.db('custody_events').where({ step: 'find' }).first()
  const { parcel_id: parcel, person_id: person, unit_id: unit, ...rest } = changed ?? t.fail()
  t.notDeepEqual(factHash({ ...rest, parcel, person, unit }), rest.hash, 'a change is not sealed over')
})

test('a new database has nothing to seal', async t => {
  const all = await scenario(t)
  t.false(await isNullable(all))
})
