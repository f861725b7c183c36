import test, { type ExecutionContext } from 'ava'
import { connect, isDatabaseDown } from '../../src/platform/db.ts'
import { testDatabase } from '../support/database.ts'

async function database(t: ExecutionContext, max = 3) {
  const made = await testDatabase({ max, patience: 3000 })
  t.teardown(made.close)
  return made
}

/** What PostgreSQL does to every session when it is stopped; here to those of one database and login. */
async function endSessions(url: string) {
  const other = connect(url, { max: 1, name: 'test' })
  await other.raw(`select pg_terminate_backend(pid, 5000) from pg_stat_activity
                    where datname = current_database() and usename = current_user and pid <> pg_backend_pid()`)
  await other.destroy()
}

test('dates stay text, counts and amounts become numbers', async t => {
  const { db } = await database(t)
  const { rows } = await db.raw(`
    select date '2026-11-23' as day, array[date '2026-11-23', null] as days, '{}'::date[] as none,
           count(*) as count, array[1, null]::bigint[] as counts, null::bigint as nothing`)
  t.deepEqual(rows, [
    { day: '2026-11-23', days: ['2026-11-23', null], none: [], count: 1, counts: [1, null], nothing: null },
  ])
  await t.throwsAsync(db.raw('select 9007199254740993 as amount'), { instanceOf: RangeError })
})

test('a connection has its limits, its name and no zone', async t => {
  const { db } = await database(t)
  const names = [
    'statement_timeout',
    'lock_timeout',
    'idle_in_transaction_session_timeout',
    'TimeZone',
    'application_name',
  ]
  const { rows } = await db.raw('select array(select current_setting(name) from unnest(?::text[]) as name) as set', [
    names,
  ])
  t.deepEqual(rows, [{ set: ['5s', '2s', '10s', 'UTC', 'test'] }])
})

test('sessions that PostgreSQL ends are forgotten, and the next question is answered', async t => {
  const made = await database(t)
  await Promise.all([1, 2, 3].map(() => made.db.raw('select pg_sleep(0.05)')))
  await endSessions(made.url)
  // Who asks before the bad news has arrived hears it as a database that is down.
  t.truthy(await made.db.raw('select 1').catch(isDatabaseDown))
  t.deepEqual((await made.db.raw('select 1 as one')).rows, [{ one: 1 }])
})

test('a transaction that loses its session fails as a database that is down, and only it', async t => {
  const made = await database(t)
  const error = await t.throwsAsync(
    made.db.transaction(async trx => {
      await trx.raw('select 1')
      await endSessions(made.url)
      await trx.raw('select 1')
    }),
  )
  t.true(isDatabaseDown(error))
  t.deepEqual((await made.db.raw('select 1 as one')).rows, [{ one: 1 }])
})

test('waiting for a connection ends after three seconds, and counts as a database that is down', async t => {
  const { db } = await database(t, 1)
  const busy = db.raw('select pg_sleep(3.5)').then()
  t.true(isDatabaseDown(await t.throwsAsync(db.raw('select 1').then())))
  await busy
})

test('nobody listening is a database that is down', async t => {
  const nowhere = connect('postgresql://a:b@127.0.0.1:1/c', { max: 1, name: 'test' })
  t.true(isDatabaseDown(await t.throwsAsync(nowhere.raw('select 1').then())))
  await nowhere.destroy()
})

test('a refused statement is not a database that is down', async t => {
  const { db } = await database(t)
  for (const sql of ['select 1 / 0', 'select nonsense', `set local statement_timeout = 1; select pg_sleep(1)`]) {
    t.false(isDatabaseDown(await t.throwsAsync(db.raw(sql).then())))
  }
  t.false(isDatabaseDown(new Error('a bug')))
  t.false(isDatabaseDown(undefined))
})
