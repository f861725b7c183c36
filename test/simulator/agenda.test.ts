import test from 'ava'
import fc from 'fast-check'
import { Agenda } from './agenda.ts'

test('what is put down comes in the order of time, and of one moment as it was put down', t => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 20 }), { maxLength: 60 }), times => {
      const agenda = new Agenda()
      const came: [number, number][] = []
      for (const [i, at] of times.entries()) agenda.put(at, () => void came.push([at, i]))
      for (let next = agenda.next(20); next; next = agenda.next(20)) next.act()
      const wanted = times.map((at, i): [number, number] => [at, i]).sort((a, b) => a[0] - b[0] || a[1] - b[1])
      return JSON.stringify(came) === JSON.stringify(wanted)
    }),
  )
  t.pass()
})

test('what comes after the end waits', t => {
  const agenda = new Agenda()
  agenda.put(10.4, () => {})
  t.is(agenda.next(9), null)
  t.is(agenda.next(10)?.at, 10, 'moments are whole milliseconds, as the database keeps them')
})
