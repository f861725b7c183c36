import { randomUUID } from 'node:crypto'
import test from 'ava'
import { consequences } from '../../src/consequences.ts'
import { correctionId } from '../../src/custody/record-sheet.ts'
import { undoScan } from '../../src/custody/undo-scan.ts'
import { minute } from '../../src/kit/time.ts'
import { atKrongNo, onItsWayHome, scanned, takenIn } from '../support/at-krong-no.ts'
import { krongNo, type Person, pc06, policeKrongNo, type Scenario, scan, scenario } from '../support/scenario.ts'

const far = '641800'

const send = async ({ clock }: Scenario, who: Person, ...scans: unknown[]) =>
  (await who.post('/scans', { sent_at: clock().toISOString(), scans })).body.verdicts

const asked = ({ db }: Scenario) => db('reviews').whereNull('withdrawn_at').orderBy('id').pluck('kind')

test('whoever takes a parcel off its way is flagged, and somebody looks at it', async t => {
  const all = await scenario(t)
  const { home } = await onItsWayHome(all, await atKrongNo(all))
  const [courier, clerk] = [await all.person('courier', far), await all.person('clerk', far)]
  for (const [who, step] of [
    [courier, 'load'],
    [clerk, 'take_over'],
  ] as const) {
    all.clock.move(minute)
    const [verdict] = await send(all, who, scan(step, home, all.clock()))
    t.like(verdict, { verdict: 'recorded', flags: ['misrouted'] })
  }
  t.deepEqual(await asked(all), ['misrouted', 'misrouted'])
})

test('a dossier lodged at another desk than its own is flagged, and somebody looks at it', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { parcel } = await takenIn(all, staff)
  await scanned(all, staff.courier, 'depart', parcel.code)
  const stranger = await all.person('officer', pc06)
  all.clock.move(minute)
  t.like((await send(all, stranger, scan('lodge', parcel.code, all.clock())))[0], { flags: ['misrouted'] })
  await scanned(all, staff.officer, 'transfer', parcel.code)
  t.deepEqual(await asked(all), ['misrouted'])
})

test('what only its receiver may take is asked about when nobody says who took it', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { home } = await onItsWayHome(all, staff)
  await scanned(all, staff.courier, 'load', home)
  all.clock.move(minute)
  t.like((await send(all, staff.courier, scan('deliver', home, all.clock())))[0], { flags: ['wrong_hands'] })
})

test('an undo that is refused says so, and a stranger cannot take its number first', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { parcel } = await takenIn(all, staff)
  all.clock.move(minute)
  const depart = scan('depart', parcel.code, all.clock())
  await send(all, staff.courier, depart)
  const doing = (by: Person) => ({ by, now: all.clock(), keys: all.house.keys, consequences })
  const undo = (by: Person) => undoScan(all.db, { scan: depart.id, reason: 'nhầm' }, doing(by))
  await t.throwsAsync(undo(staff.clerk), { message: /Chỉ người đã quét/ })
  await t.throwsAsync(undo(staff.clerk), { message: /Chỉ người đã quét/ }, 'the second time too')
  const id = correctionId(depart.id, doing(staff.courier))
  t.not(id, correctionId(depart.id, { ...doing(staff.courier), keys: { ...all.house.keys, form: Buffer.alloc(32) } }))
  await undo(staff.courier)
  t.like((await staff.clerk.get(`/parcels/${parcel.code}`)).body.holder, { kind: 'post_office', unit: krongNo })
})

test('a supervisor takes back what their own organisation scanned', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { parcel } = await takenIn(all, staff)
  await scanned(all, staff.courier, 'depart', parcel.code)
  all.clock.move(minute)
  const lodge = scan('lodge', parcel.code, all.clock())
  await send(all, staff.officer, lodge)
  const correct = (who: Person) => who.post(`/scans/${lodge.id}/correction`, { id: randomUUID(), reason: 'nhầm' })
  t.is((await correct(await all.person('supervisor', krongNo))).status, 403)
  t.is((await correct(await all.person('supervisor', policeKrongNo))).status, 200)
})

test('a correction that names nothing is refused and kept, and its list is recorded as ever', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { parcel } = await takenIn(all, staff)
  all.clock.move(minute)
  const stray = scan('correct', parcel.code, all.clock(), { reason: 'nhầm' })
  const verdicts = await send(all, staff.courier, stray, scan('depart', parcel.code, all.clock()))
  t.deepEqual(
    verdicts.map((one: { verdict: string; reason?: string }) => one.reason ?? one.verdict),
    ['unknown_step', 'recorded'],
  )
  t.is((await all.db('scans').where({ id: stray.id }).first('verdict'))?.verdict, 'refused')
})

test('scans from before their list was sent keep their order', async t => {
  const all = await scenario(t)
  const staff = await atKrongNo(all)
  const { parcel } = await takenIn(all, staff)
  const [later, sooner] = [new Date(all.clock().getTime() + 3 * minute), new Date(all.clock().getTime() + 2 * minute)]
  const { body } = await staff.courier.post('/scans', {
    sent_at: all.clock().toISOString(),
    scans: [scan('load', parcel.code, later), scan('depart', parcel.code, sooner)],
  })
  t.deepEqual(
    body.verdicts.map((one: { verdict: string }) => one.verdict === 'for_review'),
    [false, true],
    'by a courier who has it, a departure after is no news; before, it would be another story',
  )
})
