import test from 'ava'
import { hour } from '../../src/kit/time.ts'
import { scanned } from '../support/at-krong-no.ts'
import { carried, released } from '../support/released.ts'
import { krongNo, policeKrongNo, scenario } from '../support/scenario.ts'

test('nobody releases what they do not hold', async t => {
  const all = await scenario(t)
  const { clerk, codes } = await carried(all, 2)
  const { status, body } = await clerk.post('/handovers', { to: { unit: policeKrongNo }, codes })
  t.is(status, 422)
  t.deepEqual(
    body.errors.map(({ pointer }: { pointer: string }) => pointer),
    ['/codes/0', '/codes/1'],
  )
})

test('a parcel waits on one list only, until that one is taken back', async t => {
  const all = await scenario(t)
  const { courier, codes, id } = await released(all, 1)
  const again = () => courier.post('/handovers', { to: { unit: krongNo }, codes })
  t.is((await again()).body.code, 'already_listed')
  const cancelled = await courier.post(`/handovers/${id}/cancellation`, { reason: 'đơn vị đóng cửa' })
  t.is(cancelled.body.state, 'cancelled', JSON.stringify(cancelled.body))
  t.is((await again()).status, 201)
  t.is((await courier.post(`/handovers/${id}/cancellation`, { reason: 'lần nữa' })).body.code, 'not_waiting')
})

test('two lists of one parcel at the same moment are one list', async t => {
  const all = await scenario(t)
  const { courier, codes } = await carried(all, 1)
  const send = () => courier.post('/handovers', { to: { unit: policeKrongNo }, codes })
  const statuses = (await Promise.all([send(), send()])).map(({ status }) => status)
  t.deepEqual(statuses.sort(), [201, 409])
})

test('what the taker has scanned is not taken back by the giver', async t => {
  const all = await scenario(t)
  const { courier, officer, codes, id } = await released(all, 2)
  t.is((await officer.post(`/handovers/${id}/cancellation`, { reason: 'x' })).status, 403)
  await scanned(all, officer, 'lodge', String(codes[0]))
  t.is((await courier.post(`/handovers/${id}/cancellation`, { reason: 'x' })).body.code, 'taken_already')
})

test('released and not accepted is seen by both sides, and ages', async t => {
  const all = await scenario(t)
  const { courier, officer, id } = await released(all, 1)
  const aged = async () => (await courier.get('/handovers?which=aged')).body.items.map((one: { id: string }) => one.id)
  t.deepEqual(await aged(), [])
  all.clock.move(5 * hour)
  t.deepEqual(await aged(), [id])
  const [mine] = (await courier.get('/handovers')).body.items
  t.deepEqual([mine.is_mine_to_accept, mine.is_aged], [false, true])
  const [theirs] = (await officer.get('/handovers')).body.items
  t.true(theirs.is_mine_to_accept)
})
