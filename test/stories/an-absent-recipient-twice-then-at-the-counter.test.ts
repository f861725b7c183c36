import { randomUUID } from 'node:crypto'
import test from 'ava'
import { day, hour, localDate } from '../../src/kit/time.ts'
import { atKrongNo, scanned } from '../support/at-krong-no.ts'
import { nobodyHome, onRound, report, resultsFor } from '../support/on-a-round.ts'
import { type Person, scenario } from '../support/scenario.ts'

const dueOf = async (clerk: Person, code: string) =>
  (await clerk.get('/rounds/due')).body.items.find((one: { code: string }) => one.code === code)?.deed

test('nobody is home twice, two notices are left two working days apart, and she fetches it at the counter', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { clerk, courier } = staff
  const [result] = await resultsFor(all, staff, [{}])
  const { code = '', lookup_code = '' } = result ?? {}

  // Monday: nobody is home, a notice stays at the door.
  const monday = await onRound(all, staff, [code])
  all.clock.move(hour)
  const notice = { notice: { left_with: 'door' } }
  t.is((await report(courier, monday, 1, nobodyHome(notice))).status, 200)
  await scanned(all, clerk, 'arrive', code)
  await clerk.post(`/rounds/${monday.id}/closing`, { handed_in: 0 })
  t.is(await dueOf(clerk, code), 'hold')
  const until = localDate(new Date(all.clock().getTime() + 10 * day))
  await scanned(all, clerk, 'hold', code, { until })

  // Wednesday: Tuesday is a holiday, so it is one working day later: too early for the second notice.
  all.clock.move(2 * day)
  t.is(await dueOf(clerk, code), 'wait')
  const wednesday = await onRound(all, staff, [code])
  all.clock.move(hour)
  const early = await report(courier, wednesday, 1, nobodyHome(notice))
  t.deepEqual([early.status, early.body.code], [409, 'notice_too_early'])
  t.regex(early.body.detail, /từ ngày 26\/11\/2026/)
  t.is((await report(courier, wednesday, 1, nobodyHome())).status, 200, 'the attempt is told without it')
  await scanned(all, clerk, 'arrive', code)

  // Thursday: the office sees that it is due, and invites by phone.
  all.clock.move(day)
  t.is(await dueOf(clerk, code), 'second_notice')
  t.is((await clerk.post(`/parcels/${code}/notices`, { left_with: 'phone' })).body.number, 2)
  const { body: seen } = await all.anyone.post('/track', { code: lookup_code })
  t.true(JSON.stringify(seen.timeline).includes('lần 2'), 'she reads it too')

  // Friday: she comes with her slip. Her result, a digest in the history, and nobody waits for anything more.
  all.clock.move(day)
  const { status, body } = await clerk.post('/collections', {
    id: randomUUID(),
    codes: [code],
    capacity: 'recipient',
    name: 'Nguyễn Thị Hoa',
    paper: { kind: 'cccd', tail: '1234' },
    means: { kind: 'slip_code', code: lookup_code },
    collected: 0,
  })
  t.is(status, 200, JSON.stringify(body))
  t.is(body.verdicts[0].verdict, 'recorded')
  t.is(await dueOf(clerk, code), undefined)
  t.is((await clerk.get(`/parcels/${code}`)).body.holder.kind, 'recipient')
  t.is((await clerk.get(`/rounds/${wednesday.id}`)).body.stops[0].parcels[0].state, 'handed_out')
})
