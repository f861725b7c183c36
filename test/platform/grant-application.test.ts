import test, { type ExecutionContext } from 'ava'
import { connect } from '../../src/platform/db.ts'
import { ensureLogins } from '../../src/platform/ensure-logins.ts'
import { grantApplication } from '../../src/platform/grant-application.ts'
import { StartError } from '../../src/platform/start-error.ts'
import { testDatabase, theTemplate } from '../support/database.ts'

/** A database with a table of each kind, granted. */
async function granted(t: ExecutionContext) {
  const database = await testDatabase()
  t.teardown(database.close)
  await database.owner.raw(`
    create table bells (id integer generated always as identity primary key, tone text);
    create table rings (id integer, day date) partition by range (day);
    create table rings_of_2026 partition of rings for values from ('2026-01-01') to ('2027-01-01');
    comment on table rings is 'append-only: what rang, rang.';
    insert into rings values (1, '2026-11-23')`)
  const { app, owner } = theTemplate()
  await grantApplication(database.owner, app.name)
  return { ...database, appLogin: app.name, ownerLogin: owner.name }
}

const denied = { code: '42501' }

test('the application reads and writes the rows of an ordinary table', async t => {
  const { db } = await granted(t)
  await db('bells').insert({ tone: 'low' })
  await db('bells').update({ tone: 'high' })
  t.deepEqual(await db('bells').select(), [{ id: 1, tone: 'high' }])
  t.is(await db('bells').delete(), 1)
})

for (const table of ['rings', 'rings_of_2026']) {
  test(`the application only adds to an append-only table, also as ${table}`, async t => {
    const { db } = await granted(t)
    await db(table).insert({ id: 2, day: '2026-12-24' })
    t.deepEqual(await db(table).orderBy('id').pluck('day'), ['2026-11-23', '2026-12-24'])
    await t.throwsAsync(db(table).update({ id: 3 }), denied)
    await t.throwsAsync(db(table).delete(), denied)
    await t.throwsAsync(db.raw('truncate ??', [table]), denied)
    await t.throwsAsync(db.raw('drop table ??', [table]), { message: /must be owner/ })
    await t.throwsAsync(db.raw('alter table ?? disable trigger all', [table]), { message: /must be owner/ })
  })
}

test('the application cannot become the owner or switch triggers off', async t => {
  const { db, appLogin, ownerLogin } = await granted(t)
  await t.throwsAsync(db.raw('set role ??', [ownerLogin]), denied)
  await t.throwsAsync(db.raw('grant ?? to ??', [ownerLogin, appLogin]), denied)
  await t.throwsAsync(db.raw('set session_replication_role = replica'), denied)
  await t.throwsAsync(db.raw('create table mine (id integer)'), denied)
})

test('the application reads which migrations ran and cannot touch the notes', async t => {
  const { db } = await granted(t)
  for (const table of ['migration_files', 'migrations', 'migrations_lock']) {
    t.true((await db(table).select()).length > 0)
    await t.throwsAsync(db(table).delete(), denied)
  }
})

test('granting again takes back what was given by hand', async t => {
  const { db, owner, appLogin } = await granted(t)
  await owner.raw('grant update, delete on rings to ??', [appLogin])
  t.is(await db('rings').update({ id: 9 }), 1)
  await grantApplication(owner, appLogin)
  await t.throwsAsync(db('rings').update({ id: 8 }), denied)
})

test('a login that could give itself more is refused as the application', async t => {
  const { owner, ownerLogin } = await granted(t)
  await t.throwsAsync(grantApplication(owner, ownerLogin), { instanceOf: StartError, message: /not the owner's/ })
  await t.throwsAsync(grantApplication(owner, 'nobody at all'), { instanceOf: StartError, message: /no login named/ })
})

test('a login that could make others, who could do more, is refused too', async t => {
  const { owner } = await granted(t)
  const { adminUrl, database } = theTemplate()
  const admin = connect(adminUrl, { max: 1, name: 'test' })
  const maker = `${database}_maker`
  await admin.raw('create role ?? login createrole', [maker])
  t.teardown(() => admin.raw('drop role ??', [maker]).finally(() => admin.destroy()))
  await t.throwsAsync(grantApplication(owner, maker), { instanceOf: StartError, message: /ordinary login/ })
})

test('logins and database are ensured by several at once, and passwords follow', async t => {
  const { adminUrl, database } = theTemplate()
  const name = `${database}_ensured`
  const logins = (password: string) => ({
    database: name,
    owner: { name: `${name}_owner`, password },
    app: { name: `${name}_app`, password },
  })
  t.teardown(async () => {
    const admin = connect(adminUrl, { max: 1, name: 'test' })
    await admin.raw('drop database if exists ?? with (force)', [name])
    await admin.raw('drop role if exists ??, ??', [`${name}_owner`, `${name}_app`])
    await admin.destroy()
  })
  await Promise.all([1, 2, 3].map(() => ensureLogins(adminUrl, logins('first'))))
  const { appUrl } = await ensureLogins(adminUrl, logins(`it's "second"`))
  const app = connect(appUrl, { max: 1, name: 'test' })
  t.deepEqual((await app.raw('select current_user as me')).rows, [{ me: `${name}_app` }])
  await app.destroy()
})
