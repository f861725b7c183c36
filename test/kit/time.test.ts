import test from 'ava'
import { timeOfDay } from '../../src/kit/cells.ts'
import { minutesOf, writtenTime } from '../../src/kit/time.ts'

for (const [written, minutes] of [
  ['00:00', 0],
  ['07:30', 450],
  ['23:59', 1439],
  ['24:00', 1440],
] as const)
  test(`${written} is minute ${minutes} of a day, and is written so`, t => {
    t.is(minutesOf(written), minutes)
    t.is(writtenTime(minutes), written)
  })

test('an hour may be written with one digit', t => {
  t.is(minutesOf('5:05'), 305)
})

for (const written of ['', '7', '07:60', '24:01', '99:00', '-1:00', '07:30 ', '07:3'])
  test(`“${written}” is no time`, t => {
    t.is(minutesOf(written), null)
  })

test('nothing happens at the end of a day that would not happen on the next', t => {
  const read = (text: string) => timeOfDay('Xin ghi giờ.').safeParse(text).data
  t.is(read(' 21:00 '), 1260)
  t.is(read('24:00'), undefined)
})
