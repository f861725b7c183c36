import test from 'ava'
import { hour, minute } from '../../src/kit/time.ts'
import { atOffice, sealed, told } from '../support/bagged.ts'
import { giaNghia, krongNo, scan, scenario } from '../support/scenario.ts'

type Difference = { id: string; kind: string; code: string | null }

test('a bag goes from office to office as one thing, and is opened to find another seal, one missing, one besides', async t => {
  const all = await scenario(t)
  const said = { seal: 'NP 000123', weight_g: 4200 }
  const { clerk, other, driver, codes, bag } = await sealed(all, 4, said)
  t.regex(bag, /^TT642100261123\d{4}$/)
  const [missing = '', ...present] = codes
  const [stranger = ''] = await atOffice(all, { clerk } as never, 1)

  const left = await told(all, driver, scan('depart', bag, all.clock()))
  t.is(left.verdict, 'recorded', JSON.stringify(left))
  for (const code of codes) {
    const { holder, step } = (await clerk.get(`/parcels/${code}`)).body
    t.deepEqual([holder.person, step], [driver.id, 'depart'], 'one scan of the bag moved each of them')
  }
  all.clock.move(hour)
  const came = await told(all, other, scan('arrive', bag, all.clock()))
  t.is(came.parcel.holder.unit, giaNghia)
  t.is((await clerk.get(`/parcels/${missing}`)).body.holder.unit, giaNghia, 'presumed to be in the bag')

  const unseen = (await other.get(`/bags/${bag}`)).body
  t.deepEqual([unseen.is_blind, unseen.parcels, unseen.count], [true, [], null], 'who opens counts without the list')
  t.deepEqual([unseen.seal, unseen.weight_g], [null, null], 'nor with the seal that was put on')

  all.clock.move(minute)
  const found = { codes: [...present, stranger], seal: 'NP 000132', weight_g: 4210 }
  const opened = await other.post(`/bags/${bag}/opening`, found)
  t.is(opened.status, 200, JSON.stringify(opened.body))
  t.is(opened.body.state, 'opened')
  t.deepEqual([opened.body.short, opened.body.over], [[missing], [stranger]])
  t.deepEqual([opened.body.seal, opened.body.found_seal], ['NP000123', 'NP000132'])
  for (const code of [...present, stranger])
    t.is((await other.get(`/parcels/${code}`)).body.holder.unit, giaNghia, 'possession wins')

  const { differences } = (await clerk.get(`/bags/${bag}`)).body
  t.deepEqual(
    differences.map(({ kind, code }: Difference) => [kind, code]),
    [
      ['over', stranger],
      ['seal', null],
      ['short', missing],
    ],
    'the other side sees the same; ten grams are no difference',
  )
  const mine = async () => (await clerk.get('/bags')).body.items.map((one: { code: string }) => one.code)
  t.deepEqual(await mine(), [bag])
  for (const { id } of differences as Difference[]) {
    const path = `/bags/${bag}/differences/${id}/closing`
    const first = await clerk.post(path, { reason: 'ghi nhầm số niêm phong' })
    t.deepEqual([first.status, first.body.is_closed], [200, false], 'the other side has not said anything yet')
    t.true((await other.post(path, { reason: 'đã đối chiếu qua điện thoại' })).body.is_closed)
    t.is((await other.post(path, { reason: 'lần nữa' })).body.code, 'already_closed')
  }
  t.deepEqual(await mine(), [], 'nothing is left to do')

  all.clock.move(minute)
  const back = await told(all, clerk, scan('arrive', missing, all.clock()))
  t.deepEqual([back.verdict, back.parcel.holder.unit], ['recorded', krongNo], 'it lay in the cupboard all the time')
  const reviews = await all.db('reviews').where({ kind: 'out_of_bag' })
  t.deepEqual(reviews, [], 'the bag was open by then')
})
