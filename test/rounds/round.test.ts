import test from 'ava'
import { groupedItemCode } from '../../templates/documents/code-groups.ts'
import { texts } from '../documents/paper.ts'
import { atKrongNo, scanned } from '../support/at-krong-no.ts'
import { bhim, handed, onRound, report, resultsFor, statesOf } from '../support/on-a-round.ts'
import { giaNghia, krongNo, type Scenario, sharedPast } from '../support/scenario.ts'

/** Three results at Krông Nô in the morning: two for Hoa, one for Y Bhĭm. */
const morning = sharedPast(async all => ({
  codes: (await resultsFor(all, await atKrongNo(all), [{}, bhim, {}])).map(({ code }) => code),
}))
const staffOf = async (all: Scenario & { codes: string[] }) => {
  const [first = '', second = '', third = ''] = all.codes
  return { ...(await atKrongNo(all)), first, second, third }
}

test('one receiver is one stop, whatever comes between their parcels', async t => {
  const all = await morning(t)
  const { clerk, courier, first, second, third } = await staffOf(all)
  const { status, body } = await clerk.post('/rounds', { courier: courier.id, codes: all.codes })
  t.is(status, 201)
  t.regex(body.number, /^CP642100261123\d{4}$/)
  t.deepEqual(
    body.stops.map((stop: { receiver: { name: string }; parcels: { code: string }[] }) => [
      stop.receiver.name,
      stop.parcels.map(({ code }) => code),
    ]),
    [
      ['Nguyễn Thị Hoa', [first, third].sort()],
      ['Y Bhĭm', [second]],
    ],
  )
  t.like(body.stops[0].receiver, { phone: '+84912345678' })
  t.deepEqual(await statesOf(courier, body), { [first]: 'to_load', [second]: 'to_load', [third]: 'to_load' })
})

test('what comes later in the day joins the round and its receiver’s stop, and said again it changes nothing', async t => {
  const all = await morning(t)
  const { clerk, courier, first, second, third } = await staffOf(all)
  const plan = (codes: string[]) => clerk.post('/rounds', { courier: courier.id, codes })
  const { body: round } = await plan([first, second])
  const [{ body: more }, { body: again }] = [await plan([third]), await plan([third, first])]
  t.deepEqual([more.id, again.id], [round.id, round.id])
  t.deepEqual(
    more.stops.map(({ parcels }: { parcels: [] }) => parcels.length),
    [2, 1],
  )
  t.deepEqual(again, more)
})

test('two who plan one parcel at the same moment for two couriers: one of them has it', async t => {
  const all = await morning(t)
  const { clerk, courier, first } = await staffOf(all)
  const other = await all.person('courier', krongNo)
  const both = await Promise.all(
    [courier, other].map(({ id }) => clerk.post('/rounds', { courier: id, codes: [first] })),
  )
  t.deepEqual(both.map(({ status }) => status).sort(), [201, 409])
  t.is(both.find(({ status }) => status === 409)?.body.code, 'on_another_round')
})

test('a round is planned of what is here and goes to a receiver, each wrong code told', async t => {
  const all = await morning(t)
  const { clerk, courier, first } = await staffOf(all)
  const [filing] = await all.db('parcels').where({ purpose: 'filing' }).pluck('code')
  const there = await all.person('courier', giaNghia)
  const { status, body } = await clerk.post('/rounds', { courier: courier.id, codes: [first, filing, 'PA999999999VN'] })
  t.is(status, 422)
  t.deepEqual(
    body.errors.map(({ pointer }: { pointer: string }) => pointer),
    ['/codes/1', '/codes/2'],
  )
  const far = await all.person('clerk', giaNghia)
  t.is((await far.post('/rounds', { courier: there.id, codes: [first] })).status, 422, 'it lies at Krông Nô')
  t.is((await far.post('/rounds', { courier: courier.id, codes: [first] })).status, 404, 'nor is the courier theirs')
})

test('a courier sees his own round, a clerk those of the office, a supervisor all', async t => {
  const all = await morning(t)
  const staff = await staffOf(all)
  const round = await onRound(all, staff, [staff.first])
  t.is((await staff.courier.get('/rounds/current')).body.id, round.id)
  const colleague = await all.person('courier', krongNo)
  t.is((await colleague.get('/rounds/current')).status, 404)
  t.is((await colleague.post('/rounds', { courier: staff.courier.id, codes: [staff.second] })).status, 404)
  for (const [who, status] of [
    [colleague, 404],
    [await all.person('clerk', giaNghia), 404],
    [staff.clerk, 200],
    [await all.person('supervisor', giaNghia), 200],
    [await all.person('auditor', null), 200],
  ] as const) {
    t.is((await who.get(`/rounds/${round.id}`)).status, status, who.name)
    t.is((await who.file(`/rounds/${round.id}/sheet.pdf`)).status, status, who.name)
  }
  t.is((await colleague.post(`/rounds/${round.id}/stops/1/report`, {})).status, 422)
})

test('the sheet of a round names its stops, and every printing is noted', async t => {
  const all = await morning(t)
  const staff = await staffOf(all)
  const round = await onRound(all, staff, [staff.first, { code: staff.second, papers: ['old_card'] }])
  const [page = ''] = await texts((await staff.clerk.file(`/rounds/${round.id}/sheet.pdf`)).bytes)
  for (const words of ['BẢN KÊ PHÁT (BD13)', 'Nguyễn Thị Hoa', '0912 345 678', 'Y Bhĭm', 'thẻ, giấy tờ cũ'])
    t.true(page.includes(words), words)
  const [again = ''] = await texts((await staff.courier.file(`/rounds/${round.id}/sheet.pdf`)).bytes)
  t.true(again.includes('BẢN IN LẠI 1'))
  t.is((await all.db('printings').where({ document: 'round sheet' })).length, 2)
})

test('a courier takes notices along for what is not handed over yet, and they tell nobody what is in the envelope', async t => {
  const all = await morning(t)
  const staff = await staffOf(all)
  const round = await onRound(all, staff, all.codes)
  const path = `/rounds/${round.id}/notices.pdf`
  const printed = async () => texts((await staff.courier.file(path)).bytes)
  const office = await all.db('units').where({ id: krongNo }).first('name')
  const pages = await printed()
  t.is(pages.length, 2, 'a page a receiver')
  for (const words of [
    'GIẤY MỜI NHẬN BƯU GỬI',
    String(office?.name).toUpperCase(),
    'Xin mang theo',
    'Giữ đến hết ngày',
  ])
    t.true(
      pages.every(page => page.includes(words)),
      words,
    )
  t.false(pages.some(page => /công an|căn cước|hộ chiếu/i.test(page)))
  t.is((await (await all.person('courier', krongNo)).file(path)).status, 404)

  await report(staff.courier, round, 1, handed({ codes: [staff.first] }))
  await report(staff.courier, round, 2, handed({ name: 'Y Bhĭm' }))
  const [page = '', ...more] = await printed()
  t.deepEqual(more, [], 'none for whom has got all of it')
  t.deepEqual(
    [staff.first, staff.third].map(code => page.includes(groupedItemCode(code))),
    [false, true],
  )
  t.is((await all.db('printings').where({ document: 'collection notices' })).length, 2)
  await report(staff.courier, round, 1, handed())
  t.is((await staff.courier.get(path)).status, 409)
})

test('what another courier took from this one singly goes along when he says so', async t => {
  const all = await morning(t)
  const staff = await staffOf(all)
  const round = await onRound(all, staff, [staff.first, staff.second])
  const colleague = await all.person('courier', krongNo)
  const plan = () => colleague.post('/rounds', { courier: colleague.id, codes: [staff.first] })
  t.is((await plan()).status, 422, 'it is in somebody else’s hands')
  await scanned(all, colleague, 'take_over', staff.first)
  t.is((await plan()).status, 201)
  t.is((await statesOf(staff.courier, round))[staff.first], 'moved')
})

test('what has to be collected back may still become known while the round is open', async t => {
  const all = await morning(t)
  const staff = await staffOf(all)
  const plan = (codes: unknown[]) => staff.clerk.post('/rounds', { courier: staff.courier.id, codes })
  await plan([staff.first, staff.second])
  const { body } = await plan([{ code: staff.second, papers: ['old_card'] }])
  t.deepEqual(
    body.stops.map(({ parcels }: { parcels: { papers: string[] }[] }) => parcels[0]?.papers),
    [[], ['old_card']],
  )
  t.deepEqual((await plan([staff.second])).body, body, 'and is not forgotten by a code alone')
})
