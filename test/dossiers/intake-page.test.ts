import test from 'ava'
import { krongNo, policeKrongNo, type Scenario, scenario } from '../support/scenario.ts'
import { type Desk, deskOf, untouched } from '../support/staff-browser.ts'

const form = '/staff/counter/new'
const district = 'identity-district-03'
const hoa = {
  'applicant.name': 'Nguyễn Thị Hoa',
  'applicant.phone': '0912 345 678',
  'applicant.id_number': '067 190 001 234',
  'applicant.address.line': 'Tổ 3',
  'applicant.address.unit_code': '24688',
}

async function counter(all: Scenario) {
  const desk = await deskOf(all, await all.person('clerk', krongNo))
  const empty = untouched((await desk.get(`${form}?procedure=${district}`)).text, 'intake')
  return { desk, empty }
}

const dossiersIn = async ({ db }: Scenario) => (await db('dossiers').select('id')).length

test('an intake form as it comes, with a name and an address, makes a dossier', async t => {
  const all = await scenario(t)
  const { desk, empty } = await counter(all)
  const sent = await desk.post(form, { ...empty, ...hoa })
  t.is(sent.status, 303, sent.text.slice(0, 400))
  t.regex(String(sent.location), /^\/staff\/dossiers\/BT642100\d{10}\?done=intake$/)
  const shown = await desk.get(String(sent.location))
  t.true(shown.text.includes('Đã nhận hồ sơ'))
})

test('an empty form names everything that is missing at once and keeps what was typed', async t => {
  const all = await scenario(t)
  const { desk, empty } = await counter(all)
  const sent = await desk.post(form, {
    ...empty,
    'applicant.kind': 'organisation',
    'applicant.phone': '12',
    'documents.0.originals': '0',
    'fees.state.amount': '50.000',
    weight_g: 'nặng',
  })
  t.is(sent.status, 422)
  for (const words of [
    'Còn thiếu: Đơn đề nghị cấp lại.',
    'Xin ghi tên chủ hồ sơ.',
    'Số điện thoại này không thể có.',
    'Quý đơn vị xin cho biết mã số thuế.',
    'Xin chọn xã, phường của chủ hồ sơ.',
    'Xin ghi nguồn của mức lệ phí.',
    'Xin ghi số gam.',
  ])
    t.is(sent.text.split(words).length - 1, 2, `${words}: above the form and beside its field`)
  for (const [name, value] of [
    ['applicant.phone', '12'],
    ['weight_g', 'nặng'],
    ['fees.state.amount', '50.000'],
  ])
    t.regex(sent.text, new RegExp(`name="${name}"[^>]*value="${value}"`), `${name} is kept`)
  t.is(await dossiersIn(all), 0)
})

test('a form sent twice makes one dossier, and the second answer is the first', async t => {
  const all = await scenario(t)
  const { desk, empty } = await counter(all)
  const first = await desk.post(form, { ...empty, ...hoa })
  const again = await desk.post(form, { ...empty, ...hoa })
  t.is(again.location, first.location)
  t.is(await dossiersIn(all), 1)
  const changed = await desk.post(form, { ...empty, ...hoa, 'applicant.name': 'Y Bhĭm Niê' })
  t.is(changed.status, 422)
  t.true(changed.text.includes('Biểu mẫu này đã gửi'))
  t.is(await dossiersIn(all), 1)
})

test('an amount is read as people write it', async t => {
  const all = await scenario(t)
  const { desk, empty } = await counter(all)
  await desk.post(form, { ...empty, ...hoa, 'fees.state.amount': '50.000 đ', 'fees.state.note': 'biên lai mẫu' })
  t.is((await all.db('dossiers').first('state_fee_amount'))?.state_fee_amount, 50_000)
})

test('an identity card scanned into the number’s field fills the form without a script', async t => {
  const all = await scenario(t)
  const { desk, empty } = await counter(all)
  const card = '067190001234||Nguyễn Thị Hoa|01011990|Nữ|Tổ 3, Đắk Mâm|01012022'
  const filled = await desk.post(form, { ...empty, 'applicant.id_number': card })
  t.is(filled.status, 200)
  t.regex(filled.text, /name="applicant.name"[^>]*value="Nguyễn Thị Hoa"/)
  const bent = await desk.post(form, { ...empty, 'applicant.id_number': card.replace('Nguyễn', 'Nguye64n') })
  t.true(bent.text.includes('Xin gõ lại họ tên'))
})

test('a desk enters a dossier filed elsewhere with the same form', async t => {
  const all = await scenario(t)
  const desk = await deskOf(all, await all.person('officer', policeKrongNo))
  const path = '/staff/desk/new'
  const empty = untouched((await desk.get(`${path}?procedure=identity-district-01`)).text, 'intake')
  const sent = await desk.post(path, { ...empty, ...hoa, due: '2026-12-01' })
  t.is(sent.status, 303, sent.text.slice(0, 400))
  t.is((await all.db('dossiers').first('status', 'service'))?.status, 'accepted')
})

test('a procedure that may not be sent by post is explained instead of taken in', async t => {
  const all = await scenario(t)
  const { desk, empty } = await counter(all)
  const page = await desk.get(`${form}?procedure=identity-district-01`)
  t.true(page.text.includes('Bưu điện không nhận hồ sơ thủ tục này'))
  const forced = await desk.post(form, { ...empty, ...hoa, procedure: 'identity-district-01' })
  t.is(forced.status, 422)
})

test('forms of others, forged forms and other roles are refused', async t => {
  const all = await scenario(t)
  const { desk, empty } = await counter(all)
  t.is((await desk.post(form, { ...empty, ...hoa }, 'forged')).status, 403)
  const courier = await deskOf(all, await all.person('courier', krongNo))
  t.is((await courier.get(form)).status, 403)
  t.is((await courier.post(form, hoa)).status, 403)
  t.is((await fetch(`${all.url}/staff/counter`, { redirect: 'manual' })).status, 302)
  t.is(await dossiersIn(all), 0)
})

test('the finder needs no marks, and shows first what is taken in here most', async t => {
  const all = await scenario(t)
  const { desk, empty } = await counter(all)
  const found = await finderOf(desk, '?q=ho+chieu')
  t.true(found.includes('hộ chiếu'))
  t.false((await finderOf(desk, '')).includes('Hay nhận ở đây'))
  await desk.post(form, { ...empty, ...hoa })
  t.true((await finderOf(desk, '')).includes('Hay nhận ở đây'))
})

const finderOf = async (desk: Desk, query: string) => (await desk.get(`/staff/counter${query}`)).text
