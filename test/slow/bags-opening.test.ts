import test from 'ava'
import { minute } from '../../src/kit/time.ts'
import { atKrongNo, scanned } from '../support/at-krong-no.ts'
import { atOffice, sealed, told } from '../support/bagged.ts'
import { giaNghia, krongNo, policeKrongNo, type Scenario, scan, scenario } from '../support/scenario.ts'

const presents = ({ db }: Scenario) =>
  db('parcel_presents')
    .join('parcels', 'parcels.id', 'parcel_presents.parcel_id')
    .orderBy('code')
    .select('holder_kind', 'holder_unit', 'bag')

test('a bag that nobody scanned on arrival arrives by being opened; what is missing stays with who had it', async t => {
  const all = await scenario(t)
  const { driver, other, bag, codes } = await sealed(all, 6)
  await told(all, driver, scan('depart', bag, all.clock()))
  all.clock.move(minute)
  const { body } = await other.post(`/bags/${bag}/opening`, { codes: codes.slice(1) })
  t.deepEqual(body.short, codes.slice(0, 1), JSON.stringify(body))
  const [missing, ...found] = await presents(all)
  t.deepEqual([missing?.holder_kind, missing?.bag], ['courier', bag])
  for (const one of found) t.deepEqual(one, { holder_kind: 'post_office', holder_unit: giaNghia, bag: null })
  t.deepEqual(await all.db('reviews'), [], 'what was found in it came with it and was taken out')
})

test('the police open a bag of filings, and send one home that the post opens', async t => {
  const all = await scenario(t)
  const { clerk, courier, officer } = await atKrongNo(all)
  const codes = await atOffice(all, { clerk, courier, officer }, 2)
  const move = async (from: typeof clerk, to: typeof clerk, unit: string) => {
    const { code } = (await from.post('/bags', { to_unit: unit })).body
    all.clock.move(minute)
    const put = await from.post(`/bags/${code}/parcels`, { codes })
    t.is(put.status, 200, JSON.stringify(put.body))
    await from.post(`/bags/${code}/seal`, {})
    all.clock.move(minute)
    const { body } = await to.post(`/bags/${code}/opening`, { codes })
    t.deepEqual([body.state, body.differences], ['opened', []], JSON.stringify(body))
    all.clock.move(minute)
  }
  await move(clerk, officer, policeKrongNo)
  t.deepEqual([...new Set((await presents(all)).map(one => one.holder_unit))], [policeKrongNo])
  await move(officer, clerk, krongNo)
  t.deepEqual([...new Set((await presents(all)).map(one => `${one.holder_unit} ${one.bag}`))], [`${krongNo} null`])
  const steps = await all.db('custody_events').distinct('step').orderBy('step').pluck('step')
  t.deepEqual(steps, ['accept', 'hand_back', 'lodge', 'pack', 'unpack'])
})

test('where a bag has come to by mistake it is known, and may be opened', async t => {
  const all = await scenario(t)
  const { bag, codes } = await sealed(all, 1)
  const stranger = await all.person('clerk', '641800')
  t.is((await stranger.get(`/bags/${bag}`)).status, 404)
  await scanned(all, stranger, 'arrive', bag)
  t.true((await stranger.get(`/bags/${bag}`)).body.is_blind)
  t.is((await stranger.get('/bags')).body.items.length, 1)
  all.clock.move(minute)
  const { body } = await stranger.post(`/bags/${bag}/opening`, { codes })
  t.deepEqual([body.state, body.opened_by.unit], ['opened', '641800'])
  t.deepEqual((await all.db('reviews').distinct('kind').pluck('kind')).sort(), ['jump', 'misrouted'])
})

test('a parcel found in one bag that by the record is sealed in another has left that one', async t => {
  const all = await scenario(t)
  const first = await sealed(all, 2)
  const [strayed = ''] = first.codes
  const { clerk, other } = first
  const more = await atOffice(all, first, 1)
  const { code: second } = (await clerk.post('/bags', { to_unit: giaNghia })).body
  await clerk.post(`/bags/${second}/parcels`, { codes: more })
  await clerk.post(`/bags/${second}/seal`, {})
  for (const bag of [first.bag, second]) await scanned(all, other, 'arrive', bag)
  all.clock.move(minute)
  const { body } = await other.post(`/bags/${second}/opening`, { codes: [...more, strayed] })
  t.deepEqual(body.over, [strayed])
  t.deepEqual(await all.db('reviews').where({ kind: 'out_of_bag' }).pluck('kind'), ['out_of_bag'])
  const inside = (await clerk.get(`/bags/${first.bag}`)).body.parcels as { is_inside: boolean }[]
  t.is(inside.filter(({ is_inside }) => is_inside).length, 1)
})

test('a weight differs beyond what the unit tolerates, a seal where one of both is missing', async t => {
  const all = await scenario(t)
  const { other, bag, codes } = await sealed(all, 1, { weight_g: 900 })
  const { body } = await other.post(`/bags/${bag}/opening`, { codes, weight_g: 1001, seal: 'X1' })
  t.deepEqual(
    body.differences.map(({ kind, code }: { kind: string; code: string | null }) => [kind, code]),
    [
      ['seal', null],
      ['weight', null],
    ],
  )
})

test('a code nobody knows is named, and the bag stays sealed', async t => {
  const all = await scenario(t)
  const { other, bag, codes } = await sealed(all, 1)
  const { status, body } = await other.post(`/bags/${bag}/opening`, { codes: [...codes, 'PA999999990VN'] })
  t.deepEqual([status, body.errors[0].pointer], [422, '/codes/1'])
  t.is((await other.get(`/bags/${bag}`)).body.state, 'sealed')
})

test('two who open a bag at the same moment open it once', async t => {
  const all = await scenario(t)
  const { other, bag, codes } = await sealed(all, 3)
  const colleague = await all.person('clerk', giaNghia)
  const both = await Promise.all([other, colleague].map(who => who.post(`/bags/${bag}/opening`, { codes })))
  t.deepEqual(both.map(({ status }) => status).sort(), [200, 409])
  t.is((await all.db('custody_events').where({ step: 'unpack' })).length, 3)
})
