import test from 'ava'
import { watch } from '../../src/promises/watch.ts'
import { atKrongNo, onItsWayHome, scanned } from '../support/at-krong-no.ts'
import { papers } from '../support/papers.ts'
import { promiseOf, tickAt } from '../support/promised.ts'
import { giaNghia, scan, scenario } from '../support/scenario.ts'
import { faultsOf } from '../support/verified.ts'

const inTheCity = {
  name: 'Trần Văn Bình',
  phone: '0903111222',
  address: { line: '12 Lê Lợi, phường Bến Nghé, thành phố Hồ Chí Minh', unit_code: 'out_of_province' },
}
const typed = { fees: { postage: { amount: 61_500, note: 'bảng giá liên tỉnh tại quầy' } } }

test('a result whose receiver lives beyond the province goes with the national network, within its own time', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { home, lookup_code } = await onItsWayHome(all, staff, { receiver: inTheCity, ...typed })

  // Six working days of the counter: Tuesday is a holiday, it is open on Saturday.
  t.deepEqual(await promiseOf(all, home).then(({ began, due }) => [began, due]), ['23T08:03', '01T17:00'])
  t.is((await all.db('clocks').whereNotNull('parcel_id').whereNull('stopped_at')).length, 1, 'nobody promised 48 hours')
  t.like(await all.db('parcels').where({ code: home }).first(), { zone: 'out_of_province', destination_unit: giaNghia })

  // The provincial office hands it to the carrier, and answers for it.
  await scanned(all, staff.courier, 'depart', home)
  const central = await all.person('clerk', giaNghia)
  await scanned(all, central, 'arrive', home)
  await scanned(all, central, 'depart', home)
  t.like((await central.get(`/parcels/${home}`)).body, { holder: { kind: 'carrier' } })
  t.regex(await (await fetch(`${all.url}/tra-cuu/${lookup_code}`)).text(), /đang được chuyển về|đang trên đường/i)

  // Three days without a word: somebody has to ask the network.
  await tickAt(all, '2026-11-26T08:30')
  await watch(all.db, all.clock())
  const silent = () => all.db('alerts').where({ watch: 'silent' }).whereNull('closed_at').pluck('unit_id')
  t.deepEqual(await silent(), [giaNghia])

  // The network reports it delivered on Thursday; the office that gave it away types that in, nobody else can.
  const delivered = { ...scan('deliver', home, new Date('2026-11-26T15:20:00+07:00')), source: 'paper' }
  all.clock.set('2026-11-27T08:00:00+07:00')
  const sent_at = all.clock().toISOString()
  const elsewhere = await staff.clerk.post('/scans', { sent_at, scans: [{ ...delivered, id: crypto.randomUUID() }] })
  t.is(elsewhere.body.verdicts[0].verdict, 'for_review')
  const { body } = await central.post('/scans', { sent_at, scans: [delivered] })
  t.is(body.verdicts[0].verdict, 'recorded', JSON.stringify(body.verdicts[0]))
  t.like(await promiseOf(all, home), { ended: '26T15:20' })
  await watch(all.db, all.clock())
  t.deepEqual(await silent(), [])
  t.deepEqual(await faultsOf(all), [])
})

test('what the national network could not deliver comes back by the office that has it in hand', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { home } = await onItsWayHome(all, staff, { receiver: inTheCity, ...typed })
  const central = await all.person('clerk', giaNghia)
  await scanned(all, staff.courier, 'depart', home)
  await scanned(all, central, 'arrive', home)
  await scanned(all, central, 'depart', home)
  all.clock.set('2026-11-30T09:00:00+07:00')
  await scanned(all, central, 'arrive', home)
  t.like((await central.get(`/parcels/${home}`)).body, { holder: { kind: 'post_office' } })
})

test('an address beyond the province is whole, its postage is typed, and its desk is chosen', async t => {
  const all = await scenario(t)
  const { clerk } = await atKrongNo(all)
  const intake = (change: Record<string, unknown>) => papers(all.db, 'identity-district-03', change)
  const short = { ...inTheCity, address: { ...inTheCity.address, line: 'Tổ 3' } }
  const vague = await clerk.post('/dossiers', await intake({ receiver: short }))
  t.is(vague.body.errors[0].pointer, '/receiver/address/line')
  const { body } = await clerk.post('/dossiers', await intake({ receiver: inTheCity }))
  t.is(body.fees.postage.amount, null, 'which region it is nobody told us')
  const applicant = { kind: 'person', ...inTheCity, id_kind: 'cccd', id_number: '079085000777' }
  const nowhere = await clerk.post('/dossiers', await intake({ applicant }))
  t.is(nowhere.body.errors[0].pointer, '/desk')
  t.is((await clerk.post('/dossiers', await intake({ applicant, desk: 'police-667' }))).status, 201)
})

test('within the province nobody types in a delivery by the national network without being asked', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { home } = await onItsWayHome(all, staff)
  await scanned(all, staff.clerk, 'depart', home)
  await scanned(all, staff.clerk, 'deliver', home, { capacity: 'recipient' })
  const reviews: string[] = await all.db('reviews').whereNull('withdrawn_at').pluck('kind')
  t.deepEqual(reviews, ['jump'])
})

test('no courier of ours sets out with what is bound beyond the province', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { home } = await onItsWayHome(all, staff, { receiver: inTheCity, ...typed })
  const { body } = await staff.clerk.post('/rounds', { courier: staff.courier.id, codes: [home] })
  t.regex(body.errors[0].detail, /người nhận ở ngoài tỉnh/)
})

for (const [line, is] of [
  ['Tổ 3, thị trấn Đắk Mâm, huyện Krông Nô, tỉnh Đắk Nông', 'in the province'],
  ['Số 1, thành phố Gia Nghĩa', 'in the province'],
  ['Số 9 tỉnh lộ 4, thị trấn Đắk Mâm', 'not whole'],
  ['45 Phan Xích Long, quận Phú Nhuận, TP.HCM', 'whole'],
  ['Thôn 2, xã Ea Kao, tỉnh Đắk Lắk', 'whole'],
] as const)
  test(`beyond the province, “${line}” is ${is}`, async t => {
    const all = await scenario(t)
    const { clerk } = await atKrongNo(all)
    const receiver = { ...inTheCity, address: { line, unit_code: 'out_of_province' } }
    const { status, body } = await clerk.post('/dossiers', await papers(all.db, 'identity-district-03', { receiver }))
    if (is === 'whole') t.is(status, 201, JSON.stringify(body))
    else t.is(body.errors[0].pointer, '/receiver/address/line')
  })
