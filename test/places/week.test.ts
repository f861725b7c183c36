import test from 'ava'
import { daysOf, weekOf, writtenDays, writtenWeek } from '../../src/places/week.ts'

test('hours by weekday are read as they are written', t => {
  const office = [450, 690, 810, 1020]
  t.deepEqual(weekOf('1-2 07:30-11:30 13:30-17:00; 6 07:30-11:30'), { 1: office, 2: office, 6: [450, 690] })
  for (const written of ['1-5 07:30-11:30 13:30-17:00; 6 07:30-11:30', '0-6 00:00-24:00', '1-3 5 07:30-17:00'])
    t.is(writtenWeek(weekOf(written) ?? {}), written)
})

for (const [why, written] of [
  ['no days', '07:30-11:30'],
  ['no hours', '1-5'],
  ['a day twice', '1-5 07:30-11:30; 5 07:30-11:30'],
  ['an eighth day', '1-7 07:30-11:30'],
  ['hours that go back', '1-5 07:30-11:30 11:00-17:00'],
  ['a half span', '1-5 07:30-11:30 13:30'],
  ['a minute too many', '1-5 07:60-11:30'],
  ['a day of 25 hours', '1-5 07:30-24:30'],
  ['four spans', '1 01:00-02:00 03:00-04:00 05:00-06:00 07:00-08:00'],
  ['days backwards', '5-1 07:30-11:30'],
  ['days backwards beside one that is right', '6-1 3 07:30-11:30'],
  ['nothing', ''],
] as const)
  test(`hours with ${why} are none`, t => {
    t.is(weekOf(written), null)
  })

test('days are read as they are written', t => {
  t.deepEqual(daysOf('1-5 0'), [0, 1, 2, 3, 4, 5])
  t.is(writtenDays([0, 1, 2, 3, 4, 5]), '0-5')
  t.is(writtenDays([0, 2, 4, 5]), '0 2 4-5')
  t.is(daysOf('1-5 3'), null)
  t.is(daysOf('5-1 0'), null)
})
