import test from 'ava'
import { connect } from '../../src/platform/db.ts'
import { theTemplate } from '../support/database.ts'
import { papers } from '../support/papers.ts'
import { krongNo, scenario } from '../support/scenario.ts'

test('when PostgreSQL throws everybody out, requests answer 503 with Retry-After or work, and the process stays up', async t => {
  const all = await scenario(t)
  const clerk = await all.person('clerk', krongNo)
  const intake = await papers(all.db, 'identity-district-03')
  const admin = connect(theTemplate().adminUrl, { max: 1, name: 'killer' })
  t.teardown(() => admin.destroy())
  const name = new URL(all.database.url).pathname.slice(1)
  const rush = Array.from({ length: 30 }, () => clerk.post('/dossiers', intake))
  await admin.raw('alter database ?? with connection limit 0', [name])
  await admin.raw('select pg_terminate_backend(pid) from pg_stat_activity where datname = ?', [name])
  const answers = await Promise.all(rush)
  const away = answers.filter(({ status }) => status === 503)
  t.true(away.length > 0)
  t.true(answers.every(({ status }) => status === 503 || status === 201))
  t.true(away.every(({ headers }) => headers.get('retry-after') === '5'))
  t.is((await fetch(`${all.url}/healthz`)).status, 200)
  t.is((await fetch(`${all.url}/readyz`)).status, 503)
  await admin.raw('alter database ?? with connection limit -1', [name])
  const again = await clerk.post('/dossiers', intake)
  t.is(again.status, 201)
  const done = answers.filter(({ status }) => status === 201).map(({ body }) => body.reference)
  const stored: string[] = await all.db('dossiers').pluck('reference')
  t.true(
    [...done, again.body.reference].every(reference => stored.includes(reference)),
    'what was acknowledged is there',
  )
  t.deepEqual(
    stored.map(reference => Number(reference.slice(-4))).sort((a, b) => a - b),
    stored.map((_, i) => i + 1),
  )
})
