import test from 'ava'
import { hour } from '../../src/kit/time.ts'
import { blockSeconds, guessLimit } from '../../src/people/guess-limit.ts'
import { hashPassword } from '../../src/people/passwords.ts'
import { signIn } from '../../src/people/sign-in.ts'
import { krongNo, type Scenario, scenario } from '../support/scenario.ts'
import { untilWaiting } from '../support/waiting.ts'

const password = 'cà phê sữa đá 2026'

async function withPassword(all: Scenario) {
  const person = await all.person('clerk', krongNo)
  await all
    .db('people')
    .where({ id: person.id })
    .update({ password_hash: await hashPassword(password, person.username) })
  return person
}

test('a person signs in and is told their assignments; a wrong password and an unknown name sound the same', async t => {
  const all = await scenario(t)
  const { username } = await withPassword(all)
  const { status, body } = await all.anyone.post('/sessions', { username, password })
  t.is(status, 201)
  t.deepEqual(body.person.assignments, [{ role: 'clerk', unit: krongNo }])
  const wrong = await all.anyone.post('/sessions', { username, password: 'something else' })
  const unknown = await all.anyone.post('/sessions', { username: 'nobody', password })
  t.is(wrong.status, 401)
  t.deepEqual(wrong.body, unknown.body)
})

test('guessing is slowed down, for the right password too', async t => {
  const all = await scenario(t)
  const { username } = await withPassword(all)
  const answers = []
  for (let i = 0; i < 7; i++) answers.push((await all.anyone.post('/sessions', { username, password: 'guess' })).status)
  t.deepEqual(answers.slice(0, 5), Array(5).fill(401))
  t.is(answers[6], 429)
  t.is((await all.anyone.post('/sessions', { username, password })).status, 429)
})

/** Guesses until the account is blocked; answers for how many seconds. */
async function blocked(all: Scenario, username: string): Promise<number> {
  for (;;) {
    const { status, headers } = await all.anyone.post('/sessions', { username, password: 'guess' })
    if (status === 429) return Number(headers.get('retry-after'))
  }
}

const anywhere = { password, address: '127.0.0.1', kind: 'api' } as const

/** The limits go by the clock of the machine, which no test moves: their end is brought near instead. */
const untilItEnds = ({ db }: Scenario) => db('rate_limits').whereLike('key', 'sign-in:%').update({ expire: 1 })

test('every block is longer than the one before; the right password lets one begin anew', async t => {
  const all = await scenario(t)
  const { username } = await withPassword(all)
  for (const seconds of [300, 600, 1200]) {
    t.is(await blocked(all, username), seconds)
    const asked = signIn(all.db, { ...anywhere, username }, { now: all.clock(), limit: guessLimit(all.db) })
    await t.throwsAsync(asked, { message: /Xin thử lại sau/ }, 'another process knows of it')
    await untilItEnds(all)
  }
  t.is((await all.anyone.post('/sessions', { username, password })).status, 201)
  t.is(await blocked(all, username), 300)
})

test('who asks during a block is told how long it still lasts, and does not make it longer', async t => {
  const all = await scenario(t)
  const { username } = await withPassword(all)
  await blocked(all, username)
  await all
    .db('rate_limits')
    .whereLike('key', 'sign-in:%')
    .update({ expire: Date.now() + 200_000 })
  const { status, headers, body } = await all.anyone.post('/sessions', { username, password })
  t.is(status, 429)
  t.true(Number(headers.get('retry-after')) > 180 && Number(headers.get('retry-after')) <= 200)
  t.regex(body.detail, /Xin thử lại sau 4 phút\./)
})

test('many guesses at the same moment: the right one among them comes too late', async t => {
  const all = await scenario(t)
  const { username } = await withPassword(all)
  const now = all.clock()
  const sent = (guess: string) => ({ username, password: guess, address: '203.0.113.7', kind: 'api' as const })
  const limit = guessLimit(all.db)
  const guesses = [...Array<string>(20).fill('guess'), password]
  const ended = await Promise.allSettled(guesses.map(guess => signIn(all.db, sent(guess), { now, limit })))
  const codes = ended.map(one => one.status === 'rejected' && one.reason.code)
  t.is(codes.filter(code => code === 'sign_in_failed').length, 5)
  t.is(codes.at(-1), 'too_many')
})

for (const [blocks, minutes] of [
  [1, 5],
  [2, 10],
  [3, 20],
  [4, 40],
  [5, 60],
  [500, 60],
] as const) {
  test(`block ${blocks} of a day lasts ${minutes} minutes`, t => t.is(blockSeconds(blocks), minutes * 60))
}

test('a session ends after twelve hours, and when the account is disabled', async t => {
  const all = await scenario(t)
  const person = await withPassword(all)
  const signIn = async () => (await all.anyone.post('/sessions', { username: person.username, password })).body.token
  const token = await signIn()
  const ask = async (bearer: string) =>
    (await fetch(`${all.url}/api/v1/dossiers`, { headers: { Authorization: `Bearer ${bearer}` } })).status
  t.is(await ask(token), 200)
  all.clock.move(12 * hour)
  t.is(await ask(token), 401)
  const next = await signIn()
  await all.db('people').where({ id: person.id }).update({ disabled_at: all.clock() })
  t.is(await ask(next), 401)
  t.is((await all.anyone.post('/sessions', { username: person.username, password })).status, 401)
})

test('a token is stored only as its digest, a password only as argon2id', async t => {
  const all = await scenario(t)
  const { username } = await withPassword(all)
  const { body } = await all.anyone.post('/sessions', { username, password })
  const { rows } = await all.db.raw(
    `select query_to_xml('select * from sessions', true, false, '')::text || query_to_xml('select * from people', true, false, '')::text as everything`,
  )
  t.false(rows[0].everything.includes(body.token))
  t.true(rows[0].everything.includes('$argon2id$v=19$m=47104,t=1,p=1$'))
})

for (const weak of ['short', 'password1234', 'aaaaaaaaaaaaaa', 'clerk.krongno.1']) {
  test(`“${weak}” is too weak a password`, async t => {
    await t.throwsAsync(hashPassword(weak, 'clerk.krongno'), { message: 'Có thông tin cần sửa.' })
  })
}

test('an old password that is still being weighed while a new one is set opens nothing', async t => {
  const all = await scenario(t)
  const { id, username } = await withPassword(all)
  const hashed = await hashPassword('trăng lên đỉnh đồi 2', username)
  const trx = await all.db.transaction()
  await trx('people').where({ id }).update({ password_hash: hashed })
  await trx('sessions').where({ person_id: id }).delete()
  const late = all.anyone.post('/sessions', { username, password })
  await Promise.race([late, untilWaiting(all, 1)])
  await trx.commit()
  t.is((await late).status, 401)
  t.is((await all.db('sessions').where({ person_id: id })).length, 0)
})
