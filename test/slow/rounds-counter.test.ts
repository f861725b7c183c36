import test from 'ava'
import { day, localDate, minute } from '../../src/kit/time.ts'
import { atKrongNo, scanned, takenIn } from '../support/at-krong-no.ts'
import { bhim, handed, nobodyHome, onRound, report, resultsFor } from '../support/on-a-round.ts'
import { giaNghia, krongNo, type Person, sharedPast } from '../support/scenario.ts'

/** Two results for Hoa and one for Y Bhĭm, which came back in the evening. */
const evening = sharedPast(async all => {
  const staff = await atKrongNo(all)
  const codes = (await resultsFor(all, staff, [{}, {}, bhim])).map(({ code }) => code)
  const round = await onRound(all, staff, codes)
  all.clock.move(minute)
  await report(staff.courier, round, 1, nobodyHome({ measure: 'hold', notice: { left_with: 'door' } }))
  await report(staff.courier, round, 2, nobodyHome({ reason: 'refused', measure: 'send_back' }))
  for (const code of codes) await scanned(all, staff.clerk, 'arrive', code)
  return { codes }
})

const collectionOf = (codes: readonly string[], change: object = {}) => {
  const { outcome: _, ...taking } = handed(change)
  return { ...taking, codes }
}

test('what waits for one receiver is handed out in one go with the proof of a door', async t => {
  const all = await evening(t)
  const { clerk } = await atKrongNo(all)
  const [one = '', two = ''] = all.codes
  const said = collectionOf([one, two], { papers: ['old_card'], collected: 5000 })
  const { status, body } = await clerk.post('/collections', said)
  t.is(status, 200, JSON.stringify(body))
  t.deepEqual(
    body.verdicts.map(({ verdict }: { verdict: string }) => verdict),
    ['recorded', 'recorded', 'recorded'],
  )
  t.deepEqual((await clerk.post('/collections', said)).body, body, 'sent again, the same')
  const envelope = (await clerk.get(`/parcels/${body.envelope}`)).body
  t.like(envelope, { step: 'accept', holder: { kind: 'post_office' } })
  const [dossier] = await all.db('dossiers').whereNotNull('returned_at')
  t.truthy(dossier, 'the promise ends here as it does at a door')
})

test('nobody fetches what is another’s, or lies at another office', async t => {
  const all = await evening(t)
  const { clerk } = await atKrongNo(all)
  const [one = '', , other = ''] = all.codes
  t.is((await clerk.post('/collections', collectionOf([one, other]))).body.code, 'other_receiver')
  const far = await all.person('clerk', giaNghia)
  t.is((await far.post('/collections', collectionOf([one]))).status, 404)
  t.is((await clerk.post('/collections', collectionOf(['PA999999999VN']))).status, 404)
  t.is((await all.db('custody_events').where({ step: 'deliver' })).length, 0)
})

test('what is on its way to the police is handed to nobody, and nobody is invited for what is lost', async t => {
  const all = await evening(t)
  const staff = await atKrongNo(all)
  const { parcel } = await takenIn(all, staff)
  t.is((await staff.clerk.post('/collections', collectionOf([parcel.code]))).status, 404)
  t.is((await all.db('delivery_reports').where({ outcome: 'delivered' })).length, 0)
  const [, two = ''] = all.codes
  await scanned(all, await all.person('supervisor', krongNo), 'report_lost', two, { reason: 'tìm không thấy' })
  t.is((await staff.clerk.post(`/parcels/${two}/notices`, { left_with: 'phone' })).status, 404)
})

const dueOf = async (who: Person) => {
  const { items } = (await who.get('/rounds/due')).body
  return Object.fromEntries(items.map(({ code, deed }: { code: string; deed: string }) => [code, deed]))
}

test('an office sees what is due of what came back, as the days go by', async t => {
  const all = await evening(t)
  const { clerk } = await atKrongNo(all)
  const [one = '', two = '', other = ''] = all.codes
  t.deepEqual(await dueOf(clerk), { [one]: 'hold', [two]: 'hold', [other]: 'send_back' })
  const until = localDate(new Date(all.clock().getTime() + 7 * day))
  await scanned(all, clerk, 'hold', one, { until })
  t.is((await dueOf(clerk))[one], 'wait')
  const invite = () => clerk.post(`/parcels/${one}/notices`, { left_with: 'phone' })
  t.is((await invite()).body.code, 'notice_too_early')
  all.clock.move(3 * day)
  t.is((await dueOf(clerk))[one], 'second_notice')
  t.like(await invite(), { status: 201, body: { code: one, number: 2 } })
  t.is((await dueOf(clerk))[one], 'wait')
  t.is((await invite()).body.code, 'notices_left')
  all.clock.move(5 * day)
  t.is((await dueOf(clerk))[one], 'send_back')
  await scanned(all, clerk, 'send_back', one, { reason: 'nobody_home' })
  t.false(one in (await dueOf(clerk)))
  t.deepEqual(await dueOf(await all.person('clerk', giaNghia)), {}, 'other offices have nothing of it')
})

test('a receiver is invited by the office where it lies', async t => {
  const all = await evening(t)
  const { courier } = await atKrongNo(all)
  const path = `/parcels/${all.codes[0]}/notices`
  t.is((await (await all.person('clerk', giaNghia)).post(path, { left_with: 'phone' })).status, 404)
  t.is((await courier.post(path, { left_with: 'phone' })).status, 403)
})
