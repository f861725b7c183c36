import test, { type ExecutionContext } from 'ava'
import { day, hour, minute } from '../../src/kit/time.ts'
import { disablePerson } from '../../src/people/disable-person.ts'
import { enablePerson } from '../../src/people/enable-person.ts'
import { endAssignment } from '../../src/people/end-assignment.ts'
import { makeFirstAdministrator } from '../../src/people/make-first-administrator.ts'
import { makeSetUpLink } from '../../src/people/make-set-up-link.ts'
import { hashPassword } from '../../src/people/passwords.ts'
import { renewSetUpLink } from '../../src/people/renew-set-up-link.ts'
import { actorsOfTokens, forgetOldSessions, openSession, type SessionKind, signOut } from '../../src/people/session.ts'
import { personOfSetUpLink } from '../../src/people/use-set-up-link.ts'
import { papers } from '../support/papers.ts'
import { giaNghia, krongNo, type Scenario, scan, scenario } from '../support/scenario.ts'

async function office(t: ExecutionContext) {
  const all = await scenario(t)
  const [admin, clerk] = [await all.person('admin', null), await all.person('clerk', krongNo)]
  return { all, admin, clerk, doing: () => ({ by: admin, now: all.clock() }) }
}

const behind = async ({ db, clock }: Scenario, token: string, kind: SessionKind) =>
  (await actorsOfTokens(db, [{ token, kind, now: clock() }]))[0] ?? null

const assignmentOf = async ({ db }: Scenario, person_id: string) =>
  String((await db('assignments').where({ person_id }).first('id'))?.id)

test('a page left alone for half an hour asks for the password again; one in use does not', async t => {
  const { all, clerk } = await office(t)
  const { token } = await openSession(all.db, clerk.id, 'page', all.clock())
  const isKnown = async () => (await behind(all, token, 'page')) !== null
  for (let i = 0; i < 3; i++) {
    all.clock.move(29 * minute)
    t.true(await isKnown())
  }
  all.clock.move(30 * minute)
  t.false(await isKnown())
})

test('a session ends after twelve hours, however busy it was', async t => {
  const { all, clerk } = await office(t)
  const { token } = await openSession(all.db, clerk.id, 'page', all.clock())
  for (let i = 0; i < 47; i++) {
    all.clock.move(hour / 4)
    t.truthy(await behind(all, token, 'page'))
  }
  all.clock.move(hour / 4)
  t.is(await behind(all, token, 'page'), null)
})

test('a token of pages opens no API, nor the other way round', async t => {
  const { all, clerk } = await office(t)
  const page = await openSession(all.db, clerk.id, 'page', all.clock())
  const api = await openSession(all.db, clerk.id, 'api', all.clock())
  t.is(await behind(all, page.token, 'api'), null)
  t.is(await behind(all, api.token, 'page'), null)
})

test('who signs out is signed out, and nobody else', async t => {
  const { all, clerk } = await office(t)
  const [one, other] = [
    await openSession(all.db, clerk.id, 'page', all.clock()),
    await openSession(all.db, clerk.id, 'page', all.clock()),
  ]
  await signOut(all.db, one.token)
  t.is(await behind(all, one.token, 'page'), null)
  t.truthy(await behind(all, other.token, 'page'))
})

test('only sessions that are over are forgotten', async t => {
  const { all, clerk } = await office(t)
  const { token } = await openSession(all.db, clerk.id, 'page', all.clock())
  await forgetOldSessions(all.db, all.clock())
  t.truthy(await behind(all, token, 'page'))
  t.is(await forgetOldSessions(all.db, new Date(all.clock().getTime() + day)), 1)
})

test('a role holds from its first moment to its last', async t => {
  const { all, clerk, doing } = await office(t)
  const later = new Date(all.clock().getTime() + day)
  await all.db('assignments').insert({
    id: crypto.randomUUID(),
    person_id: clerk.id,
    role: 'supervisor',
    unit_id: krongNo,
    since: later,
  })
  t.is((await clerk.get('/alerts')).status, 403, 'not yet')
  all.clock.move(day)
  t.is((await clerk.get('/alerts')).status, 200)
  t.is((await clerk.get('/dossiers')).status, 200)
  await endAssignment(all.db, { person: clerk.id, assignment: await assignmentOf(all, clerk.id) }, doing())
  all.clock.move(minute)
  const roles = await all.db('assignments').where({ person_id: clerk.id }).whereNull('until').pluck('role')
  t.deepEqual(roles, ['supervisor'])
  t.is((await clerk.post('/dossiers', {})).status, 403, 'a clerk no more')
})

test('nobody scans for a unit where they do not work', async t => {
  const { all, clerk } = await office(t)
  const { parcel } = (await clerk.post('/dossiers', await papers(all.db, 'identity-district-03'))).body
  all.clock.move(minute)
  const scanFor = async (unit: string) => {
    const scans = [scan('hold', parcel.code, all.clock(), { until: '2026-12-01' })]
    return (await clerk.post('/scans', { sent_at: all.clock().toISOString(), unit, scans })).body.verdicts[0]
  }
  t.is((await scanFor(giaNghia)).reason, 'role_may_not')
  t.is((await scanFor(krongNo)).verdict, 'recorded')
})

test('nobody locks themselves out, and the last thing an administrator gives up is not the administration', async t => {
  const { all, admin, doing } = await office(t)
  await t.throwsAsync(disablePerson(all.db, admin.id, doing()), { message: /tự khóa/ })
  const own = { person: admin.id, assignment: await assignmentOf(all, admin.id) }
  await t.throwsAsync(endAssignment(all.db, own, doing()), { message: /tự thôi quản trị/ })
  t.is((await all.db('assignments').where({ person_id: admin.id }).whereNull('until')).length, 1)
})

test('a role is ended only for who holds it', async t => {
  const { all, admin, clerk, doing } = await office(t)
  const wrong = { person: admin.id, assignment: await assignmentOf(all, clerk.id) }
  await t.throwsAsync(endAssignment(all.db, wrong, doing()), { message: /đã kết thúc/ })
  t.is((await all.db('assignments').where({ person_id: clerk.id }).whereNull('until')).length, 1)
})

test('what a closed account left open stays closed when it is opened again', async t => {
  const { all, clerk, doing } = await office(t)
  const { token } = await openSession(all.db, clerk.id, 'page', all.clock())
  const link = await makeSetUpLink(all.db, clerk.id, all.clock())
  await disablePerson(all.db, clerk.id, doing())
  await t.throwsAsync(renewSetUpLink(all.db, clerk.id, doing()), { message: /đang khóa/ })
  const forced = await makeSetUpLink(all.db, clerk.id, all.clock())
  await t.throwsAsync(personOfSetUpLink(all.db, forced, all.clock()), { message: /đã dùng hoặc đã hết hạn/ })
  await enablePerson(all.db, clerk.id, doing())
  t.is(await behind(all, token, 'page'), null)
  await t.throwsAsync(personOfSetUpLink(all.db, link, all.clock()), { message: /đã dùng hoặc đã hết hạn/ })
})

test('closing an account takes away the links that were given', async t => {
  const { all, clerk, doing } = await office(t)
  const link = await makeSetUpLink(all.db, clerk.id, all.clock())
  await disablePerson(all.db, clerk.id, doing())
  await enablePerson(all.db, clerk.id, doing())
  await t.throwsAsync(personOfSetUpLink(all.db, link, all.clock()), { message: /đã dùng hoặc đã hết hạn/ })
})

test('a right password forgives the wrong ones before it', async t => {
  const { all, clerk } = await office(t)
  const { username } = clerk
  const password = 'cà phê sữa đá 2026'
  await all
    .db('people')
    .where({ id: clerk.id })
    .update({ password_hash: await hashPassword(password, username) })
  const tried = async (sent: string) => (await all.anyone.post('/sessions', { username, password: sent })).status
  for (let round = 0; round < 2; round++) {
    for (let i = 0; i < 4; i++) t.is(await tried('sai'), 401)
    t.is(await tried(password), 201)
  }
})

test('no link for a first administrator once one has a password', async t => {
  const { all, admin } = await office(t)
  t.truthy(await makeFirstAdministrator(all.db, all.clock()))
  await all
    .db('people')
    .where({ id: admin.id })
    .update({ password_hash: await hashPassword('chim bói cá 2026', 'x') })
  t.is(await makeFirstAdministrator(all.db, all.clock()), null)
})

test('two people’s requests of one key are two requests', async t => {
  const { all, clerk } = await office(t)
  const other = await all.person('clerk', krongNo)

  const intake = await papers(all.db, 'identity-district-03')
  const key = { 'Idempotency-Key': `"${crypto.randomUUID()}"` }
  const [one, two] = [await clerk.post('/dossiers', intake, key), await other.post('/dossiers', intake, key)]
  t.deepEqual([one.status, two.status], [201, 201])
  t.not(one.body.lookup_code, two.body.lookup_code)
})

test('two administrators who remove each other at the same moment: one remains', async t => {
  for (const how of ['close', 'end'] as const) {
    const all = await scenario(t)
    const [one, two] = [await all.person('admin', null), await all.person('admin', null)]
    const remove = async (by: typeof one, other: typeof one) =>
      how === 'close'
        ? disablePerson(all.db, other.id, { by, now: all.clock() })
        : endAssignment(
            all.db,
            { person: other.id, assignment: await assignmentOf(all, other.id) },
            { by, now: all.clock() },
          )
    const done = await Promise.allSettled([remove(one, two), remove(two, one)])
    t.deepEqual(done.map(({ status }) => status).sort(), ['fulfilled', 'rejected'], how)
  }
})

test('an administrator who is one no more does not keep a new link from being made', async t => {
  const { all, admin } = await office(t)
  const password_hash = await hashPassword('chim bói cá 2026', 'x')
  await all.db('people').where({ id: admin.id }).update({ password_hash, username: 'admin', disabled_at: all.clock() })
  t.truthy(await makeFirstAdministrator(all.db, all.clock()))
})
