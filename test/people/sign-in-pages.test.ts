import test from 'ava'
import { addMs, day, minute } from '../../src/kit/time.ts'
import { makeSetUpLink } from '../../src/people/make-set-up-link.ts'
import { useSetUpLink } from '../../src/people/use-set-up-link.ts'
import { krongNo, type Scenario, scenario } from '../support/scenario.ts'
import { deskOf } from '../support/staff-browser.ts'

const password = 'chim bói cá bên suối'

async function clerkWithPassword(all: Scenario) {
  const clerk = await all.person('clerk', krongNo)
  const token = await makeSetUpLink(all.db, clerk.id, all.clock())
  await useSetUpLink(all.db, { token, password }, all.clock())
  return { ...clerk, link: token }
}

const post = (url: string, form: Record<string, string>, headers = {}) =>
  fetch(url, { method: 'POST', body: new URLSearchParams(form), headers, redirect: 'manual' })

for (const [next, leadsTo] of [
  ['/staff/counter?x=1', '/staff/counter?x=1'],
  ['/staff', '/staff'],
  ['https://evil.example/staff', '/staff'],
  ['//evil.example', '/staff'],
  ['/staff\\@evil.example', '/staff'],
  ['/staffing', '/staff'],
  ['/tra-cuu/7K3M', '/staff'],
] as const) {
  test(`signing in on the way to ${next} leads to ${leadsTo}`, async t => {
    const all = await scenario(t)
    const { username } = await clerkWithPassword(all)
    const reply = await post(`${all.url}/staff/sign-in`, { username, password, next })
    t.is(reply.status, 303)
    t.is(new URL(String(reply.headers.get('location')), all.url).href, all.url + leadsTo)
  })
}

test('a form from another site, or without the token of the session, changes nothing', async t => {
  const all = await scenario(t)
  const { username } = await clerkWithPassword(all)
  const reply = await post(`${all.url}/staff/sign-in`, { username, password })
  const cookie = String(reply.headers.get('set-cookie')).split(';')[0] ?? ''
  t.is((await post(`${all.url}/staff/sign-out`, {}, { cookie })).status, 403)
  const fromElsewhere = { cookie, 'Sec-Fetch-Site': 'cross-site', Origin: 'https://evil.example' }
  const refused = await post(`${all.url}/staff/sign-in`, { username, password }, fromElsewhere)
  t.is(refused.status, 403)
  t.regex(await refused.text(), /mở quá lâu hoặc mở từ nơi khác[\s\S]*Khi gọi điện, xin đọc mã này/)
  t.is((await fetch(`${all.url}/staff`, { headers: { cookie }, redirect: 'manual' })).status, 200, 'still signed in')
})

test('a set-up link ends the sessions of whoever knew the old password', async t => {
  const all = await scenario(t)
  const { id, username } = await clerkWithPassword(all)
  const reply = await post(`${all.url}/staff/sign-in`, { username, password })
  const cookie = String(reply.headers.get('set-cookie')).split(';')[0] ?? ''
  const token = await makeSetUpLink(all.db, id, all.clock())
  await useSetUpLink(all.db, { token, password: 'một câu hoàn toàn mới' }, all.clock())
  t.is((await fetch(`${all.url}/staff`, { headers: { cookie }, redirect: 'manual' })).status, 302)
})

test('a set-up link is used, replaced or too old: it opens nothing', async t => {
  const all = await scenario(t)
  const { id, link } = await clerkWithPassword(all)
  const replaced = await makeSetUpLink(all.db, id, all.clock())
  const old = await makeSetUpLink(all.db, id, all.clock())
  all.clock.move(day)
  for (const token of [link, replaced, old, 'x'.repeat(43)]) {
    t.is((await fetch(`${all.url}/staff/set-up/${token}`)).status, 404)
    await t.throwsAsync(useSetUpLink(all.db, { token, password }, all.clock()), { message: /đã dùng hoặc đã hết hạn/ })
  }
})

test('of two who use one link at the same moment, one is too late', async t => {
  const all = await scenario(t)
  const { id } = await all.person('clerk', krongNo)
  const token = await makeSetUpLink(all.db, id, all.clock())
  const tries = [1, 2].map(() => useSetUpLink(all.db, { token, password }, all.clock()))
  const ended = await Promise.allSettled(tries)
  t.deepEqual(ended.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
})

test('whose session ended meanwhile is told so, and that what they sent was not written', async t => {
  const all = await scenario(t)
  const desk = await deskOf(all, await all.person('clerk', krongNo))
  await all.db('sessions').update({ seen_at: addMs(all.clock(), -31 * minute) })
  const read = await desk.get('/staff/scan')
  t.is(read.location, '/staff/sign-in?next=%2Fstaff%2Fscan&ended=idle')
  t.regex((await desk.get(String(read.location))).text, /phiên đã hết/)
  const sent = await desk.post('/staff/scan', { code: 'PD000000000VN' })
  t.is(sent.location, '/staff/sign-in?ended=unsent')
  t.regex((await desk.get(String(sent.location))).text, /chưa được ghi/)
  const stranger = await fetch(`${all.url}/staff/scan`, { redirect: 'manual' })
  t.is(stranger.headers.get('location'), '/staff/sign-in?next=%2Fstaff%2Fscan')
})
