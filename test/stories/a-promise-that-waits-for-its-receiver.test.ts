import { randomUUID } from 'node:crypto'
import test from 'ava'
import { hour, minute } from '../../src/kit/time.ts'
import { atKrongNo, scanned } from '../support/at-krong-no.ts'
import { nobodyHome, onRound, report, resultsFor } from '../support/on-a-round.ts'
import { alertsOf, local, pausesOfParcel, pressedAtHome, promiseOf, tickAt } from '../support/promised.ts'
import { krongNo, policeKrongNo, scenario } from '../support/scenario.ts'
import { faultsOf } from '../support/verified.ts'

const monday = '2026-11-23'
const at = (time: string) => ({ called_at: `${monday}T${time}:00+07:00` })

test('an absent receiver: an attempt with evidence, a pause, a second notice, the counter, collected', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { clerk, courier } = staff
  const [result] = await resultsFor(all, staff, [{}])
  const { code = '', lookup_code = '' } = result ?? {}
  const begun = await promiseOf(all, code)
  t.is(begun.due, begun.wall)

  // Monday: he rings, nobody is there, a notice stays at the door. The clock stands still from there on.
  const round = await onRound(all, staff, [code])
  all.clock.move(hour)
  const tried = local(all.clock())
  await report(courier, round, 1, nobodyHome({ ...at('08:40'), notice: { left_with: 'door' } }))
  t.deepEqual(await pausesOfParcel(all, code), [`${tried} 26T17:00 nobody_home call`])
  t.not((await promiseOf(all, code)).due, begun.wall)
  t.is((await promiseOf(all, code)).wall, begun.wall, 'by the clock on the wall nothing moves')
  await tickAt(all, '2026-11-26T10:00')
  t.deepEqual(await alertsOf(all, code), {}, 'nobody is told that she is late for herself')

  // It lies at the counter: it stands still until she comes, and the time for which it is kept begins.
  await scanned(all, clerk, 'arrive', code)
  await scanned(all, clerk, 'hold', code, { until: '2026-12-10' })
  t.deepEqual(await pausesOfParcel(all, code), [`${tried} - nobody_home call`])
  t.is((await promiseOf(all, code, 'holding')).due, '11T10:02', 'fifteen days in town')
  t.is((await clerk.post(`/parcels/${code}/notices`, { left_with: 'phone' })).body.number, 2)
  await tickAt(all, '2026-11-30T10:00')
  t.deepEqual(await alertsOf(all, code), {})

  // She comes with her slip: one promise kept with its pause, and late by the wall. Both figures are there.
  all.clock.move(minute)
  const came = {
    id: randomUUID(),
    codes: [code],
    capacity: 'recipient',
    name: 'Nguyễn Thị Hoa',
    paper: { kind: 'cccd', tail: '1234' },
    means: { kind: 'slip_code', code: lookup_code },
    collected: 0,
  }
  t.is((await clerk.post('/collections', came)).status, 200)
  const { ended, due, wall } = await promiseOf(all, code)
  t.deepEqual(await pausesOfParcel(all, code), [`${tried} 30T10:01 nobody_home call`])
  t.deepEqual([wall, ended, due], ['25T08:03', '30T10:01', '02T09:00'])
  t.is((await promiseOf(all, code, 'holding')).ended, ended)
})

test('asked to come on a Sunday, working days go on with Monday, and evidence counts them the same', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const [result] = await resultsFor(all, staff, [{}])
  all.clock.set('2026-11-26T08:00:00+07:00')
  const round = await onRound(all, staff, [result?.code])
  all.clock.move(hour)
  const asked = nobodyHome({ reason: 'asked_other_time', again_on: '2026-11-29' })
  t.is((await report(staff.courier, round, 1, asked)).status, 200)
  const shown = await all
    .db('clocks')
    .join('promise_policies', 'promise_policies.id', 'clocks.policy_id')
    .where({ clock: 'delivery', is_binding: false })
    .first('wall_due_at', 'due_at')
  t.deepEqual([local(shown?.wall_due_at), local(shown?.due_at)], ['26T17:00', '30T17:00'])
  t.deepEqual(await faultsOf(all), [])
})

test('“tôi có ở nhà”: the attempt is looked into, and excuses nothing once she is believed', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const [result] = await resultsFor(all, staff, [{}])
  const { code = '', lookup_code = '' } = result ?? {}
  const { wall } = await promiseOf(all, code)
  const press = async () => (await pressedAtHome(all, lookup_code)).text()
  t.regex(await press(), /không có lần phát nào/, 'nobody said that she was away')
  const round = await onRound(all, staff, [code])
  all.clock.move(hour)
  await report(staff.courier, round, 1, nobodyHome(at('08:40')))
  t.not((await promiseOf(all, code)).due, wall)

  for (let twiceIsOnce = 0; twiceIsOnce < 2; twiceIsOnce++) t.regex(await press(), /Đã ghi lời của ông\/bà/)
  const supervisor = await all.person('supervisor', krongNo)
  const { items } = (await supervisor.get('/reviews')).body
  const [review, ...others] = items.filter(({ kind }: { kind: string }) => kind === 'was_at_home')
  t.is(others.length, 0)
  t.not((await promiseOf(all, code)).due, wall, 'until it is settled the pause stays')

  const believed = { upheld: true, reason: 'Hàng xóm xác nhận bà ở nhà' }
  t.is((await staff.clerk.post(`/reviews/${review.id}/claim`, believed)).status, 403)
  t.is((await supervisor.post(`/reviews/${review.id}/claim`, believed)).status, 200)
  t.is((await supervisor.post(`/reviews/${review.id}/claim`, believed)).status, 409)
  t.deepEqual(await pausesOfParcel(all, code), [])
  t.is((await promiseOf(all, code)).due, wall)
  await tickAt(all, '2026-11-26T08:00')
  t.deepEqual(Object.keys(await alertsOf(all, code)), ['breach'])
})

test('a flood excuses what both organisations say it does, and nothing before', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const [result] = await resultsFor(all, staff, [{}])
  const { code = '' } = result ?? {}
  const { wall, due } = await promiseOf(all, code)
  const [post, police] = [await all.person('supervisor', krongNo), await all.person('supervisor', policeKrongNo)]
  const flood = {
    unit: krongNo,
    begins_at: `${monday}T12:00:00+07:00`,
    ends_at: '2026-11-24T12:00:00+07:00',
    reason: 'Sạt lở quốc lộ 28',
  }
  t.is((await staff.clerk.post('/standstills', flood)).status, 403)
  t.is((await post.post('/standstills', { ...flood, ends_at: flood.begins_at })).status, 422)
  const { body } = await post.post('/standstills', flood)
  t.is((await promiseOf(all, code)).due, due, 'one side alone moves nothing')
  t.is((await post.post(`/standstills/${body.id}/confirmation`, {})).status, 403)
  t.is((await police.post(`/standstills/${body.id}/confirmation`, {})).status, 200)
  t.is((await police.post(`/standstills/${body.id}/confirmation`, {})).status, 409)
  t.deepEqual(await pausesOfParcel(all, code), ['23T12:00 24T12:00 force_majeure supervisors'])
  const moved = await promiseOf(all, code)
  t.deepEqual([moved.wall, moved.due], [wall, String(due).replace(/^25/, '26')], 'a day later')
})
