import { randomUUID } from 'node:crypto'
import type Router from '@koa/router'
import test from 'ava'
import { apisOf } from '../../src/all-routes.ts'
import { createApp } from '../../src/app.ts'
import type { Policy } from '../../src/people/endpoint.ts'
import { may } from '../../src/people/may.ts'
import { PageRouter } from '../../src/people/pages.ts'
import { type Role, roleNames } from '../../src/people/roles.ts'
import type { House } from '../../src/platform/house.ts'
import { wholeHouse } from '../../src/whole-house.ts'
import { papers } from '../support/papers.ts'
import {
  giaNghia,
  krongNo,
  type Person,
  pc06,
  policeKrongNo,
  type Scenario,
  scan,
  scenario,
} from '../support/scenario.ts'
import { deskOf } from '../support/staff-browser.ts'

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

/** A dossier and a bag between Krông Nô and its police, which concern nobody at Đắk Mil or PC06. */
async function foreign(all: Scenario) {
  const clerk = await all.person('clerk', krongNo)
  const { body } = await clerk.post('/dossiers', await papers(all.db, 'identity-district-03'))
  const bag = await clerk.post('/bags', { to_unit: policeKrongNo })
  return { reference: body.reference as string, code: body.parcel.code as string, bag: bag.body.code as string }
}

const call = (who: Person | Scenario['anyone'], method: string, path: string, body: unknown) =>
  method === 'get' ? who.get(path).catch(() => ({ status: 200 })) : who.post(path, body)

const endpointsOf = (house: House) => apisOf(wholeHouse(house)).flatMap(({ endpoints }) => endpoints)

/** Every router that is mounted, whoever made it. */
const routersOf = (house: House) =>
  createApp(house).middleware.flatMap(step => (step as { router?: Router }).router ?? [])

const pagesOf = (house: House) => routersOf(house).flatMap(router => (router instanceof PageRouter ? router.doors : []))

/** An address of this shape, of something that nobody knows. */
const somewhere = (path: string) => path.replace(/:\w+/g, randomUUID())

test('whatever answers says who may call it', async t => {
  const { house } = await scenario(t)
  const declared = [
    ...endpointsOf(house).map(({ method, path }) => `${method} /api/v1${path}`),
    ...pagesOf(house).map(({ method, path }) => `${method} ${path}`),
  ]
  const mounted = routersOf(house)
    .flatMap(({ stack }) => stack)
    .flatMap(({ methods, path }) => methods.map(method => `${method.toLowerCase()} ${path}`))
    .filter(door => !door.startsWith('head '))
  t.deepEqual(
    mounted.filter(door => !declared.includes(door)),
    ['get /healthz', 'get /readyz', 'get /api/v1/openapi.json'],
    'these say nothing about anybody',
  )
})

test('without signing in no call is answered but those for anyone', async t => {
  const all = await scenario(t)
  for (const { method, path, who } of endpointsOf(all.house)) {
    const { status } = await call(all.anyone, method, somewhere(path), {})
    if (who === 'anyone') t.not(status, 401, path)
    else t.is(status, 401, `${method} ${path}`)
  }
})

test('without signing in every page but those for anyone leads to the door', async t => {
  const all = await scenario(t)
  for (const { method, path, who } of pagesOf(all.house)) {
    const { status, headers } = await fetch(all.url + somewhere(path), { method, redirect: 'manual' })
    if (who === 'anyone') t.not(status, 302, path)
    else t.deepEqual([status, headers.get('location')?.split('?')[0]], [302, '/staff/sign-in'], `${method} ${path}`)
  }
})

for (const role of roleNames) {
  test(`every route and page that is not for the role ${role} is closed to it`, async t => {
    const all = await scenario(t)
    const person = await all.person(role, units[role])
    const desk = await deskOf(all, person)
    const isOpen = (who: Policy) => who === 'anyone' || who === 'signed in' || may(person, who)
    for (const { method, path } of endpointsOf(all.house).filter(({ who }) => !isOpen(who))) {
      const { status, body } = await person[method](somewhere(path))
      t.deepEqual([status, body.code], [403, 'forbidden'], `${method} ${path}`)
    }
    for (const { method, path } of pagesOf(all.house).filter(({ who }) => !isOpen(who))) {
      const { status, text } = await desk[method](somewhere(path), {})
      t.is(status, 403, `${method} ${path}`)
      t.regex(text, /Tài khoản này không được phép làm việc này/, 'not for want of the token of a form')
    }
  })
}

test('every route × every role: a foreign dossier, parcel or bag is not found, a forbidden deed is forbidden', async t => {
  const all = await scenario(t)
  const { reference, code, bag } = await foreign(all)
  const bodies: Record<string, unknown> = {
    '/dossiers/:reference/supplement': {},
    '/dossiers/:reference/acceptance': {},
    '/dossiers/:reference/supplement-request': { items: ['x'], reason: 'x', until: '2026-12-01' },
    '/dossiers/:reference/extension': { reason: 'x', due: '2026-12-01' },
    '/dossiers/:reference/result': { kind: 'granted' },
    '/dossiers/:reference/lookup-code': { paper_seen: 'x' },
    '/dossiers/:reference/refund': { postage_amount: 1, reason: 'x' },
    '/dossiers/:reference/refund/payment': { receipt: 'x' },
    '/parcels/:code/opening': { seal: 'intact', differences: [] },
    '/bags/:code/parcels': { codes: [code] },
    '/bags/:code/removals': { codes: [code] },
    '/bags/:code/seal': {},
    '/bags/:code/opening': { codes: [code] },
    '/parcels/:code/notices': { left_with: 'phone' },
    '/parcels': { purpose: 'result', dossiers: [reference] },
  }
  for (const role of roleNames) {
    const who = await all.person(role, units[role])
    for (const { method, path } of endpointsOf(all.house)) {
      if (!/:reference|:code/.test(path) && path !== '/parcels') continue
      const at = path.replace(':reference', reference).replace(':code', path.startsWith('/bags/') ? bag : code)
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
