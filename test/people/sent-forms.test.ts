import test from 'ava'
import { nested } from '../../src/people/pages.ts'
import { papers } from '../support/papers.ts'
import { krongNo, scenario } from '../support/scenario.ts'

const fields = (number: number) => Array.from({ length: number }, (_, i) => `${i.toString(36)}=`).join('&')

test('a form of forty thousand fields is refused at once', async t => {
  const { url } = await scenario(t)
  const begun = performance.now()
  const { status } = await fetch(url, {
    method: 'POST',
    body: fields(40_000),
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
  })
  t.is(status, 400)
  t.true(performance.now() - begun < 3000)
})

test('a field that is named deeper than any form goes is refused', t => {
  t.throws(() => nested({ [`${'a.'.repeat(30_000)}b`]: 'x' }), { message: /không đúng dạng/ })
  t.deepEqual(nested({ 'documents.0.name': 'Đơn' }), { documents: [{ name: 'Đơn' }] })
})

test('JSON nested without end is refused as malformed', async t => {
  const { anyone } = await scenario(t)
  const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
  for (const path of ['/track', '/scans']) {
    const { status, body } = await anyone.post(path, deep)
    t.deepEqual([status, body.code], [400, 'malformed'], path)
  }
})

test('a sign-in says what is asked for and nothing else', async t => {
  const { anyone } = await scenario(t)
  const { status, body } = await anyone.post('/sessions', { username: 'x', password: 'y', otp: '123456' })
  t.deepEqual([status, body.errors?.[0]?.pointer], [422, '/otp'])
})

test('one key of a request is one work, however its address is spelt', async t => {
  const all = await scenario(t)
  const clerk = await all.person('clerk', krongNo)

  const intake = await papers(all.db, 'identity-district-03')
  const key = { 'Idempotency-Key': `"${crypto.randomUUID()}"` }
  for (const path of ['/dossiers', '/dossiers/', '/Dossiers']) await clerk.post(path, intake, key)
  t.is((await all.db('dossiers')).length, 1)
})
