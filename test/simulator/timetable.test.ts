import test from 'ava'
import { dayWritten } from './days.ts'
import { nextHop, readProvince } from './province.ts'
import { goesOn, receivers } from './timetable.ts'

test('every office is served, every desk visited and left again, every receiver called on', async t => {
  const { offices, desks, timetable } = await readProvince()
  const goes = new Set(timetable.map(({ from, to }) => `${from} ${to}`))
  t.deepEqual(
    desks.filter(({ id, lead }) => !goes.has(`${lead} ${id}`) || !goes.has(`${id} ${lead}`)),
    [],
  )
  t.deepEqual(
    offices.filter(({ id }) => !goes.has(`${id} ${receivers}`)),
    [],
  )
  t.true(timetable.every(({ departs, arrives }) => departs < arrives))
})

test('from every office there is a way to every other, along runs that exist', async t => {
  const province = await readProvince()
  const goes = new Set(province.timetable.map(({ from, to }) => `${from} ${to}`))
  for (const { id: from } of province.offices)
    for (const { id: to } of province.offices) {
      let hops = 0
      for (let here = from; here !== to; hops++) {
        const next = nextHop(province, here, to)
        if (hops > 4 || !goes.has(`${here} ${next}`)) return t.fail(`${from} to ${to}: ${here} → ${next}`)
        here = next
      }
    }
  t.pass()
})

test('a van that keeps holidays stays at home on the first of May, and on Sundays', async t => {
  const { timetable, counter } = await readProvince()
  const [van] = timetable
  const goes = (date: string) => van !== undefined && goesOn(van, dayWritten(date), counter)
  t.deepEqual(['2026-04-29', '2026-04-30', '2026-05-01', '2026-05-02', '2026-05-03'].map(goes), [
    true,
    false,
    false,
    true,
    false,
  ])
})
