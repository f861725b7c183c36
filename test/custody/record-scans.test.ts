import { randomUUID } from 'node:crypto'
import test from 'ava'
import { hour, minute } from '../../src/kit/time.ts'
import { papers } from '../support/papers.ts'
import { giaNghia, krongNo, policeKrongNo, type Scenario, scan, scenario } from '../support/scenario.ts'

const procedure = 'identity-district-03'

/** A result on the road: at the office of Krông Nô, ready to be delivered. */
async function parcelAtOffice(all: Scenario) {
  const clerk = await all.person('clerk', krongNo)
  const taken = await clerk.post('/dossiers', await papers(all.db, procedure))
  all.clock.move(minute)
  return { clerk, code: taken.body.parcel.code as string }
}

/** A result that the post has taken from the police: it lies at Krông Nô, to be delivered. */
async function resultAtOffice(all: Scenario) {
  const [clerk, officer] = [await all.person('clerk', krongNo), await all.person('officer', policeKrongNo)]
  const intake = await papers(all.db, 'identity-district-01', { service: 'return', documents: [], due: '2026-12-30' })
  const { reference } = (await officer.post('/dossiers', intake)).body
  await officer.post(`/dossiers/${reference}/result`, { kind: 'granted' })
  const { code } = (await officer.post('/parcels', { purpose: 'result', dossiers: [reference] })).body
  all.clock.move(minute)
  await clerk.post('/scans', send(all, [scan('hand_back', code, all.clock())]))
  all.clock.move(minute)
  return { clerk, officer, code: code as string, reference: reference as string }
}

const send = (all: Scenario, scans: unknown[]) => ({ sent_at: all.clock().toISOString(), scans })

test('40 couriers deliver one parcel at once: one is recorded, 39 go to review', async t => {
  const all = await scenario(t)
  const { code } = await resultAtOffice(all)
  const couriers = []
  for (let i = 0; i < 40; i++) couriers.push(await all.person('courier', krongNo))
  const holder = couriers[17]
  await holder?.post('/scans', send(all, [scan('load', code, all.clock())]))
  all.clock.move(minute)
  const answers = await Promise.all(
    couriers.map(courier => courier.post('/scans', send(all, [scan('deliver', code, all.clock())]))),
  )
  const verdicts = answers.map(({ body }) => body.verdicts[0].verdict)
  t.is(verdicts.filter(verdict => verdict === 'recorded').length, 1)
  t.is(verdicts.filter(verdict => verdict === 'for_review').length, 39)
  t.is(verdicts[17], 'recorded')
  t.is((await all.db('reviews').where({ kind: 'contradiction' })).length, 39)
})

test('the same scan five times in parallel is one row and five equal answers', async t => {
  const all = await scenario(t)
  const { code } = await parcelAtOffice(all)
  const courier = await all.person('courier', krongNo)
  const body = send(all, [scan('load', code, all.clock())])
  const answers = await Promise.all(Array.from({ length: 5 }, () => courier.post('/scans', body)))
  t.deepEqual(new Set(answers.map(answer => JSON.stringify(answer.body))).size, 1)
  t.is(answers[0]?.body.verdicts[0].verdict, 'recorded')
  t.is((await all.db('custody_events').where({ step: 'load' })).length, 1)
})

test('one id twice in one list is one fact', async t => {
  const all = await scenario(t)
  const { code } = await parcelAtOffice(all)
  const courier = await all.person('courier', krongNo)
  const one = scan('load', code, all.clock())
  const { body } = await courier.post('/scans', send(all, [one, one]))
  t.deepEqual(body.verdicts[0], body.verdicts[1])
  t.is((await all.db('custody_events').where({ step: 'load' })).length, 1)
})

test('an id in capitals is the same id, sent again or taken back', async t => {
  const all = await scenario(t)
  const { code } = await parcelAtOffice(all)
  const courier = await all.person('courier', krongNo)
  const load = scan('load', code, all.clock())
  const first = await courier.post('/scans', send(all, [load]))
  const inCapitals = load.id.toUpperCase()
  t.deepEqual((await courier.post('/scans', send(all, [{ ...load, id: inCapitals }]))).body, first.body)
  all.clock.move(minute)
  const undone = await courier.post(`/scans/${inCapitals}/correction`, { id: randomUUID(), reason: 'nhầm bưu gửi' })
  t.like(undone.body, { verdict: 'recorded', parcel: { holder: { kind: 'post_office', unit: krongNo } } })
})

test('an id used again for another scan, or by another person, is refused', async t => {
  const all = await scenario(t)
  const { code } = await parcelAtOffice(all)
  const [courier, other] = [await all.person('courier', krongNo), await all.person('courier', krongNo)]
  const one = scan('load', code, all.clock())
  await courier.post('/scans', send(all, [one]))
  const changed = await courier.post('/scans', send(all, [{ ...one, step: 'deliver' }]))
  t.is(changed.body.verdicts[0].reason, 'id_reused')
  const stolen = await other.post('/scans', send(all, [one]))
  t.is(stolen.body.verdicts[0].reason, 'id_reused')
  t.is(stolen.body.verdicts[0].parcel, undefined, 'a stranger to the scan learns nothing from it')
})

test('a forgotten arrival scan does not freeze the parcel', async t => {
  const all = await scenario(t)
  const { code } = await parcelAtOffice(all)
  const [driver, officer] = [await all.person('driver', krongNo), await all.person('officer', policeKrongNo)]
  await driver.post('/scans', send(all, [scan('depart', code, all.clock())]))
  all.clock.move(hour)
  const central = await all.person('courier', giaNghia)
  const jumped = await central.post('/scans', send(all, [scan('take_over', code, all.clock())]))
  t.is(jumped.body.verdicts[0].verdict, 'recorded')
  all.clock.move(hour)
  const lodged = await officer.post('/scans', send(all, [scan('lodge', code, all.clock())]))
  t.is(lodged.body.verdicts[0].verdict, 'recorded')
  const elsewhere = await officer.post('/scans', send(all, [scan('deliver', code, all.clock())]))
  t.is(elsewhere.body.verdicts[0].reason, 'role_may_not')
})

test('a step over a missing scan is applied, flagged, and asked about', async t => {
  const all = await scenario(t)
  const { code } = await parcelAtOffice(all)
  const clerk = await all.person('clerk', giaNghia)
  const { body } = await clerk.post('/scans', send(all, [scan('arrive', code, all.clock())]))
  t.like(body.verdicts[0], {
    verdict: 'recorded',
    flags: ['jump'],
    parcel: { holder: { kind: 'post_office', unit: giaNghia } },
  })
  t.is((await all.db('reviews').where({ kind: 'jump' })).length, 1)
})

test('a scan at the wrong office moves the parcel there, flags it and opens a review', async t => {
  const all = await scenario(t)
  const { code } = await parcelAtOffice(all)
  const [driver, stranger] = [await all.person('driver', krongNo), await all.person('clerk', '641800')]
  await driver.post('/scans', send(all, [scan('depart', code, all.clock())]))
  all.clock.move(hour)
  const { body } = await stranger.post('/scans', send(all, [scan('arrive', code, all.clock())]))
  t.like(body.verdicts[0], { verdict: 'recorded', flags: ['misrouted'], parcel: { holder: { unit: '641800' } } })
  t.is((await all.db('reviews').where({ kind: 'misrouted' })).length, 1)
  const present = await all.db('parcel_presents').first('is_misrouted')
  t.true(present?.is_misrouted)
})

test('a late scan from a phone without signal takes its place in time', async t => {
  const all = await scenario(t)
  const { code, clerk } = await parcelAtOffice(all)
  const courier = await all.person('courier', krongNo)
  const loaded = scan('load', code, all.clock())
  all.clock.move(hour)
  const taken = await clerk.post('/scans', send(all, [scan('arrive', code, all.clock())]))
  t.deepEqual(taken.body.verdicts[0].flags, ['jump'])
  all.clock.move(hour)
  const late = await courier.post('/scans', {
    device: 'phone-1',
    sent_at: all.clock().toISOString(),
    scans: [{ ...loaded, counter: 1 }],
  })
  t.is(late.body.verdicts[0].verdict, 'recorded_late')
  t.is((await all.db('reviews').whereNull('withdrawn_at')).length, 0, 'the late scan answers what was missing')
})

test('a phone whose clock is two hours ahead does not put a scan into the future', async t => {
  const all = await scenario(t)
  const { code } = await parcelAtOffice(all)
  const courier = await all.person('courier', krongNo)
  const wrong = (ms: number) => new Date(all.clock().getTime() + ms)
  await courier.post('/scans', { sent_at: wrong(2 * hour), scans: [scan('load', code, wrong(2 * hour - minute))] })
  const event = await all.db('custody_events').where({ step: 'load' }).first()
  t.deepEqual(event?.effective_at, wrong(-minute))
})

test('a scan that cannot be a fact is refused with its reason, and kept', async t => {
  const all = await scenario(t)
  const { clerk, code } = await parcelAtOffice(all)
  const swapped = code.replace(/(\d)(\d)(?=VN$)/, '$2$1')
  const future = new Date(all.clock().getTime() + 8 * 24 * hour)
  const { body } = await clerk.post(
    '/scans',
    send(all, [
      scan('arrive', 'PA999999995VN', all.clock()),
      scan('arrive', swapped === code ? 'PA000000006VN' : swapped, all.clock()),
      scan('fly', code, all.clock()),
      scan('lodge', code, all.clock()),
      scan('hold', code, all.clock()),
      scan('arrive', code, future),
    ]),
  )
  t.deepEqual(
    body.verdicts.map((verdict: { reason: string }) => verdict.reason),
    ['unknown_code', 'wrong_check_digit', 'unknown_step', 'role_may_not', 'wrong_detail', 'too_far_in_the_future'],
  )
  t.is((await all.db('scans').where({ verdict: 'refused' })).length, 6)
})

test('a scan taken back by who made it is as if it had not been; later only a supervisor may', async t => {
  const all = await scenario(t)
  const { code } = await parcelAtOffice(all)
  const [courier, other, supervisor] = [
    await all.person('courier', krongNo),
    await all.person('courier', krongNo),
    await all.person('supervisor', giaNghia),
  ]
  const load = scan('load', code, all.clock())
  await courier.post('/scans', send(all, [load]))
  all.clock.move(minute)
  t.is((await other.post(`/scans/${load.id}/correction`, { id: randomUUID(), reason: 'nhầm' })).status, 403)
  const undone = await courier.post(`/scans/${load.id}/correction`, { id: randomUUID(), reason: 'nhầm bưu gửi' })
  t.like(undone.body, { verdict: 'recorded', parcel: { holder: { kind: 'post_office', unit: krongNo } } })
  const again = scan('load', code, all.clock())
  await courier.post('/scans', send(all, [again]))
  all.clock.move(13 * hour)
  t.is((await courier.post(`/scans/${again.id}/correction`, { id: randomUUID(), reason: 'muộn' })).status, 403)
  t.is(
    (await supervisor.post(`/scans/${again.id}/correction`, { id: randomUUID(), reason: 'đã kiểm tra' })).body.verdict,
    'recorded',
  )
})

test('what a step says is checked: reasons from the list, offices that exist, dates that can be', async t => {
  const all = await scenario(t)
  const { clerk, code } = await parcelAtOffice(all)
  const { body } = await clerk.post(
    '/scans',
    send(all, [
      scan('redirect', code, all.clock(), { office: '999999' }),
      scan('hold', code, all.clock(), { until: '2026-13-45' }),
      scan('hold', code, all.clock(), { until: '2026-12-01', note: 'Bà Hoa, 0912345678' }),
      scan('send_back', code, all.clock(), { reason: 'hàng xóm bảo bà Hoa đi vắng' }),
      scan('redirect', code, all.clock(), { office: giaNghia }),
    ]),
  )
  t.deepEqual(
    body.verdicts.map((verdict: { reason?: string; verdict: string }) => verdict.reason ?? verdict.verdict),
    ['unknown_office', 'wrong_detail', 'wrong_detail', 'wrong_detail', 'recorded'],
  )
})

test('a result that the police took back can be sent again', async t => {
  const all = await scenario(t)
  const [clerk, officer] = [await all.person('clerk', krongNo), await all.person('officer', policeKrongNo)]
  const intake = await papers(all.db, 'identity-district-01', { service: 'return', documents: [], due: '2026-12-30' })
  const { reference } = (await officer.post('/dossiers', intake)).body
  await officer.post(`/dossiers/${reference}/result`, { kind: 'granted' })
  const one = async (who: typeof clerk, step: string, code: string, detail = {}) => {
    all.clock.move(minute)
    return (await who.post('/scans', send(all, [scan(step, code, all.clock(), detail)]))).body.verdicts[0].verdict
  }
  const first = (await officer.post('/parcels', { purpose: 'result', dossiers: [reference] })).body.code
  t.is((await officer.post('/parcels', { purpose: 'result', dossiers: [reference] })).body.code, 'already_in_parcel')
  t.is(await one(clerk, 'hand_back', first), 'recorded')
  t.is(await one(clerk, 'send_back', first, { reason: 'moved' }), 'recorded')
  t.is(await one(officer, 'take_back', first), 'recorded')
  const second = await officer.post('/parcels', { purpose: 'result', dossiers: [reference] })
  t.is(second.status, 201)
  t.is(await one(clerk, 'hand_back', second.body.code), 'recorded')
})

test('a scan id is one id in upper and in lower case', async t => {
  const all = await scenario(t)
  const { code } = await parcelAtOffice(all)
  const courier = await all.person('courier', krongNo)
  const one = scan('load', code, all.clock())
  const upper = await courier.post('/scans', send(all, [{ ...one, id: one.id.toUpperCase() }]))
  t.is(upper.body.verdicts[0].verdict, 'recorded')
  t.deepEqual((await courier.post('/scans', send(all, [one]))).body, upper.body)
})

test('scans that cannot be kept are refused alone; the others of the list are recorded', async t => {
  const all = await scenario(t)
  const { code, clerk } = await parcelAtOffice(all)
  const { status, body } = await clerk.post(
    '/scans',
    send(all, [
      scan('arrive', 'PA\u0000', all.clock()),
      scan('\ud800', code, all.clock()),
      scan('hold', code, all.clock(), { until: '0000-01-01' }),
      scan('pack', code, all.clock(), { bag: 'T\u0000' }),
      scan('hold', code, all.clock(), { until: '2026-12-01' }),
    ]),
  )
  t.is(status, 200)
  t.deepEqual(
    body.verdicts.map((one: { verdict: string }) => one.verdict),
    ['refused', 'refused', 'refused', 'refused', 'recorded'],
  )
})

test('who only claims a parcel learns nothing of its dossier', async t => {
  const all = await scenario(t)
  const { code, reference } = await resultAtOffice(all)
  const stranger = await all.person('clerk', '641090')
  const claimed = await stranger.post(
    '/scans',
    send(all, [scan('take_over', code, all.clock()), scan('redirect', code, all.clock(), { office: '641090' })]),
  )
  t.is(claimed.body.verdicts[0].verdict, 'for_review')
  t.is(claimed.body.verdicts[1].verdict, 'for_review', 'nor turns it to an office of their own')
  t.is((await stranger.get(`/dossiers/${reference}`)).status, 404)
  t.is((await stranger.get(`/parcels/${code}`)).status, 404)
  await stranger.post('/scans', send(all, [scan('arrive', code, all.clock())]))
  t.is((await stranger.get(`/dossiers/${reference}`)).status, 200, 'who has it in hand may look')
  t.is((await stranger.file(`/dossiers/${reference}/waybill.pdf`)).status, 404, 'but prints no slip')
  t.is((await stranger.post(`/dossiers/${reference}/lookup-code`, { paper_seen: 'x' })).status, 404)
})

test('an old envelope of a dossier already returned does not take the return back', async t => {
  const all = await scenario(t)
  const { clerk, officer, code, reference } = await resultAtOffice(all)
  const one = async (who: typeof clerk, step: string, of: string, detail = {}) => {
    all.clock.move(minute)
    return (await who.post('/scans', send(all, [scan(step, of, all.clock(), detail)]))).body.verdicts[0].verdict
  }
  await one(clerk, 'send_back', code, { reason: 'moved' })
  await one(officer, 'take_back', code)
  const second = (await officer.post('/parcels', { purpose: 'result', dossiers: [reference, reference.toLowerCase()] }))
    .body.code
  await one(clerk, 'hand_back', second)
  t.is(await one(clerk, 'deliver', second), 'recorded')
  await one(clerk, 'arrive', code)
  t.truthy((await all.db('dossiers').where({ reference }).first('returned_at'))?.returned_at)
})

test('what was answered and what was closed stays so, also for the application’s own login', async t => {
  const all = await scenario(t)
  const { clerk, code } = await parcelAtOffice(all)
  const courier = await all.person('courier', krongNo)
  await courier.post('/scans', send(all, [scan('deliver', code, all.clock())]))
  await clerk.post('/scans', send(all, [scan('accept', code, all.clock())]))
  const supervisor = await all.person('supervisor', krongNo)
  const [id] = await all.db('reviews').pluck('id')
  await supervisor.post(`/reviews/${id}/closing`, { reason: 'Đã hỏi bưu tá.' })
  const denied = { code: '42501' }
  await t.throwsAsync(() => all.db('scans').update({ verdict: 'recorded' }), denied)
  await t.throwsAsync(() => all.db('scans').delete(), denied)
  await t.throwsAsync(() => all.db('reviews').whereNotNull('closed_at').update({ reason: 'Khác' }), denied)
  await t.throwsAsync(() => all.db('reviews').delete(), denied)
})
