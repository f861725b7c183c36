import test from 'ava'
import { dayWritten, momentOf, shown } from './days.ts'
import { afterWork, endOfWorkingDay, isWorked, workingDaysIn } from './office-hours.ts'
import { readProvince } from './province.ts'

const at = (text: string) => Date.parse(`${text}:00+07:00`)

for (const [from, days, due] of [
  ['2026-04-28T10:00', 1, '2026-04-29 17:00'],
  ['2026-04-29T10:00', 1, '2026-05-04 17:00'],
  ['2026-04-25T10:00', 1, '2026-04-28 17:00'],
  ['2026-02-13T16:59', 3, '2026-02-25 17:00'],
] as const)
  test(`${days} working days of the police after ${from} end at ${due}`, async t => {
    const { agency } = await readProvince()
    t.is(shown(endOfWorkingDay(agency, at(from), days)), due)
  })

test('half an hour of work that begins at noon ends at two', async t => {
  const { agency } = await readProvince()
  t.is(shown(afterWork(agency, at('2026-04-28T12:00'), 30)), '2026-04-28 14:00')
  t.is(shown(afterWork(agency, at('2026-04-29T16:50'), 30)), '2026-05-04 07:50')
  t.is(shown(afterWork(agency, at('2026-04-28T07:30'), 240)), '2026-04-28 11:30', 'what ends with the morning')
})

test('counters are open on Saturdays, the police are not; nobody works at Tết', async t => {
  const { agency, counter } = await readProvince()
  const saturday = dayWritten('2026-04-25')
  t.deepEqual([isWorked(agency, saturday), isWorked(counter, saturday)], [false, true])
  t.is(workingDaysIn(counter, momentOf(dayWritten('2026-02-15'), 0), momentOf(dayWritten('2026-02-20'), 900)), 0)
})
