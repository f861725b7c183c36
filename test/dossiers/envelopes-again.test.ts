import test from 'ava'
import { type AtKrongNo, atKrongNo, onItsWayHome, scanned, takenIn } from '../support/at-krong-no.ts'
import { hoa } from '../support/papers.ts'
import { krongNo, type Scenario, scenario } from '../support/scenario.ts'
import { whileHeld } from '../support/waiting.ts'

const withdraw = async ({ clerk }: AtKrongNo, reference: string) =>
  (await clerk.post(`/dossiers/${reference}/withdrawal`, { reason: 'đổi ý' })).body

/** Two dossiers in one envelope at the counter. */
async function together(all: Scenario, staff: AtKrongNo) {
  const first = await takenIn(all, staff)
  const second = await takenIn(all, staff, { parcel_code: first.parcel.code })
  return { code: first.parcel.code, first: first.reference, second: second.reference }
}

test('a dossier withdrawn at the counter is taken out of the envelope that goes on with the others', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { code, first, second } = await together(all, staff)
  t.is((await withdraw(staff, first)).status, 'withdrawn')
  const inside = all.db('parcel_contents').join('dossiers', 'dossiers.id', 'parcel_contents.dossier_id')
  t.deepEqual(await inside.pluck('dossiers.reference'), [second])
  const event = await all.db('dossier_events').where({ kind: 'withdrawal' }).first('detail')
  t.like(event?.detail, { taken_out_of: code })
  t.is((await withdraw(staff, second)).status, 'withdrawn')
  t.is((await all.db('parcel_contents')).length, 1, 'the last one leaves with the envelope itself')
})

test('nobody is taken out of a shared envelope that has left the counter', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { code, first } = await together(all, staff)
  await scanned(all, staff.courier, 'depart', code)
  t.is((await withdraw(staff, first)).code, 'shared_envelope')
})

/** A result that came back to the police and left again in a second envelope. */
async function sentAgain(all: Scenario, staff: AtKrongNo) {
  const { reference, home } = await onItsWayHome(all, staff)
  await scanned(all, staff.clerk, 'send_back', home, { reason: 'moved' })
  await scanned(all, staff.officer, 'take_back', home)
  const { body } = await staff.officer.post('/parcels', { purpose: 'result', dossiers: [reference] })
  return { reference, old: home, fresh: body.code as string }
}

test('an envelope that was replaced returns no result', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { reference, old, fresh } = await sentAgain(all, staff)
  const status = async () => (await staff.clerk.get(`/dossiers/${reference}`)).body.status
  await scanned(all, staff.clerk, 'hand_back', old)
  await scanned(all, staff.clerk, 'deliver', old, { capacity: 'recipient' })
  t.is(await status(), 'result_announced')
  await scanned(all, staff.clerk, 'hand_back', fresh)
  await scanned(all, staff.clerk, 'deliver', fresh, { capacity: 'recipient' })
  t.is(await status(), 'returned')
})

test('papers that left the desk are not put into an envelope there', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { reference } = await takenIn(all, staff)
  await withdraw(staff, reference)
  const { body } = await staff.officer.post('/parcels', { purpose: 'refused_papers', dossiers: [reference] })
  t.is(body.code, 'not_at_desk')
})

test('a result whose envelope was lost goes into a new one', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { reference, home } = await onItsWayHome(all, staff)
  const again = () => staff.officer.post('/parcels', { purpose: 'result', dossiers: [reference] })
  t.is((await again()).body.code, 'already_in_parcel')
  await scanned(all, await all.person('supervisor', krongNo), 'report_lost', home, { reason: 'không thấy' })
  t.is((await again()).status, 201)
  t.is((await again()).body.code, 'already_in_parcel')
})

test('two people of one name at one address do not share an envelope', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const decided = []
  for (const id_number of ['067190001234', '067190005678']) {
    const { reference, parcel } = await takenIn(all, staff, { applicant: { ...hoa, id_number } })
    await scanned(all, staff.officer, 'lodge', parcel.code)
    await staff.officer.post(`/dossiers/${reference}/acceptance`)
    await staff.officer.post(`/dossiers/${reference}/result`, { kind: 'granted' })
    decided.push(reference)
  }
  const { body } = await staff.officer.post('/parcels', { purpose: 'result', dossiers: decided })
  t.is(body.code, 'other_receiver')
})

test('all dossiers of an envelope withdrawn at one moment: the last keeps its envelope', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { code, first, second } = await together(all, staff)
  const done = await whileHeld(all, code, [() => withdraw(staff, first), () => withdraw(staff, second)])
  t.deepEqual(
    done.map(({ status }) => status),
    ['withdrawn', 'withdrawn'],
  )
  t.is((await all.db('parcel_contents').select()).length, 1)
})
