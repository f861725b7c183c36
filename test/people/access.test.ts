import { randomUUID } from 'node:crypto'
import test from 'ava'
import { apisOf } from '../../src/app.ts'
import { type Role, roleNames } from '../../src/people/roles.ts'
import { papers } from '../support/papers.ts'
import { giaNghia, krongNo, type Person, pc06, type Scenario, scan, scenario } from '../support/scenario.ts'

const units: Record<Role, string | null> = {
  clerk: '641800',
  courier: '641800',
  driver: '641800',
  officer: pc06,
  supervisor: giaNghia,
  hotline: null,
  admin: null,
  auditor: null,
}
const everywhere: readonly Role[] = ['supervisor', 'hotline', 'auditor']

/** A dossier between Krông Nô and its police, which concerns nobody at Đắk Mil or PC06. */
async function foreign(all: Scenario) {
  const clerk = await all.person('clerk', krongNo)
  const { body } = await clerk.post('/dossiers', await papers(all.db, 'identity-district-03'))
  return { reference: body.reference as string, code: body.parcel.code as string }
}

const call = (who: Person | Scenario['anyone'], method: string, path: string, body: unknown) =>
  method === 'get' ? who.get(path).catch(() => ({ status: 200 })) : who.post(path, body)

test('without signing in nothing opens but what is for anyone', async t => {
  const all = await scenario(t)
  for (const { method, path, who } of apisOf(all.house).flatMap(({ endpoints }) => endpoints)) {
    const { status } = await call(all.anyone, method, path.replace(/:\w+/g, randomUUID()), {})
    if (who === 'anyone') t.not(status, 401, path)
    else t.is(status, 401, `${method} ${path}`)
  }
})

test('every route × every role: a foreign dossier or parcel is not found, a forbidden deed is forbidden', async t => {
  const all = await scenario(t)
  const { reference, code } = await foreign(all)
  const bodies: Record<string, unknown> = {
    '/dossiers/:reference/supplement': {},
    '/dossiers/:reference/acceptance': {},
    '/dossiers/:reference/supplement-request': { items: ['x'], reason: 'x', until: '2026-12-01' },
    '/dossiers/:reference/extension': { reason: 'x', due: '2026-12-01' },
    '/dossiers/:reference/result': { kind: 'granted' },
    '/dossiers/:reference/lookup-code': { paper_seen: 'x' },
    '/parcels': { purpose: 'result', dossiers: [reference] },
  }
  for (const role of roleNames) {
    const who = await all.person(role, units[role])
    for (const { method, path } of apisOf(all.house).flatMap(({ endpoints }) => endpoints)) {
      if (!/:reference|:code/.test(path) && path !== '/parcels') continue
      const at = path.replace(':reference', reference).replace(':code', code)
      const { status } = await call(who, method, at, bodies[path] ?? { reason: 'x' })
      const mayRead = everywhere.includes(role) && method === 'get'
      t.true(
        mayRead ? [200, 403, 409].includes(status) : [403, 404].includes(status),
        `${role} ${method} ${at}: ${status}`,
      )
    }
  }
})

test('a list shows no dossier of other units', async t => {
  const all = await scenario(t)
  await foreign(all)
  const stranger = await all.person('clerk', '641800')
  t.deepEqual((await stranger.get('/dossiers')).body.items, [])
  t.deepEqual((await stranger.get('/dossiers?q=nguyen')).body.items, [])
  const courier = await all.person('courier', krongNo)
  t.is((await courier.get('/dossiers')).status, 403, 'logistics knows nothing of administration')
})

test('who handled a parcel may see its dossier from then on', async t => {
  const all = await scenario(t)
  const { reference, code } = await foreign(all)
  const clerk = await all.person('clerk', giaNghia)
  t.is((await clerk.get(`/dossiers/${reference}`)).status, 404)
  all.clock.move(60_000)
  await clerk.post('/scans', { sent_at: all.clock().toISOString(), scans: [scan('arrive', code, all.clock())] })
  t.is((await clerk.get(`/dossiers/${reference}`)).status, 200)
})
