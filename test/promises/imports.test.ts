import { readFile } from 'node:fs/promises'
import test from 'ava'
import { loadReference } from '../../db/load-reference.ts'
import { minute } from '../../src/kit/time.ts'
import { atKrongNo, scanned, takenIn } from '../support/at-krong-no.ts'
import { promiseOf } from '../support/promised.ts'
import { giaNghia, krongNo, type Person, policeKrongNo, type Scenario, scenario } from '../support/scenario.ts'

const heading = 'from_unit,to_unit,days,leaves,arrives,on_holidays'
const timetable = [
  heading,
  `${giaNghia},${krongNo},1-6,05:00,07:00,yes`,
  `${giaNghia},${krongNo},0,05:00,08:00,yes`,
  `${krongNo},${giaNghia},1-6,16:00,06:30+1,no`,
  `${krongNo},,1-5,13:30,17:00,no`,
  `${policeKrongNo},${krongNo},1-5,16:00,16:15,no`,
  '',
].join('\n')

async function office(t: Parameters<typeof scenario>[0]) {
  const all = await scenario(t)
  const admin = await all.person('admin', null)
  const send = async (table: string, csv: string, how = {}) => admin.post(`/imports/${table}`, { csv, ...how })
  return { all, admin, send, csv: (table: string) => csvOf(admin, table) }
}

const csvOf = async (admin: Person, table: string) => (await admin.file(`/imports/${table}`)).bytes.toString()
const leaving = (all: Scenario) => all.db('departures').orderBy('id')
const sentences = (answer: { body: { errors: { detail: string }[] } }) => answer.body.errors.map(({ detail }) => detail)

for (const table of ['holidays', 'calendars', 'promise_policies', 'hearers', 'watch_settings'])
  test(`what ships as ${table}.csv can be imported as it is, and changes nothing`, async t => {
    const { send } = await office(t)
    const csv = await readFile(`db/reference/${table}.csv`, 'utf8')
    t.deepEqual((await send(table, csv, { whole: true })).body, { added: 0, changed: 0, removed: 0, is_applied: true })
  })

test('what was imported comes out as the same CSV, from a spreadsheet too', async t => {
  const { all, send, csv } = await office(t)
  t.deepEqual((await send('departures', timetable)).body, { added: 5, changed: 0, removed: 0, is_applied: true })
  t.is((await leaving(all)).length, 6 + 1 + 6 + 5 + 5)
  const out = await csv('departures')
  t.deepEqual(out.split('\n').sort(), timetable.split('\n').sort())
  const pasted = `\uFEFF${out.replaceAll(',', '\t').replaceAll('\n', '\r\n')}`
  t.deepEqual((await send('departures', pasted, { whole: true })).body, {
    added: 0,
    changed: 0,
    removed: 0,
    is_applied: true,
  })
  const hours = `unit_id,calendar,hours,is_verified\n${krongNo},counter,1-5 07:30-17:00; 6 07:30-11:30,yes\n`
  await send('unit_calendars', hours)
  t.is(await csv('unit_calendars'), hours)
  t.is((await send('unit_calendars', hours)).body.added, 0)
})

test('a day off reads as a spreadsheet in Viet Nam writes it, and comes out one way', async t => {
  const { send, csv } = await office(t)
  const days = 'day,name,kind,is_verified\n31/12/2030,Nghỉ bù,off,có\n2/9/2030,Quốc khánh,off,yes\n'
  t.is((await send('holidays', days)).body.added, 2)
  const out = (await csv('holidays')).split('\n').filter(line => line.startsWith('2030'))
  t.deepEqual(out, ['2030-09-02,Quốc khánh,off,yes', '2030-12-31,Nghỉ bù,off,yes'])
  const wrong = await send('holidays', 'day,name,kind,is_verified\n31/2/2030,Nghỉ,off,yes\n12/31/2030,Nghỉ,off,yes\n')
  t.deepEqual(
    sentences(wrong),
    [2, 3].map(at => `Dòng ${at}: cột day: Xin ghi ngày dạng 2026-12-31 hoặc 31/12/2026.`),
  )
})

test('an import replaces what leaves the units it names, and the whole only when that is said', async t => {
  const { all, send, csv } = await office(t)
  await send('departures', timetable)
  const later = `${heading}\n${krongNo},,1-5,13:30,17:30,no\n`
  t.deepEqual((await send('departures', later, { preview: true })).body, {
    added: 0,
    changed: 1,
    removed: 1,
    is_applied: false,
  })
  t.deepEqual((await csv('departures')).split('\n').sort(), timetable.split('\n').sort(), 'a preview writes nothing')
  await send('departures', later)
  t.is((await leaving(all).where({ from_unit: krongNo })).length, 5)
  t.is((await leaving(all).whereNot({ from_unit: krongNo })).length, 12)
  t.is((await send('departures', later, { whole: true })).body.removed, 3)
  t.is(await csv('departures'), later)
})

test('every line is checked, all that is wrong is said at once, and nothing is written', async t => {
  const { all, send } = await office(t)
  const wrong = [
    heading,
    `${giaNghia},${krongNo},1-6,05:00,07:00,no`,
    `${giaNghia},${krongNo},1-8,5 giờ,07:00,có thể`,
    '',
    `nowhere,${krongNo},1-6,05:00,07:00,no`,
    `${giaNghia},${krongNo},6 0,05:00,07:30,no`,
    `${giaNghia},${giaNghia},1,08:00,09:00,no`,
    `${policeKrongNo},,1,08:00,09:00,no`,
    `${giaNghia},${krongNo},1,09:00,08:00,no`,
  ].join('\n')
  const answer = await send('departures', wrong)
  t.is(answer.status, 422)
  t.deepEqual(sentences(answer), [
    'Dòng 3: cột days: Xin ghi ngày trong tuần từ 0 (Chủ nhật) đến 6, ví dụ 1-6 hoặc 1-5 0.',
    'Dòng 3: cột leaves: Xin ghi giờ đi dạng 05:00.',
    'Dòng 3: cột on_holidays: Xin ghi yes (có) hoặc no (không).',
    'Dòng 5: không có đơn vị “nowhere”, hoặc đơn vị đã đóng cửa.',
    'Dòng 6: cùng chuyến, cùng ngày với dòng 2.',
    'Dòng 7: nơi đến trùng nơi đi.',
    'Dòng 8: chuyến đi phát (không có nơi đến) chỉ đi từ bưu cục.',
    'Dòng 9: cột arrives: Giờ đến phải sau giờ đi, không quá bảy ngày.',
  ])
  t.deepEqual(await leaving(all), [])
  t.is((await all.db('audit_log').where({ action: 'import' })).length, 0)
})

for (const [why, csv, said] of [
  ['no line', `${heading}\n`, 'Dòng 2: chưa có dòng nào.'],
  ['nothing', '', 'Dòng 1: Chưa có dòng tiêu đề.'],
  ['another heading', `${heading.replace('days', 'ngày')}\nx,,1,1,1,1\n`, 'Dòng 1: Thiếu cột days.'],
  ['an open quote', `${heading}\n"640000,,1-5,13:30,17:00,no\n`, 'Dòng 2: Dấu ngoặc kép mở ra'],
  ['a cell too many', `${heading}\n640000,,1-5,13:30,17:00,no,x\n`, 'Dòng 2: Nhiều ô hơn'],
] as const)
  test(`CSV with ${why} is said to be so`, async t => {
    const { send } = await office(t)
    const answer = await send('departures', csv)
    t.is(answer.status, 422)
    t.true(sentences(answer)[0]?.startsWith(said), JSON.stringify(answer.body))
  })

test('a promise needs an amount, an address it asks for and reasons that are known', async t => {
  const { send } = await office(t)
  const policies = [
    'clock,reading,amount,unit,calendar,is_binding,scope,excuses,source',
    'refund,x,,working_days,counter,yes,,,x',
    'refund,y,5,working_days,counter,yes,town,,x',
    'refund,z,5,working_days,counter,yes,,lost,x',
    'refund,z,5,days,counter,yes,,,x',
  ].join('\n')
  const said = sentences(await send('promise_policies', policies)).map(one => one.slice(0, 20))
  t.deepEqual(said, ['Dòng 2: cột amount: ', 'Dòng 3: cột scope: T', 'Dòng 4: cột excuses:', 'Dòng 5: cột unit: Xi'])
})

test('a clock that runs keeps its due time whatever promise, holiday, calendar or timetable becomes; the next one gets the new', async t => {
  const { all, send, csv } = await office(t)
  const staff = await atKrongNo(all)
  const first = await takenIn(all, staff)
  const due = () => promiseOf(all, first.parcel.code, 'lodging')
  t.like(await due(), { wall: '25T17:00', due: '25T17:00' }, 'one working day; 24/11 is a holiday')
  all.clock.move(minute)
  const policies = (await csv('promise_policies')).replace('công an,1,working_days', 'công an,2,working_days')
  t.deepEqual((await send('promise_policies', policies)).body.changed, 1)
  await send('holidays', `${await csv('holidays')}2026-11-25,Nghỉ bù,off,no\n`)
  await send('calendars', (await csv('calendars')).replace('13:30-17:00', '13:30-16:00'))
  await send('departures', timetable)
  const next = await takenIn(all, staff)
  t.like(await promiseOf(all, next.parcel.code, 'lodging'), { wall: '27T16:00' }, '26 and 27, until 16:00')
  await scanned(all, staff.officer, 'lodge', first.parcel.code)
  const { ended, ...kept } = await due()
  t.like(kept, { wall: '25T17:00', due: '25T17:00' }, 'also when it is looked at again')
  t.truthy(ended)
})

test('a promise that changes ends and begins anew, and no version is ever edited', async t => {
  const { all, send, csv } = await office(t)
  const before = await all.db('promise_policies').where({ clock: 'refund' })
  const longer = (await csv('promise_policies')).replace('tiền,5,', 'tiền,7,')
  await send('promise_policies', longer)
  const [old, fresh, ...more] = await all.db('promise_policies').where({ clock: 'refund' }).orderBy('id')
  t.deepEqual(more, [])
  t.deepEqual({ ...old, valid_to: null }, before[0])
  t.deepEqual([old?.valid_to, fresh?.valid_from, fresh?.amount], [all.clock(), all.clock(), 7])
  const again = await send('promise_policies', longer.replace('tiền,7,', 'tiền,8,'))
  t.deepEqual([again.status, again.body.code], [409, 'version_just_began'])
  all.clock.move(minute)
  const rest = longer.split('\n').filter(line => !line.includes('J+2'))
  t.is((await send('promise_policies', rest.join('\n'))).body.removed, 1, 'a reading left out ends')
  t.is((await all.db('promise_policies').whereNull('valid_to').where({ clock: 'delivery' })).length, 2)
})

test('what an administrator left out does not come back with the next start, other years do', async t => {
  const { all, send, csv } = await office(t)
  const days = (await csv('holidays')).split('\n').filter(line => line.startsWith('day') || line.startsWith('2026-'))
  const left = days.filter(line => !line.startsWith('2026-11-24'))
  t.is((await send('holidays', left.join('\n'))).body.removed, 1)
  await all.owner('holidays').where('day', '>=', '2027-01-01').delete()
  await loadReference(all.owner)
  t.is(await all.db('holidays').where({ day: '2026-11-24' }).first(), undefined)
  t.truthy(await all.db('holidays').where('day', '>=', '2027-01-01').first())
})

test('an import is noted with who did it, and is for administrators', async t => {
  const { all, admin, send } = await office(t)
  await send('hearers', 'level,hearer\nbreach,holder\n')
  const noted = await all.db('audit_log').where({ action: 'import' }).select('person_id', 'subject', 'detail')
  t.like(noted, { length: 1, 0: { person_id: admin.id, subject: 'hearers' } })
  t.like(noted[0]?.detail, { added: 0, changed: 0, scopes: ['breach'] })
  const supervisor = await all.person('supervisor', giaNghia)
  t.is((await supervisor.post('/imports/hearers', { csv: 'level,hearer\nbreach,holder\n' })).status, 403)
  t.is((await admin.post('/imports/people', { csv: 'x' })).status, 404)
})

test('when somebody hears of what was forgotten can be changed, within a day where it is an hour of the day', async t => {
  const { all, send, csv } = await office(t)
  const settings = await csv('watch_settings')
  t.is((await send('watch_settings', settings.replace('uncounted,1200', 'uncounted,1260'))).body.changed, 1)
  t.like(await all.db('watch_settings').where({ watch: 'uncounted' }).first(), { amount: 1260 })
  const wrong = settings.replace('uncounted,1200', 'uncounted,1500').replace('tick_late,5', 'tick_late,0')
  t.deepEqual(sentences(await send('watch_settings', wrong)), [
    'Dòng 7: cột amount: Xin ghi số phút, từ 1 đến 43200.',
    'Dòng 9: cột amount: Giờ trong ngày chỉ đến phút 1439.',
  ])
})
