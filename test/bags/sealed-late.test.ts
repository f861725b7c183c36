import test from 'ava'
import { addMs, day, hour, minute } from '../../src/kit/time.ts'
import { packed, told } from '../support/bagged.ts'
import { giaNghia, krongNo, type Person, type Scenario, scan, scenario } from '../support/scenario.ts'

const present = ({ db }: Scenario) =>
  db('parcel_presents').first('holder_kind', 'holder_unit', 'holder_person', 'since', 'bag')

const reviews = ({ db }: Scenario) => db('reviews').whereNull('withdrawn_at').orderBy('kind').pluck('kind')

type Move = { who: Person; step: string; at: Date; device: string }
const send = ({ clock }: Scenario, bag: string, source: string, { who, step, at, device }: Move) =>
  who.post('/scans', { sent_at: clock().toISOString(), device, scans: [{ ...scan(step, bag, at), source }] })

for (const source of ['device', 'paper'])
  for (const order of ['as it went', 'the last first'])
    test(`a bag that came before its seal was entered is where it came to (${source}, told ${order})`, async t => {
      const all = await scenario(t)
      const { clerk, driver, other, bag } = await packed(all, 1)
      const left = addMs(all.clock(), minute)
      const came = addMs(left, hour)
      all.clock.move(3 * hour)
      await clerk.post(`/bags/${bag}/seal`, {})
      all.clock.move(minute)
      const moves = [
        { who: driver, step: 'depart', at: left, device: 'phone-of-driver' },
        { who: other, step: 'arrive', at: came, device: 'desk' },
      ]
      for (const move of order === 'as it went' ? moves : moves.toReversed()) await send(all, bag, source, move)
      t.like(await present(all), { holder_kind: 'post_office', holder_unit: giaNghia, since: came, bag })
      t.deepEqual(await reviews(all), [])
    })

test('a bag whose packing was entered when it had gone stands where its papers say, leg by leg', async t => {
  const all = await scenario(t)
  const started = all.clock()
  all.clock.move(6 * hour)
  const { clerk, driver, other, courier, bag } = await packed(all, 2)
  await clerk.post(`/bags/${bag}/seal`, {})
  all.clock.move(minute)
  const legs = [
    { who: other, step: 'arrive', at: addMs(started, 2 * hour), device: 'd' },
    { who: driver, step: 'depart', at: addMs(started, 3 * hour), device: 'c' },
    { who: clerk, step: 'arrive', at: addMs(started, 4 * hour), device: 'b' },
    { who: courier, step: 'depart', at: addMs(started, 5 * hour), device: 'a' },
  ]
  for (const leg of [2, 0, 3, 1]) await send(all, bag, 'paper', legs[leg] as Move)
  const holders = await all.db('parcel_presents').pluck('holder_person')
  t.deepEqual(holders, [courier.id, courier.id])
  t.deepEqual([...new Set(await reviews(all))], ['jump'], 'nobody wrote down the first departure')
})

test('who has a parcel of it alone before the seal is entered is asked how it came out', async t => {
  const all = await scenario(t)
  const { clerk, courier, bag, codes } = await packed(all, 2)
  const alone = scan('depart', String(codes[0]), addMs(all.clock(), minute))
  all.clock.move(hour)
  await clerk.post(`/bags/${bag}/seal`, {})
  all.clock.move(minute)
  await told(all, courier, alone)
  t.deepEqual(await reviews(all), ['out_of_bag'])
})

test('what was taken out before the seal is no question, whatever comes late', async t => {
  const all = await scenario(t)
  const { clerk, courier, bag, codes } = await packed(all, 2)
  const [out = ''] = codes
  const missed = scan('arrive', out, addMs(all.clock(), minute))
  all.clock.move(hour)
  await clerk.post(`/bags/${bag}/removals`, { codes: [out] })
  all.clock.move(minute)
  await clerk.post(`/bags/${bag}/seal`, {})
  all.clock.move(minute)
  await told(all, courier, scan('depart', out, all.clock()))
  await told(all, clerk, { ...missed, id: crypto.randomUUID() })
  t.deepEqual(
    (await reviews(all)).filter(kind => kind === 'out_of_bag'),
    [],
  )
  t.is((await all.db('parcel_presents').where({ holder_unit: krongNo })).length, 2)
})

test('before the packing was entered a phone two days fast is not believed more than the desk', async t => {
  const all = await scenario(t)
  all.clock.move(6 * hour)
  const { clerk, driver, other, bag } = await packed(all, 1)
  const left = addMs(all.clock(), -3 * hour)
  const came = addMs(all.clock(), -2 * hour)
  await clerk.post(`/bags/${bag}/seal`, {})
  all.clock.move(minute)
  const ahead = (at: Date) => addMs(at, 2 * day)
  const depart = {
    device: 'phone',
    sent_at: ahead(all.clock()).toISOString(),
    scans: [scan('depart', bag, ahead(left))],
  }
  await driver.post('/scans', depart)
  await send(all, bag, 'device', { who: other, step: 'arrive', at: came, device: 'desk' })
  t.like(await present(all), { holder_kind: 'post_office', holder_unit: giaNghia, bag })
  t.deepEqual(await reviews(all), [])
})

test('our own clock goes back between the packing and the departure, and nobody is asked', async t => {
  const all = await scenario(t)
  const { clerk, driver, bag } = await packed(all, 2)
  all.clock.move(-400)
  await clerk.post(`/bags/${bag}/seal`, {})
  await told(all, driver, scan('depart', bag, all.clock()))
  t.deepEqual(await all.db('parcel_presents').pluck('holder_person'), [driver.id, driver.id])
  t.deepEqual(await reviews(all), [])
})
