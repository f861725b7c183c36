import test from 'ava'
import { rfc3339 } from '../../src/kit/time.ts'
import { raiseAlerts } from '../../src/promises/raise-alerts.ts'
import { type AtKrongNo, atKrongNo, scanned, takenIn } from '../support/at-krong-no.ts'
import { giaNghia, krongNo, type Scenario, scenario } from '../support/scenario.ts'
import { deskOf } from '../support/staff-browser.ts'

/** A dossier whose fee of 70.000 đ was paid at the counter, on Monday 23/11. */
async function paid(all: Scenario, payment = {}) {
  const staff: AtKrongNo = await atKrongNo(all)
  const { reference, parcel } = await takenIn(all, staff, {
    fees: { state: { amount: 70_000, note: 'TT 59/2019/TT-BTC' }, postage: { amount: 26_000, note: 'bảng giá' } },
    payment: { payer: 'sender', when: 'counter', method: 'cash', ...payment },
  })
  return { ...staff, at: `/dossiers/${reference}`, code: parcel.code }
}

async function refused(all: Scenario, payment = {}) {
  const one = await paid(all, payment)
  await scanned(all, one.officer, 'lodge', one.code)
  const { body } = await one.officer.post(`${one.at}/refusal`, { reason: 'không thuộc thẩm quyền' })
  return { ...one, refund: body.refund }
}

async function accepted(all: Scenario, payment = {}) {
  const one = await paid(all, payment)
  await scanned(all, one.officer, 'lodge', one.code)
  await one.officer.post(`${one.at}/acceptance`, {})
  return one
}

const clock = (all: Scenario) =>
  all
    .db('clocks')
    .join('promise_policies', 'promise_policies.id', 'clocks.policy_id')
    .where({ clock: 'refund' })
    .first('unit_id', 'started_at', 'due_at', 'stopped_at')

test('a refusal owes the state fee back by itself, and nothing of the postage', async t => {
  const all = await scenario(t)
  const { refund } = await refused(all)
  t.like(refund, { state_amount: 70_000, postage_amount: null, refunded_at: null })
  t.is(refund.due_since, all.clock().toISOString())
})

test('so does a withdrawal before the police accepted, at the counter and at the desk; after it, nothing', async t => {
  const all = await scenario(t)
  const one = await paid(all)
  t.is((await one.clerk.post(`${one.at}/withdrawal`, { reason: 'đổi ý' })).body.refund.state_amount, 70_000)
  const two = await paid(all)
  await scanned(all, two.officer, 'lodge', two.code)
  t.is((await two.officer.post(`${two.at}/withdrawal`, { reason: 'đổi ý' })).body.refund.state_amount, 70_000)
  const three = await accepted(all)
  t.is((await three.officer.post(`${three.at}/withdrawal`, { reason: 'đổi ý' })).body.refund, null)
})

for (const [what, payment] of [
  ['the police pay', { payer: 'agency', when: 'monthly' }],
  ['is only paid at the door', { payer: 'recipient', when: 'delivery' }],
  ['no sender paid', { payer: 'recipient', when: 'counter' }],
] as const)
  test(`a fee that ${what} is not owed to anybody`, async t => {
    const all = await scenario(t)
    t.is((await refused(all, payment)).refund, null)
    t.is(await clock(all), undefined)
  })

test('the counter has five of its working days, and pays once', async t => {
  const all = await scenario(t)
  const { clerk, at } = await refused(all)
  // 24/11 is a holiday; the counter is open on Saturdays.
  t.is(rfc3339((await clock(all))?.due_at ?? new Date(0)), '2026-11-30T17:00:00.000+07:00')
  t.is((await clock(all))?.unit_id, krongNo)
  all.clock.set('2026-11-26T09:00:00+07:00')
  const { status, body } = await clerk.post(`${at}/refund/payment`, { receipt: 'BN 0012' })
  t.is(status, 200)
  t.like(body.refund, { receipt: 'BN 0012', refunded_by: clerk.name })
  t.deepEqual((await clock(all))?.stopped_at, all.clock())
  const again = await clerk.post(`${at}/refund/payment`, { receipt: 'BN 0013' })
  t.deepEqual([again.status, again.body.code], [409, 'already_refunded'])
  await raiseAlerts(all.db, new Date('2026-12-10T09:00:00+07:00'))
  t.deepEqual(await all.db('alerts').where({ watch: 'clock' }).whereNotNull('clock_id').pluck('level'), [])
})

test('a refund that was not paid is late after them, at its counter', async t => {
  const all = await scenario(t)
  await refused(all)
  await raiseAlerts(all.db, new Date('2026-11-30T16:59:00+07:00'))
  const levels = () => all.db('alerts').whereNull('closed_at').orderBy('raised_at').select('level', 'unit_id')
  t.deepEqual(await levels(), [{ level: 'missed', unit_id: krongNo }])
  await raiseAlerts(all.db, new Date('2026-11-30T17:00:00+07:00'))
  t.deepEqual((await levels()).at(-1), { level: 'breach', unit_id: krongNo })
})

test('a clerk asks for one by hand: not more than was paid, nor before the police may owe it themselves', async t => {
  const all = await scenario(t)
  const early = await paid(all)
  const said = { postage_amount: 6_000, reason: 'thu nhầm cước' }
  t.is((await early.clerk.post(`${early.at}/refund`, said)).body.code, 'too_early')
  const { clerk, at } = await accepted(all)
  const much = await clerk.post(`${at}/refund`, { ...said, state_amount: 70_001, postage_amount: 26_001 })
  t.deepEqual(
    much.body.errors.map(({ pointer }: { pointer: string }) => pointer),
    ['/state_amount', '/postage_amount'],
  )
  t.is((await clerk.post(`${at}/refund`, { reason: 'không rõ' })).body.errors[0].pointer, '/state_amount')
  const { body } = await clerk.post(`${at}/refund`, said)
  t.like(body.refund, { state_amount: null, postage_amount: 6_000, reason: 'thu nhầm cước' })
  t.deepEqual((await clock(all))?.started_at, all.clock())
  t.is((await clerk.post(`${at}/refund`, said)).body.code, 'already_asked')
  await clerk.post(`${at}/refund/payment`, { receipt: 'BN 1' })
  t.is((await clerk.post(`${at}/refund`, { ...said, state_amount: 1 })).body.code, 'already_refunded')
})

test('postage that is asked for later joins the fee that waits, with the time since that was due', async t => {
  const all = await scenario(t)
  const { clerk, at, refund } = await refused(all)
  all.clock.move(3600_000)
  const { body } = await clerk.post(`${at}/refund`, { postage_amount: 26_000, reason: 'bưu điện làm chậm' })
  t.like(body.refund, { state_amount: 70_000, postage_amount: 26_000, due_since: refund.due_since })
})

test('only clerks of the counter that took it in pay back, and nothing where nothing is owed', async t => {
  const all = await scenario(t)
  const { at, officer, courier } = await refused(all)
  for (const nobody of [officer, courier, await all.person('supervisor', krongNo)])
    t.is((await nobody.post(`${at}/refund/payment`, { receipt: 'x' })).status, 403)
  const stranger = await all.person('clerk', giaNghia)
  t.is((await stranger.post(`${at}/refund/payment`, { receipt: 'x' })).status, 404)
  t.is((await all.db('refunds').first('refunded_at'))?.refunded_at, null)
  const other = await accepted(all)
  t.is((await other.clerk.post(`${other.at}/refund/payment`, { receipt: 'x' })).status, 404)
})

test('the page of the dossier shows what is owed with its clock, and the form to clerks alone', async t => {
  const all = await scenario(t)
  const { clerk, officer, at } = await refused(all)
  const desk = await deskOf(all, clerk)
  const page = await desk.get(`/staff${at}`)
  for (const words of ['Hoàn tiền', '70.000', 'chưa, chờ người nộp đến nhận', `${at}/refund/payment`])
    t.true(page.text.includes(words), words)
  t.false((await (await deskOf(all, officer)).get(`/staff${at}`)).text.includes('/refund/payment'))
  const empty = await desk.post(`/staff${at}/refund/payment`, {})
  t.is(empty.status, 422)
  t.true(empty.text.includes('Xin ghi số biên nhận.'))
  const asked = { 'refund.postage_amount': '26000', 'refund.reason': 'bưu điện làm chậm' }
  t.is((await desk.post(`/staff${at}/refund`, asked)).location, `/staff${at}?done=refund`)
  const sent = await desk.post(`/staff${at}/refund/payment`, { 'refund_payment.receipt': 'BN 7' })
  t.is(sent.location, `/staff${at}?done=refund_payment`)
  t.true((await desk.get(String(sent.location))).text.includes('biên nhận BN 7'))
})

for (const [what, payment] of [
  ['the police pay by the month', { payer: 'agency', when: 'monthly' }],
  ['will be paid at the door', { payer: 'recipient', when: 'delivery' }],
  ['the receiver was to pay at a counter', { payer: 'recipient', when: 'counter' }],
  ['the sender was to pay at the door', { payer: 'sender', when: 'delivery' }],
] as const)
  test(`nobody can ask back what ${what}`, async t => {
    const all = await scenario(t)
    const { clerk, at } = await accepted(all, payment)
    const { status, body } = await clerk.post(`${at}/refund`, { state_amount: 70_000, reason: 'trả lại' })
    t.deepEqual([status, body.code], [409, 'not_paid'])
  })

test('of a fee that nobody wrote down nothing is paid back', async t => {
  const all = await scenario(t)
  const { clerk, at } = await accepted(all)
  await all.owner('dossiers').update({ state_fee_amount: null })
  const { body } = await clerk.post(`${at}/refund`, { state_amount: 900_000_000, reason: 'trả lại' })
  t.deepEqual(body.errors, [{ pointer: '/state_amount', detail: 'Chưa ghi đã thu khoản này.' }])
})

/** Its result went home: by the courier, or over the desk. */
async function home(all: Scenario, { officer, clerk, courier, at }: Awaited<ReturnType<typeof paid>>, step: string) {
  await officer.post(`${at}/result`, { kind: 'granted', papers: ['Thẻ căn cước'] })
  const { body } = await officer.post('/parcels', { purpose: 'result', dossiers: [at.split('/').at(-1)] })
  if (step === 'return_in_person') return scanned(all, officer, step, body.code)
  await scanned(all, clerk, 'hand_back', body.code)
  await scanned(all, courier, 'load', body.code)
  return scanned(all, courier, step, body.code, { capacity: 'recipient' })
}
const atTheDoor = { payer: 'recipient', when: 'delivery' }

test('of what was paid at the door postage alone can be asked back, and not once the delivery was taken back', async t => {
  const all = await scenario(t)
  const one = await accepted(all, atTheDoor)
  await home(all, one, 'deliver')
  const { clerk, courier, at } = one
  const much = await clerk.post(`${at}/refund`, { state_amount: 70_000, postage_amount: 26_000, reason: 'x' })
  t.deepEqual(much.body.errors, [{ pointer: '/state_amount', detail: 'Nhiều hơn số đã thu: 0 đ.' }])
  t.is((await clerk.post(`${at}/refund`, { postage_amount: 26_000, reason: 'chậm' })).status, 200)
  const mistaken = await all.db('custody_events').where({ step: 'deliver' }).first('id')
  await courier.post(`/scans/${mistaken?.id}/correction`, { id: crypto.randomUUID(), reason: 'quét nhầm' })
  const { status, body } = await clerk.post(`${at}/refund/payment`, { receipt: 'BN 1' })
  t.deepEqual([status, body.code], [409, 'not_paid'])
})

test('over the desk nobody paid the post', async t => {
  const all = await scenario(t)
  const one = await accepted(all, atTheDoor)
  await home(all, one, 'return_in_person')
  const { body } = await one.clerk.post(`${one.at}/refund`, { postage_amount: 26_000, reason: 'x' })
  t.is(body.code, 'not_paid')
})
