import { randomUUID } from 'node:crypto'
import test from 'ava'
import { hour, minute } from '../../src/kit/time.ts'
import { onItsWayHome, scanned } from '../support/at-krong-no.ts'
import { closed, counted, filled, scanning } from '../support/counted.ts'
import { giaNghia, krongNo, policeKrongNo, type Scenario, scan, scenario, sharedPast } from '../support/scenario.ts'

/** Three in the cupboard of Krông Nô; people are called again by each test. */
const evening = sharedPast(async all => ({ codes: (await filled(all, 3)).codes }))
const clerkOf = (all: Scenario) => all.person('clerk', krongNo)

test('who counts does not see what should be there, and sees it once the count is closed', async t => {
  const all = await evening(t)
  const clerk = await clerkOf(all)
  const [first = '', ...rest] = all.codes
  const id = await scanning(clerk, krongNo, [first])
  const { body: open } = await clerk.get(`/stock-counts/${id}`)
  t.like(open, { state: 'open', scanned: 1, short: null, over: null, matched: null, differences: null })
  t.false(JSON.stringify(open).includes(String(rest[0])))
  t.is((await clerk.file(`/stock-counts/${id}.pdf`)).status, 409)
  const done = await closed(all, clerk, id)
  t.like(done, { state: 'closed', matched: [first], short: rest, over: [] })
  t.regex(done.number, /^KK642100261123\d{4}$/)
  t.deepEqual(done.differences[0].holder, { kind: 'post_office', name: done.unit_name })
})

test('what is sent again, at the same moment or after the closing, changes nothing', async t => {
  const all = await evening(t)
  const clerk = await clerkOf(all)
  const id = await scanning(clerk, krongNo, all.codes)
  const send = (codes: readonly string[]) => clerk.post(`/stock-counts/${id}/codes`, { codes })
  const sent = await Promise.all([send(all.codes), send([...all.codes].reverse()), send(all.codes)])
  t.deepEqual(
    sent.map(({ status, body }) => [status, body.scanned]),
    [1, 2, 3].map(() => [200, 3]),
  )
  const done = await closed(all, clerk, id)
  t.deepEqual(await closed(all, clerk, id), done, 'closed twice, closed once')
  t.is((await send(all.codes)).status, 200, 'its answer was lost')
  const late = await send(['PA999999999VN'])
  t.deepEqual([late.status, late.body.code], [409, 'count_closed'])
})

test('two colleagues who open the count of one cupboard at once scan into the same', async t => {
  const all = await evening(t)
  const [one, two] = [await clerkOf(all), await clerkOf(all)]
  const [first = '', second = '', third = ''] = all.codes
  const ids = await Promise.all([scanning(one, krongNo, [first, second]), scanning(two, krongNo, [second, third])])
  t.is(ids[0], ids[1])
  t.deepEqual((await closed(all, one, String(ids[0]))).short, [])
})

test('a count is closed once, also by two at the same moment', async t => {
  const all = await evening(t)
  const [one, two] = [await clerkOf(all), await clerkOf(all)]
  const id = await scanning(one, krongNo, all.codes.slice(0, 1))
  const [a, b] = await Promise.all([one, two].map(who => who.post(`/stock-counts/${id}/closing`)))
  t.deepEqual([a?.status, b?.status], [200, 200])
  t.deepEqual(a?.body, b?.body)
  t.is((await all.db('reviews').whereNotNull('count_id')).length, 2)
})

test('a unit has no count but by those who work there, and a foreign one is not found', async t => {
  const all = await evening(t)
  const clerk = await clerkOf(all)
  const id = await scanning(clerk, krongNo, all.codes)
  const stranger = await all.person('clerk', '641800')
  for (const answer of [
    await stranger.post('/stock-counts', { unit: krongNo }),
    await stranger.get(`/stock-counts/${id}`),
    await stranger.post(`/stock-counts/${id}/codes`, { codes: ['x'] }),
    await stranger.post(`/stock-counts/${id}/closing`),
  ])
    t.is(answer.status, 404)
  t.deepEqual((await stranger.get('/stock-counts')).body.items, [])
  t.is((await all.person('courier', krongNo).then(who => who.post('/stock-counts', { unit: krongNo }))).status, 403)
  const supervisor = await all.person('supervisor', policeKrongNo)
  t.is((await supervisor.get(`/stock-counts/${id}`)).status, 200)
  t.is((await supervisor.post(`/stock-counts/${id}/closing`)).status, 403)
})

test('a count without a single scan is closed only by one who says that the cupboard is empty', async t => {
  const all = await evening(t)
  const clerk = await clerkOf(all)
  const id = await scanning(clerk, krongNo, [])
  const { status, body } = await clerk.post(`/stock-counts/${id}/closing`)
  t.deepEqual([status, body.errors[0].pointer], [422, '/is_empty'])
  t.is((await closed(all, clerk, id)).short.length, 3)
})

test('a cupboard in which something was scanned is not called empty', async t => {
  const all = await evening(t)
  const clerk = await clerkOf(all)
  const id = await scanning(clerk, krongNo, all.codes)
  const { status, body } = await clerk.post(`/stock-counts/${id}/closing`, { is_empty: true })
  t.deepEqual([status, body.errors[0].pointer], [422, '/is_empty'])
})

test('a count that nobody closed in the evening is not taken up the next morning', async t => {
  const all = await evening(t)
  const clerk = await clerkOf(all)
  const id = await scanning(clerk, krongNo, all.codes)
  all.clock.move(13 * hour)
  t.is((await clerk.post(`/stock-counts/${id}/closing`)).body.code, 'count_too_old')
  const next = await scanning(clerk, krongNo, [])
  t.not(next, id)
  t.is((await clerk.get(`/stock-counts/${id}`)).body.state, 'abandoned')
  t.is((await clerk.post(`/stock-counts/${id}/closing`)).body.code, 'count_closed')
})

test('a code that is nobody’s is kept and told, and a bag stands for what is in it', async t => {
  const all = await evening(t)
  const clerk = await clerkOf(all)
  const [first = '', second = '', third = ''] = all.codes
  const { code: bag } = (await clerk.post('/bags', { to_unit: giaNghia })).body
  for (const code of [first, second]) await scanned(all, clerk, 'pack', code, { bag })
  const id = await scanning(clerk, krongNo, [`${bag.slice(0, 2)} ${bag.slice(2)}`, third, 'PA 9999 99999 VN'])
  t.deepEqual((await clerk.get(`/stock-counts/${id}`)).body.unknown, ['PA999999999VN'])
  t.like(await closed(all, clerk, id), { matched: [first, second, third], short: [], unknown: ['PA999999999VN'] })
})

test('what no label says is refused, in whatever letters it is written', async t => {
  const all = await evening(t)
  const clerk = await clerkOf(all)
  const id = await scanning(clerk, krongNo, [])
  for (const code of ['ﷺ'.repeat(10), 'X'.repeat(41)]) {
    const { status, body } = await clerk.post(`/stock-counts/${id}/codes`, { codes: ['PA999999999VN', code] })
    t.deepEqual([status, body.errors[0].pointer], [422, '/codes/1'], code)
  }
  t.is((await clerk.get(`/stock-counts/${id}`)).body.scanned, 0)
})

test('work goes on while a cupboard is counted, and nothing that moves meanwhile is asked about', async t => {
  const all = await scenario(t)
  const staff = await filled(all, 4)
  const { clerk, courier, supervisor, codes } = staff
  const [stays = '', leavesScanned = '', leavesBefore = '', left = ''] = codes
  await scanned(all, courier, 'depart', left)
  all.clock.move(minute)
  const id = await scanning(clerk, krongNo, [stays, leavesScanned])
  await scanned(all, courier, 'depart', leavesScanned)
  await scanned(all, courier, 'depart', leavesBefore)
  await scanned(all, clerk, 'arrive', left)
  const done = await closed(all, clerk, id)
  t.like(done, { matched: [stays], short: [], over: [] })
  t.deepEqual(done.moved, [leavesScanned, left].sort())
  t.deepEqual((await supervisor.get('/reviews')).body.items, [])
})

test('scans and the closing of a count at the same moment leave no question that is answered', async t => {
  const all = await scenario(t)
  const { clerk, courier, supervisor, codes } = await filled(all, 6)
  const id = await scanning(clerk, krongNo, [])
  all.clock.move(minute)
  // Made before the count was opened, told while it is closed: the count cannot know of them.
  const early = new Date(all.clock().getTime() - hour)
  const scans = (some: string[]) => some.map(code => scan('depart', code, early))
  const send = (some: string[]) => courier.post('/scans', { sent_at: all.clock().toISOString(), scans: scans(some) })
  const replies = await Promise.all([
    send(codes.slice(0, 3)),
    clerk.post(`/stock-counts/${id}/closing`, { is_empty: true }),
    send(codes.slice(3).reverse()),
  ])
  t.deepEqual(
    replies.map(({ status }) => status),
    [200, 200, 200],
  )
  t.deepEqual((await supervisor.get('/reviews')).body.items, [], 'all six are with the courier, by a scan')
})

test('an envelope that was opened at its desk is not missed there, one that waits to go home is', async t => {
  const all = await scenario(t)
  const staff = await filled(all, 0)
  const { officer, clerk } = staff
  const { home } = await onItsWayHome(all, staff)
  const { home: waiting } = await onItsWayHome(all, staff)
  const fact = await all
    .db('custody_events')
    .join('parcels', 'parcels.id', 'parcel_id')
    .where({ code: waiting, step: 'hand_back' })
    .first('custody_events.id')
  await clerk.post(`/scans/${fact?.id}/correction`, { id: randomUUID(), reason: 'chưa lấy' })
  all.clock.move(hour)
  const done = await counted(all, officer, policeKrongNo, [])
  t.deepEqual(done.short, [waiting])
  t.deepEqual((await counted(all, clerk, krongNo, [home])).short, [])
})
