import test from 'ava'
import { minute } from '../../src/kit/time.ts'
import { type AtKrongNo, atKrongNo, onItsWayHome, scanned, takenIn } from '../support/at-krong-no.ts'
import { hoa, papers } from '../support/papers.ts'
import { giaNghia, pc06, type Scenario, scan, scenario } from '../support/scenario.ts'

/** A dossier of Hoa's whose result the desk has; `change` says what is different. */
async function decided(all: Scenario, staff: AtKrongNo, change = {}) {
  const { reference, parcel } = await takenIn(all, staff, change)
  await scanned(all, staff.officer, 'lodge', parcel.code)
  await staff.officer.post(`/dossiers/${reference}/acceptance`)
  await staff.officer.post(`/dossiers/${reference}/result`, { kind: 'granted' })
  return reference
}

const envelope = async ({ officer }: AtKrongNo, dossiers: string[], purpose = 'result') =>
  (await officer.post('/parcels', { purpose, dossiers })).body.code

test('results for two people, two addresses or two offices do not share an envelope', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const first = await decided(all, staff)
  const ngan = await decided(all, staff, { receiver: { name: 'Lê Thị Ngân' } })
  t.is(await envelope(staff, [first, ngan]), 'other_receiver')
  const moved = await decided(all, staff, { applicant: { ...hoa, address: { ...hoa.address, line: 'Tổ 9' } } })
  t.is(await envelope(staff, [first, moved]), 'other_receiver')
  const counter = await decided(all, staff, { return_to: 'post_office', post_office: giaNghia })
  t.is(await envelope(staff, [first, counter]), 'other_way_home')
})

test('results of two desks do not share an envelope, though one officer works at both', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const both = { id: crypto.randomUUID(), person_id: staff.officer.id, role: 'officer' as const, since: all.clock() }
  await all.db('assignments').insert({ ...both, unit_id: pc06 })
  const first = await decided(all, staff)
  const second = (await staff.clerk.post('/dossiers', await papers(all.db, 'identity-province-03'))).body
  all.clock.move(minute)
  const lodge = scan('lodge', second.parcel.code, all.clock())
  await staff.officer.post('/scans', { sent_at: all.clock().toISOString(), unit: pc06, scans: [lodge] })
  await staff.officer.post(`/dossiers/${second.reference}/acceptance`)
  await staff.officer.post(`/dossiers/${second.reference}/result`, { kind: 'granted' })
  t.is(await envelope(staff, [first, second.reference]), 'other_way_home')
  t.regex(await envelope(staff, [second.reference]), /^PA\d{9}VN$/)
})

test('an envelope home is made by the desk that decides, of what is decided', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { reference } = await takenIn(all, staff)
  for (const purpose of ['result', 'refused_papers']) t.is(await envelope(staff, [reference], purpose), 'not_ready')
  const ready = await decided(all, staff)
  t.is(await envelope(staff, [ready], 'refused_papers'), 'not_ready')
  t.is((await staff.clerk.post('/parcels', { purpose: 'result', dossiers: [ready] })).body.code, 'other_desk')
  const foreign = await all.person('officer', pc06)
  t.is((await foreign.post('/parcels', { purpose: 'result', dossiers: [ready] })).status, 404)
})

test('one result made into an envelope twice at once goes into one', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const reference = await decided(all, staff)
  const made = await Promise.all(
    [1, 2, 3, 4].map(() => staff.officer.post('/parcels', { purpose: 'result', dossiers: [reference] })),
  )
  t.deepEqual(made.map(({ status }) => status).sort(), [201, 409, 409, 409])
})

test('an envelope goes into the hands that the strictest of its results asks for', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const both = []
  for (const hands of ['household', 'recipient_only'] as const) {
    const reference = await decided(all, staff)
    const fields = all.db('procedure_fields').where({ hands }).select('id')
    const procedure = await all.db('procedures').whereIn('field_id', fields).first('id')
    await all
      .db('dossiers')
      .where({ reference })
      .update({ procedure_id: procedure?.id ?? 0 })
    both.push(reference)
  }
  const code = await envelope(staff, both)
  t.is((await all.db('parcels').where({ code }).first('hands'))?.hands, 'recipient_only')
})

test('a supplement travels only while it is awaited, and once at a time', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { reference, parcel } = await takenIn(all, staff)
  const supplement = async () =>
    (await staff.clerk.post('/parcels', { purpose: 'supplement', dossiers: [reference] })).body.code
  t.is(await supplement(), 'not_awaited')
  await scanned(all, staff.officer, 'lodge', parcel.code)
  const asked = { items: ['Đơn'], reason: 'thiếu', until: '2026-12-31' }
  await staff.officer.post(`/dossiers/${reference}/supplement-request`, asked)
  const first = await supplement()
  t.regex(first, /^PA\d{9}VN$/)
  t.is(await supplement(), 'already_in_parcel')
})

test('what the police took back was not returned to anybody', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { reference, home, lookup_code } = await onItsWayHome(all, staff)
  await scanned(all, staff.officer, 'take_back', home)
  t.is((await staff.officer.get(`/dossiers/${reference}`)).body.status, 'result_announced')
  t.is((await all.anyone.post('/track', { code: lookup_code })).body.stage, 'at_police')
})
