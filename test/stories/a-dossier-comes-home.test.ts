import test from 'ava'
import { hour, minute } from '../../src/kit/time.ts'
import { hoa, papers } from '../support/papers.ts'
import {
  giaNghia,
  krongNo,
  type Person,
  pc06,
  policeKrongNo,
  type Scenario,
  scan,
  scenario,
} from '../support/scenario.ts'

const sealProcedure = 'seals-province-01'
const districtProcedure = 'identity-district-03'

async function scanned({ clock }: Scenario, who: Person, step: string, code: string, detail = {}) {
  clock.move(minute)
  const { body } = await who.post('/scans', {
    sent_at: clock().toISOString(),
    scans: [scan(step, code, clock(), detail)],
  })
  return body.verdicts[0]
}

test('a dossier goes out through Krông Nô and its result comes home within 48 hours', async t => {
  const all = await scenario(t)
  const { db, clock, anyone } = all
  const [clerk, courier, officer] = [
    await all.person('clerk', krongNo),
    await all.person('courier', krongNo),
    await all.person('officer', policeKrongNo),
  ]

  const taken = await clerk.post('/dossiers', await papers(db, districtProcedure))
  t.is(taken.status, 201, JSON.stringify(taken.body))
  t.regex(taken.body.reference, /^BT642100\d{6}0001$/)
  t.regex(taken.body.parcel.code, /^PA\d{9}VN$/)
  t.regex(taken.body.lookup_code, /^[2-9CFHJKMNPQRTVX]{4}(-[2-9CFHJKMNPQRTVX]{4}){2}$/)
  t.is(taken.body.fees.state.amount, 70_000)
  t.is(taken.body.fees.postage.amount, 26_000 * 2 + 8_000)
  const { reference, lookup_code, parcel } = taken.body

  clock.move(hour)
  t.is((await scanned(all, courier, 'depart', parcel.code)).verdict, 'recorded')
  const early = await officer.post(`/dossiers/${reference}/acceptance`)
  t.is(early.status, 409, 'the desk has not seen it yet')
  clock.move(hour)
  t.is((await scanned(all, officer, 'lodge', parcel.code)).verdict, 'recorded')
  const accepted = await officer.post(`/dossiers/${reference}/acceptance`, {
    due: '2026-11-27',
    official_code: 'G01.885.664-261123-0007',
  })
  t.is(accepted.status, 200, JSON.stringify(accepted.body))
  t.is(accepted.body.status, 'accepted')
  t.is(accepted.body.due_on, '2026-11-27')

  clock.move(24 * hour)
  const result = await officer.post(`/dossiers/${reference}/result`, { kind: 'granted', papers: ['Thẻ căn cước'] })
  t.is(result.body.status, 'result_announced')
  const home = await officer.post('/parcels', { purpose: 'result', dossiers: [reference], weight_g: 60 })
  t.is(home.status, 201, JSON.stringify(home.body))

  clock.move(hour)
  t.is((await scanned(all, clerk, 'hand_back', home.body.code)).verdict, 'recorded')
  const onItsWay = await anyone.post('/track', { code: lookup_code })
  t.is(onItsWay.body.stage, 'coming_home')
  t.is(onItsWay.body.promised_by, '2026-11-26T11:03:00.000+07:00')
  clock.move(hour)
  t.is((await scanned(all, courier, 'load', home.body.code)).verdict, 'recorded')
  clock.move(hour)
  t.is((await scanned(all, courier, 'deliver', home.body.code, { capacity: 'recipient' })).verdict, 'recorded')

  const told = await anyone.post('/track', { code: lookup_code.toLowerCase().replaceAll('-', ' ') })
  t.is(told.body.stage, 'delivered')
  t.is(told.body.applicant, 'N** T** Hoa')
  t.deepEqual(
    told.body.timeline.map((moment: { text: string }) => moment.text),
    [
      'Bưu điện đã nhận hồ sơ',
      'Đã rời bưu cục',
      'Hồ sơ đã đến Công an huyện Krông Nô, đang chờ kiểm tra',
      'Công an đã kiểm tra và tiếp nhận hồ sơ',
      'Đã có kết quả',
      'Bưu điện đã nhận kết quả từ công an',
      'Bưu tá đang đi phát',
      'Đã phát thành công',
    ],
  )
  t.deepEqual((await anyone.post('/track', { code: home.body.code })).body, { stage: 'delivered' })
  const seen = await officer.get(`/dossiers/${reference}`)
  t.is(seen.body.status, 'returned')
})

test('a dossier that the post only receives is handed out at the desk', async t => {
  const all = await scenario(t)
  const { db, clock, anyone } = all
  const [clerk, officer] = [await all.person('clerk', giaNghia), await all.person('officer', pc06)]
  const taken = await clerk.post(
    '/dossiers',
    await papers(db, sealProcedure, { service: 'receive', return_to: 'desk' }),
  )
  const { reference, lookup_code, parcel } = taken.body
  t.is((await scanned(all, officer, 'lodge', parcel.code)).verdict, 'recorded')
  await officer.post(`/dossiers/${reference}/acceptance`)
  await officer.post(`/dossiers/${reference}/result`, { kind: 'granted' })
  clock.move(hour)
  const envelope = await officer.post('/parcels', { purpose: 'result', dossiers: [reference] })
  t.is((await scanned(all, officer, 'return_in_person', envelope.body.code)).verdict, 'recorded')
  const told = await anyone.post('/track', { code: lookup_code })
  t.is(told.body.stage, 'delivered')
  t.is(
    (
      await db('clocks')
        .join('promise_policies', 'promise_policies.id', 'policy_id')
        .where({ clock: 'delivery' })
        .select()
    ).length,
    0,
    'no 48 hours where the post returns nothing',
  )
})

test('a dossier filed elsewhere enters at the desk, and the post brings its result to the counter', async t => {
  const all = await scenario(t)
  const { db, clock, anyone } = all
  const [clerk, officer] = [await all.person('clerk', krongNo), await all.person('officer', policeKrongNo)]
  const intake = await papers(db, 'identity-district-01', {
    service: 'return',
    documents: [],
    return_to: 'post_office',
    official_code: 'G01.885.664-261120-0003',
    due: '2026-11-30',
  })
  const taken = await officer.post('/dossiers', intake)
  t.is(taken.status, 201, JSON.stringify(taken.body))
  t.is(taken.body.parcel, null)
  t.is(taken.body.status, 'accepted')
  const { reference, lookup_code } = taken.body
  await officer.post(`/dossiers/${reference}/result`, { kind: 'granted' })
  const home = await officer.post('/parcels', { purpose: 'result', dossiers: [reference] })
  t.is((await scanned(all, clerk, 'hand_back', home.body.code)).verdict, 'recorded')
  const ready = await anyone.post('/track', { code: lookup_code })
  t.true(ready.body.is_ready)
  const clocks = await db('clocks').whereNotNull('parcel_id').select('stopped_at')
  t.true(
    clocks.length === 2 && clocks.every(({ stopped_at }) => stopped_at !== null),
    'ready at the chosen office keeps the promise',
  )
  clock.move(hour)
  t.is((await scanned(all, clerk, 'deliver', home.body.code, { capacity: 'recipient' })).verdict, 'recorded')
  t.is((await anyone.post('/track', { code: lookup_code })).body.stage, 'delivered')
})

test('a family of three shares one envelope out and one envelope home', async t => {
  const all = await scenario(t)
  const { db } = all
  const [clerk, officer] = [await all.person('clerk', krongNo), await all.person('officer', policeKrongNo)]
  const first = await clerk.post('/dossiers', await papers(db, districtProcedure, { receiver: { name: hoa.name } }))
  const code = first.body.parcel.code
  const references = [first.body.reference]
  for (const name of ['Y Bhĭm Niê', "H'Hen Niê"]) {
    const next = await clerk.post(
      '/dossiers',
      await papers(db, districtProcedure, {
        applicant: { ...hoa, name, id_number: '067090004321' },
        receiver: { name: hoa.name },
        parcel_code: code,
      }),
    )
    t.is(next.status, 201, JSON.stringify(next.body))
    t.is(next.body.parcel.code, code)
    references.push(next.body.reference)
  }
  t.deepEqual(
    references.map(reference => reference.slice(-4)),
    ['0001', '0002', '0003'],
  )
  await scanned(all, officer, 'lodge', code)
  for (const reference of references) {
    t.is((await officer.post(`/dossiers/${reference}/acceptance`)).status, 200)
    await officer.post(`/dossiers/${reference}/result`, { kind: 'granted' })
  }
  const home = await officer.post('/parcels', { purpose: 'result', dossiers: references })
  t.is(home.status, 201, JSON.stringify(home.body))
  await scanned(all, clerk, 'hand_back', home.body.code)
  t.is((await scanned(all, clerk, 'deliver', home.body.code, { capacity: 'recipient' })).verdict, 'recorded')
  t.is((await db('dossiers').whereNotNull('returned_at').select('id')).length, 3)
})

test('an organisation sends a dossier, is asked for a supplement, and gets its result', async t => {
  const all = await scenario(t)
  const { db, clock, anyone } = all
  const [clerk, officer] = [await all.person('clerk', giaNghia), await all.person('officer', pc06)]
  const applicant = {
    kind: 'organisation',
    name: 'Công ty TNHH Cà phê Đắk Nông',
    tax_code: '6400123456',
    representative: 'Trần Văn Bình',
    phone: '02613849053',
    address: { line: '25 Huỳnh Thúc Kháng', unit_code: '24612' },
  }
  const taken = await clerk.post(
    '/dossiers',
    await papers(db, sealProcedure, {
      applicant,
      submitter: { name: 'Lê Thị Lan' },
      documents: (await papers(db, sealProcedure))['documents'],
    }),
  )
  t.is(taken.status, 201, JSON.stringify(taken.body))
  const { reference, lookup_code, parcel } = taken.body
  await scanned(all, officer, 'lodge', parcel.code)
  const asked = await officer.post(`/dossiers/${reference}/supplement-request`, {
    items: ['Giấy giới thiệu có đóng dấu'],
    reason: 'Giấy giới thiệu chưa đóng dấu',
    until: '2026-12-01',
  })
  t.is(asked.body.status, 'supplement_requested')
  t.deepEqual((await anyone.post('/track', { code: lookup_code })).body.supplement.items, [
    'Giấy giới thiệu có đóng dấu',
  ])
  const more = await clerk.post('/parcels', { purpose: 'supplement', dossiers: [reference] })
  t.is((await scanned(all, clerk, 'accept', more.body.code)).verdict, 'recorded')
  clock.move(hour)
  t.is((await scanned(all, officer, 'lodge', more.body.code)).verdict, 'recorded')
  t.is((await officer.post(`/dossiers/${reference}/supplement`)).body.status, 'taken_in')
  t.is((await officer.post(`/dossiers/${reference}/acceptance`, { due: '2026-11-30' })).body.status, 'accepted')
  await officer.post(`/dossiers/${reference}/result`, { kind: 'granted' })
  const home = await officer.post('/parcels', { purpose: 'result', dossiers: [reference] })
  await scanned(all, clerk, 'hand_back', home.body.code)
  t.is((await scanned(all, clerk, 'deliver', home.body.code, { capacity: 'authorised' })).verdict, 'recorded')
})
