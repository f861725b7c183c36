import test from 'ava'
import { hour } from '../../src/kit/time.ts'
import { atKrongNo, onItsWayHome, scanned } from '../support/at-krong-no.ts'
import { nobodyHome, onRound, report } from '../support/on-a-round.ts'
import { krongNo, type Person, scenario } from '../support/scenario.ts'

type Held = { step: string | null; kind: string; minutes: number; since: string; until: string | null }
const timeOf = async (who: Person, code: string): Promise<Held[]> => (await who.get(`/parcels/${code}/time`)).body.items
const days = '?from=2026-11-01&to=2026-11-30'

test('who had a parcel for how long: every minute of its life is somebody’s', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const supervisor = await all.person('supervisor', krongNo)
  const { home } = await onItsWayHome(all, staff)
  all.clock.move(5 * hour)
  await scanned(all, staff.courier, 'load', home)
  all.clock.move(2 * hour)
  const open = await timeOf(supervisor, home)
  t.deepEqual(
    open.map(({ kind, step, minutes }) => [kind, step, Math.round(minutes)]),
    [
      ['police_unit', null, 1],
      ['post_office', 'hand_back', 301],
      ['courier', 'load', 120],
    ],
  )
  await scanned(all, staff.courier, 'deliver', home)
  all.clock.move(9 * hour)
  const held = await timeOf(supervisor, home)
  t.is(held.at(-1)?.minutes, 0, 'with its receiver nobody counts any more')
  const [first, last] = [held[0], held.at(-1)]
  const life = (Date.parse(String(last?.since)) - Date.parse(String(first?.since))) / 60_000
  t.is(Math.round(held.reduce((sum, { minutes }) => sum + minutes, 0)), Math.round(life))

  const spent = async (by: string) => (await supervisor.get(`/reports/time-spent${days}&by=${by}`)).body.items
  t.like((await spent('courier'))[0], { parcels: 2 }, 'he carried the dossier there and the result home')
  t.like((await spent('unit'))[0], { name: 'Bưu điện Krông Nô' })
  t.true((await spent('step')).some(({ name }: { name: string }) => name === 'hand_back'))
  t.is((await staff.clerk.get(`/parcels/${home}/time`)).status, 403)
  t.is((await supervisor.get('/parcels/PA999999999VN/time')).status, 404)
})

test('both figures: kept with its pause, late by the clock on the wall; and who said so', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const supervisor = await all.person('supervisor', krongNo)
  const { home } = await onItsWayHome(all, staff)
  const round = await onRound(all, staff, [home])
  all.clock.move(hour)
  await report(staff.courier, round, 1, nobodyHome({ called_at: '2026-11-23T08:10:00+07:00', again_on: '2026-11-26' }))
  all.clock.set('2026-11-26T09:00:00+07:00')
  await scanned(all, staff.courier, 'deliver', home)
  const { items } = (await supervisor.get(`/reports/on-time${days}`)).body
  const [binding] = items.filter(
    (row: { clock: string; is_binding: boolean }) => row.clock === 'delivery' && row.is_binding,
  )
  t.like(binding, { kept_by_wall: 0, kept: 1, late: 0, running: 0, unit: 'Bưu điện Krông Nô' })
  const told = await supervisor.get(`/reports/pauses${days}`)
  t.is(told.status, 200, JSON.stringify(told.body))
  const { items: pauses } = told.body
  t.like(pauses[0], { pauses: 1, deliveries: 1, name: staff.courier.name })
  t.is((await supervisor.get('/reports/on-time?from=2026-11-30&to=2026-11-01')).status, 422)
})
