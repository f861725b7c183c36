import test from 'ava'
import { hour, minute } from '../../src/kit/time.ts'
import { scanned, takenIn } from '../support/at-krong-no.ts'
import { sealed } from '../support/bagged.ts'
import { printed } from '../support/blank-sets.ts'
import { closed, counted, scanning } from '../support/counted.ts'
import { giaNghia, krongNo, scenario } from '../support/scenario.ts'
import { deskOf } from '../support/staff-browser.ts'

for (const isScanned of [true, false])
  test(`a count does not tell what is in a sealed bag before it is opened${isScanned ? '' : ', nor when it misses it'}`, async t => {
    const all = await scenario(t)
    const { clerk, other, bag, codes } = await sealed(all, 3)
    await scanned(all, other, 'arrive', bag)
    all.clock.move(hour)
    const id = await scanning(other, giaNghia, isScanned ? [bag] : [])
    const done = await closed(all, other, id)
    t.deepEqual([done.matched, done.short, done.unknown], isScanned ? [[bag], [], []] : [[], [bag], []])
    const page = (await (await deskOf(all, other)).get(`/staff/stock/${id}`)).text.replace(/<[^>]*>|\s/g, '')
    for (const code of codes) t.false(`${JSON.stringify(done)} ${page}`.includes(code))
    t.is((await other.file(`/stock-counts/${id}.pdf`)).status, 200)
    t.is((await all.db('stock_count_parcels')).length, 3, 'each is counted nevertheless')
    t.is((await all.db('reviews').where({ kind: 'stock_short' })).length, isScanned ? 0 : 3)
    t.is((await clerk.get(`/bags/${bag}`)).body.count, 3, 'who packed it knows')
  })

test('who finds one of a sealed bag lying alone reads of that one only', async t => {
  const all = await scenario(t)
  const { other, bag, codes } = await sealed(all, 2)
  const [alone = ''] = codes
  await scanned(all, other, 'arrive', bag)
  all.clock.move(minute)
  t.deepEqual((await counted(all, other, giaNghia, [bag, alone])).matched, [alone, bag])
})

test('blank sets in their drawer are no question, one that was used is', async t => {
  const all = await scenario(t)
  const { sets, ...staff } = await printed(all, 3)
  const [used = '', ...unused] = sets
  const { parcel } = await takenIn(all, staff)
  await scanned(all, staff.courier, 'collect', used)
  all.clock.move(hour)
  const done = await counted(all, staff.clerk, krongNo, [parcel.code, used, ...unused])
  t.deepEqual([done.matched, done.over, done.unknown], [[parcel.code], [used], []])
  t.deepEqual(await all.db('reviews').pluck('kind'), ['stock_over'])
})
