import test from 'ava'
import { atKrongNo, onItsWayHome, scanned, takenIn } from '../support/at-krong-no.ts'
import { krongNo, policeKrongNo, type Scenario, scenario } from '../support/scenario.ts'
import { deskOf, untouched } from '../support/staff-browser.ts'

const mark = 'chưa xác minh'

/** What stands beside a label of a summary list. */
const beside = (html: string, label: string) => html.split(`>${label}</dt>`)[1]?.split('</dd>')[0] ?? `no ${label}`
const isMarked = (html: string, label: string) => beside(html, label).includes(mark)
const pageOf = async (all: Scenario, code: string) => (await fetch(`${all.url}/tra-cuu/${code}`)).text()
const ratesAre = (all: Scenario, is_verified: boolean) => all.owner('postage_rates').update({ is_verified })

/** What was quoted is quoted by the price list of that day, whatever the list becomes. */
for (const is_verified of [true, false])
  test(`postage of ${is_verified ? 'a ' : 'an un'}verified price list says ${is_verified ? 'nothing' : 'so'}`, async t => {
    const all = await scenario(t)
    await ratesAre(all, is_verified)
    const staff = await atKrongNo(all)
    const clerk = await deskOf(all, staff.clerk)
    const intake = await clerk.get('/staff/counter/new?procedure=identity-district-03')
    t.is(isMarked(intake.text, 'Cước bưu điện'), !is_verified)
    const payment = { payer: 'recipient', when: 'delivery', method: 'cash' }
    const { reference, lookup_code } = await onItsWayHome(all, staff, { payment })
    await ratesAre(all, !is_verified)
    const at = `/staff/dossiers/${reference}`
    t.is(isMarked((await clerk.get(at)).text, 'Cước bưu điện'), !is_verified)
    const [, collects = ''] = (await clerk.get(`${at}?done=intake`)).text.split('Không thu tại quầy: cước')
    t.is((collects.split('lệ phí')[0] ?? '').includes(mark), !is_verified)
    const [, pays = ''] = (await pageOf(all, lookup_code)).split('<p>Cước bưu điện')
    t.is((pays.split('</p>')[0] ?? '').includes(mark), !is_verified)
  })

test('postage that the clerk typed with its source is not called unverified', async t => {
  const all = await scenario(t)
  await ratesAre(all, false)
  const staff = await atKrongNo(all)
  const fees = { postage: { amount: 40_000, note: 'bảng giá tỉnh' } }
  const { reference } = await takenIn(all, staff, { fees })
  t.false(isMarked((await (await deskOf(all, staff.clerk)).get(`/staff/dossiers/${reference}`)).text, 'Cước bưu điện'))
})

for (const [what, unsettle, is_marked] of [
  ['calendar and holidays that are verified', async () => {}, false],
  [
    'an unverified calendar',
    async ({ owner }: Scenario) => owner('calendars').where({ id: 'agency' }).update({ is_verified: false }),
    true,
  ],
  [
    'an unverified holiday on its way',
    async ({ owner }: Scenario) => owner('holidays').where({ day: '2026-11-24' }).update({ is_verified: false }),
    true,
  ],
] as const)
  test(`a day worked out by ${what} ${is_marked ? 'says so' : 'is not marked'}`, async t => {
    const all = await scenario(t)
    await all.owner('procedures').update({ unverified: [] })
    await all.owner('holidays').update({ is_verified: true })
    await all.owner('calendars').update({ is_verified: true })
    await unsettle(all)
    const staff = await atKrongNo(all)
    const { reference, lookup_code, parcel } = await takenIn(all, staff)
    await scanned(all, staff.officer, 'lodge', parcel.code)
    await staff.officer.post(`/dossiers/${reference}/acceptance`)
    const officer = await deskOf(all, staff.officer)
    const page = (await officer.get(`/staff/dossiers/${reference}`)).text
    t.is(isMarked(page, 'Hẹn trả'), is_marked)
    t.is(isMarked(page, 'Giải quyết hồ sơ'), is_marked)
    t.is((await officer.get('/staff/desk')).text.includes(mark), is_marked)
    const [, answer = ''] = (await pageOf(all, lookup_code)).split('<p>Ngày hẹn trả kết quả')
    t.is((answer.split('</p>')[0] ?? '').includes(mark), is_marked)
    await staff.officer.post(`/dossiers/${reference}/extension`, { reason: 'chờ xác minh', due: '2026-12-10' })
    t.false(isMarked((await officer.get(`/staff/dossiers/${reference}`)).text, 'Hẹn trả'), 'a day the officer named')
  })

for (const agency_code_is_ours of [true, false])
  test(`an official code with ${agency_code_is_ours ? 'our own' : 'the'} desk code ${agency_code_is_ours ? 'says so' : 'is not marked'}`, async t => {
    const all = await scenario(t)
    await all.owner('units').where({ id: policeKrongNo }).update({ is_register: true, agency_code_is_ours })
    const staff = await atKrongNo(all)
    const { reference, lookup_code, parcel } = await takenIn(all, staff)
    await scanned(all, staff.officer, 'lodge', parcel.code)
    await staff.officer.post(`/dossiers/${reference}/acceptance`, { due: '2026-12-10' })
    const desk = await deskOf(all, staff.officer)
    t.is(isMarked((await desk.get(`/staff/dossiers/${reference}`)).text, 'Mã hồ sơ'), agency_code_is_ours)
    const [, numbers = ''] = (await desk.get(`/staff/dossiers/${reference}?done=intake`)).text.split('>Mã hồ sơ</dt>')
    t.is((numbers.split('</dd>')[0] ?? '').includes(mark), agency_code_is_ours)
    t.is(isMarked(await pageOf(all, lookup_code), 'Mã hồ sơ của công an'), agency_code_is_ours)
  })

for (const [basis, is_marked] of [
  ['by name', true],
  ['confirmed', false],
] as const)
  test(`the office of a delivery area ${basis} is ${is_marked ? '' : 'not '}marked`, async t => {
    const all = await scenario(t)
    await all.owner('delivery_areas').update({ basis })
    const staff = await atKrongNo(all)
    const clerk = await deskOf(all, staff.clerk)
    const form = '/staff/counter/new?procedure=identity-district-03'
    const typed = {
      ...untouched((await clerk.get(form)).text, 'intake'),
      'applicant.name': 'Nguyễn Thị Hoa',
      'applicant.phone': '0912345678',
      'applicant.id_number': '067190001234',
      'applicant.address.line': 'Tổ 3',
      'applicant.address.unit_code': '24688',
    }
    const quoted = await clerk.post('/staff/counter/quote', typed)
    t.is(isMarked(quoted.text, 'Bưu cục phát'), is_marked)
    const { reference } = await takenIn(all, staff)
    t.is(isMarked((await clerk.get(`/staff/dossiers/${reference}`)).text, 'Trả kết quả'), is_marked)
    const own = await takenIn(all, staff, { return_to: 'post_office', post_office: krongNo })
    t.false(isMarked((await clerk.get(`/staff/dossiers/${own.reference}`)).text, 'Trả kết quả'), 'chosen by a person')
  })
