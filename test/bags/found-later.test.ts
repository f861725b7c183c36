import test from 'ava'
import { verifyDatabase } from '../../src/evidence/verify-database.ts'
import { hour, minute } from '../../src/kit/time.ts'
import { scanned } from '../support/at-krong-no.ts'
import { sealed, told } from '../support/bagged.ts'
import { giaNghia, krongNo, scan, scenario } from '../support/scenario.ts'

test('what an opening missed and the cupboard holds after all goes into the next bag', async t => {
  const all = await scenario(t)
  const { other, driver, bag, codes } = await sealed(all, 2)
  const [missed = '', found = ''] = codes
  await scanned(all, other, 'arrive', bag)
  all.clock.move(minute)
  t.deepEqual((await other.post(`/bags/${bag}/opening`, { codes: [found] })).body.short, [missed])
  all.clock.move(hour)
  const { code: next } = (await other.post('/bags', { to_unit: krongNo })).body
  const put = await other.post(`/bags/${next}/parcels`, { codes })
  t.deepEqual([put.status, put.body.count], [200, 2], JSON.stringify(put.body))
  t.is((await other.post(`/bags/${next}/parcels`, { codes })).status, 200, 'what is in stays in')
  await other.post(`/bags/${next}/seal`, {})
  all.clock.move(minute)
  await told(all, driver, scan('depart', next, all.clock()))
  t.deepEqual(await all.db('parcel_presents').pluck('holder_person'), [driver.id, driver.id])
  t.deepEqual(
    await all.db('reviews').whereNot({ kind: 'jump' }),
    [],
    'both ends explain the difference; nobody else has to',
  )
  const { is_found } = (await all.db('bag_parcels').where({ is_found: false }).first('is_found')) ?? {}
  t.false(is_found, 'what the opening found is not changed by it')
  const faults: string[] = []
  await verifyDatabase(all.db, [], fault => faults.push(fault))
  t.deepEqual(faults, [])
})

test('what lies in a bag that nobody opened is not packed into another', async t => {
  const all = await scenario(t)
  const { other, bag, codes } = await sealed(all, 1)
  await scanned(all, other, 'arrive', bag)
  const { code: next } = (await other.post('/bags', { to_unit: krongNo })).body
  const put = await other.post(`/bags/${next}/parcels`, { codes })
  t.regex(put.body.errors[0].detail, new RegExp(`đang ở trong túi ${bag}`))
  t.is((await all.db('parcel_presents').first('holder_unit'))?.holder_unit, giaNghia)
})
