import { randomUUID } from 'node:crypto'
import test from 'ava'
import { addMs, day, minute } from '../../src/kit/time.ts'
import { atOffice, packed, sealed, told } from '../support/bagged.ts'
import { giaNghia, krongNo, policeKrongNo, scan, scenario } from '../support/scenario.ts'

test('a parcel is in at most one bag: of two who pack it at the same moment one is told where it is', async t => {
  const all = await scenario(t)
  const { clerk, codes, bag } = await packed(all, 0)
  const [code = ''] = codes.length ? codes : await atOffice(all, { clerk } as never, 1)
  const colleague = await all.person('clerk', krongNo)
  const { body: second } = await colleague.post('/bags', { to_unit: policeKrongNo })
  const both = await Promise.all([
    clerk.post(`/bags/${bag}/parcels`, { codes: [code] }),
    colleague.post(`/bags/${second.code}/parcels`, { codes: [code] }),
  ])
  t.deepEqual(both.map(({ status }) => status).sort(), [200, 422])
  const refused = both.find(({ status }) => status === 422)
  t.regex(refused?.body.errors[0].detail, new RegExp(`${code}: đang ở trong túi TT`))
  t.is((await all.db('bag_parcels').where({ is_inside: true })).length, 1)
  await t.throwsAsync(
    async () => {
      const other = await all.db('bags').whereNotIn('id', all.db('bag_parcels').select('bag_id')).first('id')
      const parcel_id = (await all.db('bag_parcels').first('parcel_id'))?.parcel_id
      await all.db('bag_parcels').insert({ bag_id: String(other?.id), parcel_id: String(parcel_id), is_inside: true })
    },
    { code: '23505' },
    'the schema says so too',
  )
})

test('what is packed can be taken out again while the bag is open, and packed elsewhere', async t => {
  const all = await scenario(t)
  const { clerk, codes, bag } = await packed(all, 2)
  const [out = '', stays = ''] = codes
  const left = await clerk.post(`/bags/${bag}/removals`, { codes: [out] })
  t.deepEqual([left.status, left.body.count], [200, 1], JSON.stringify(left.body))
  t.is((await clerk.post(`/bags/${bag}/removals`, { codes: [out] })).status, 422, 'it is not in there')
  const { body: second } = await clerk.post('/bags', { to_unit: giaNghia })
  all.clock.move(minute)
  t.is((await clerk.post(`/bags/${second.code}/parcels`, { codes: [out] })).body.count, 1)
  t.deepEqual(await all.db('reviews'), [], 'nobody has to ask')
  const again = await clerk.post(`/bags/${bag}/parcels`, { codes: [stays] })
  t.deepEqual([again.status, again.body.count], [200, 1], 'what is in stays in')
  t.is((await all.db('custody_events').where({ step: 'pack' })).length, 3, 'and is not said twice')
})

test('packing takes only what lies at the office, and the clerk hears of each code', async t => {
  const all = await scenario(t)
  const { clerk, other, codes, bag, ...staff } = await packed(all, 1)
  const [gone = '', here = ''] = await atOffice(all, { clerk, ...staff }, 2)
  await told(all, staff.courier, scan('depart', gone, all.clock()))
  const { status, body } = await clerk.post(`/bags/${bag}/parcels`, { codes: [here, gone, 'PA999999990VN'] })
  t.is(status, 422)
  t.deepEqual(
    body.errors.map(({ pointer }: { pointer: string }) => pointer),
    ['/codes/2'],
    'unknown codes are named first',
  )
  const known = await clerk.post(`/bags/${bag}/parcels`, { codes: [here, gone] })
  t.deepEqual([known.body.errors.length, known.body.errors[0].pointer], [1, '/codes/1'])
  t.is((await clerk.get(`/bags/${bag}`)).body.count, 1, 'nothing was packed')
  t.is(codes.length, 1)
  t.is((await other.post(`/bags/${bag}/parcels`, { codes: [here] })).status, 403, 'only its maker packs it')
})

test('the seal freezes the contents, for people, scans and the database itself', async t => {
  const all = await scenario(t)
  const { clerk, codes, bag, ...staff } = await sealed(all, 2)
  const [extra = ''] = await atOffice(all, { clerk, ...staff }, 1)
  t.is((await clerk.post(`/bags/${bag}/parcels`, { codes: [extra] })).body.code, 'bag_not_open')
  t.is((await clerk.post(`/bags/${bag}/removals`, { codes: codes.slice(0, 1) })).body.code, 'bag_not_open')
  t.is((await clerk.post(`/bags/${bag}/seal`, {})).body.code, 'bag_not_open')
  const late = await told(all, clerk, scan('pack', extra, all.clock(), { bag }))
  t.deepEqual([late.verdict, late.reason], ['refused', 'bag_not_open'], 'also for the scan station')
  const nowhere = await told(all, clerk, scan('pack', extra, all.clock(), { bag: 'TT0000000000000000' }))
  t.is(nowhere.reason, 'unknown_bag')
  const row = await all.db('bag_parcels').first('*')
  const parcel_id = (await all.db('parcels').where({ code: extra }).first('id'))?.id
  for (const change of [
    () => all.db('bag_parcels').insert({ bag_id: String(row?.bag_id), parcel_id: String(parcel_id), is_inside: true }),
    () =>
      all
        .db('bag_parcels')
        .where({ parcel_id: row?.parcel_id as string })
        .delete(),
    () => all.db('bags').update({ state: 'open' }),
    () => all.db('bags').update({ seal_number: 'KHAC' }),
  ])
    await t.throwsAsync(async () => change(), { code: '42501' })
})

test('who packs and who seals at the same moment wait for each other: what is in is moved with the bag', async t => {
  const all = await scenario(t)
  const { clerk, bag, driver, ...staff } = await packed(all, 1)
  const more = await atOffice(all, { clerk, ...staff }, 6)
  const colleague = await all.person('clerk', krongNo)
  const packings = more.map(code => colleague.post(`/bags/${bag}/parcels`, { codes: [code] }))
  await packings[0]
  const [seal, ...rest] = await Promise.all([clerk.post(`/bags/${bag}/seal`, {}), ...packings])
  t.is(seal.status, 200, JSON.stringify(seal.body))
  const count = rest.filter(({ status }) => status === 200).length
  t.true(rest.every(({ status, body }) => status === 200 || body.code === 'bag_not_open'))
  t.is((await clerk.get(`/bags/${bag}`)).body.count, count + 1)
  all.clock.move(minute)
  await told(all, driver, scan('depart', bag, all.clock()))
  t.is((await all.db('custody_events').where({ step: 'depart' })).length, count + 1)
})

test('a unit whose policy asks for seal and weight is refused without them; an empty bag is never sealed', async t => {
  const all = await scenario(t)
  const { clerk, bag } = await packed(all, 1)
  await all.owner('bag_policies').insert({ unit_id: krongNo, needs_seal: true, needs_weight: true })
  const bare = await clerk.post(`/bags/${bag}/seal`, {})
  t.deepEqual(
    [bare.status, bare.body.errors.map(({ pointer }: { pointer: string }) => pointer)],
    [422, ['/seal', '/weight_g']],
  )
  const { body } = await clerk.post(`/bags/${bag}/seal`, { seal: ' np-17 ', weight_g: 900 })
  t.deepEqual([body.state, body.seal, body.weight_g], ['sealed', 'NP17', 900])
  const { body: empty } = await clerk.post('/bags', { to_unit: giaNghia })
  t.is((await clerk.post(`/bags/${empty.code}/seal`, { seal: '1', weight_g: 1 })).body.code, 'empty_bag')
})

test('a request sent twice is one: made, packed, sealed and opened once', async t => {
  const all = await scenario(t)
  const { clerk, other, codes, bag } = await packed(all, 2)
  const twice = async (who: typeof clerk, path: string, body: object) => {
    const key = { 'Idempotency-Key': `"${randomUUID()}"` }
    const [first, again] = [await who.post(path, body, key), await who.post(path, body, key)]
    t.true(first.status < 300, JSON.stringify(first.body))
    t.deepEqual([again.status, again.body], [first.status, first.body])
  }
  await twice(clerk, '/bags', { to_unit: giaNghia })
  await twice(clerk, `/bags/${bag}/parcels`, { codes })
  await twice(clerk, `/bags/${bag}/seal`, {})
  await twice(other, `/bags/${bag}/opening`, { codes })
  t.is((await other.post(`/bags/${bag}/opening`, { codes })).body.code, 'bag_opened')
  t.is((await all.db('bags')).length, 2)
})

test('a bag is closed to those at neither end, and each end does its own part', async t => {
  const all = await scenario(t)
  const { clerk, other, courier, codes, bag } = await sealed(all, 1)
  const stranger = await all.person('clerk', '641800')
  for (const path of [`/bags/${bag}`, `/bags/${bag}/label.pdf`])
    t.is((await stranger.get(path).catch(() => ({ status: 200 }))).status, 404)
  for (const [path, body] of [
    ['parcels', { codes }],
    ['removals', { codes }],
    ['seal', {}],
    ['opening', { codes }],
    [`differences/${randomUUID()}/closing`, { reason: 'x' }],
  ] as const)
    t.is((await stranger.post(`/bags/${bag}/${path}`, body)).status, 404, path)
  t.deepEqual((await stranger.get('/bags?which=unfinished')).body.items, [])
  t.is((await other.file(`/bags/${bag}/label.pdf`)).status, 404, 'the label says what only the count may show')
  t.is((await other.post(`/bags/${bag}/seal`, {})).status, 403)
  t.is((await courier.get(`/bags/${bag}`)).status, 403)
  t.is((await courier.post('/bags', { to_unit: giaNghia })).status, 403)
  t.is((await clerk.post('/bags', { to_unit: krongNo })).status, 422, 'a bag goes elsewhere')
  t.is((await clerk.post('/bags', { to_unit: 'nowhere' })).status, 404)
})

test('a phone twenty days ahead is told so of a bag as of a parcel', async t => {
  const all = await scenario(t)
  const { driver, bag } = await sealed(all, 1)
  const ahead = addMs(all.clock(), 20 * day)
  const { body } = await driver.post('/scans', { sent_at: ahead.toISOString(), scans: [scan('depart', bag, ahead)] })
  t.like(body.verdicts[0], { verdict: 'refused', reason: 'too_far_in_the_future' })
})
