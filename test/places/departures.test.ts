import test from 'ava'
import { rfc3339 } from '../../src/kit/time.ts'
import { type Departure, lastChance, nextDeparture, timetableOf } from '../../src/places/departures.ts'

const weekdays = [1, 2, 3, 4, 5]
const runs = (from_unit: string, to_unit: string | null, leaves: number, arrives: number, on = weekdays): Departure[] =>
  on.map(weekday => ({ from_unit, to_unit, weekday, leaves, arrives, on_holidays: false }))

/** The desk is fetched at 16:00, the van leaves the town at 05:00 and noon, the round of the village at 13:30. */
const timetable = [
  ...runs('desk', 'town', 960, 990),
  ...runs('town', 'village', 300, 420, [0, 1, 2, 3, 4, 5, 6]),
  ...runs('town', 'village', 720, 840),
  ...runs('town', 'hamlet', 300, 360),
  ...runs('hamlet', 'village', 660, 720),
  ...runs('village', null, 810, 1020),
  ...runs('town', null, 450, 690),
]
const holidays = { off: new Set(['2026-11-24']) }
const at = (local: string) => new Date(`${local}:00+07:00`)
const said = (moment: Date | null) => moment && rfc3339(moment).slice(0, 16)

test('the next pick-up at a desk passes over nights, weekends and holidays', t => {
  const pickUps = timetable.filter(({ from_unit }) => from_unit === 'desk')
  const next = (from: string) => said(nextDeparture(pickUps, at(from), holidays))
  t.is(next('2026-11-23T15:00'), '2026-11-23T16:00')
  t.is(next('2026-11-23T16:00'), '2026-11-23T16:00', 'ready as it comes')
  t.is(next('2026-11-23T16:01'), '2026-11-25T16:00', 'not ready at one, it waits for the next')
  t.is(next('2026-11-27T16:30'), '2026-11-30T16:00')
  t.is(said(nextDeparture([], at('2026-11-23T15:00'), holidays)), null)
})

// biome-ignore format: a table is read by its columns
const chances: [string, string, string, string | null, string][] = [
  ['village', 'village', '2026-11-27T08:00', '2026-11-26T13:30', 'the round of the day before'],
  ['village', 'village', '2026-11-26T17:00', '2026-11-26T13:30', 'the round that ends just in time'],
  ['village', 'village', '2026-11-25T12:00', '2026-11-23T13:30', 'no round on a holiday'],
  ['town', 'village', '2026-11-26T18:00', '2026-11-26T05:00', 'the van that is there before the round; the one at noon comes too late'],
  ['desk', 'village', '2026-11-26T18:00', '2026-11-25T16:00', 'fetched the day before'],
  ['desk', 'village', '2026-11-25T18:00', '2026-11-23T16:00', 'over a holiday'],
  ['hamlet', 'village', '2026-11-26T18:00', '2026-11-26T11:00', 'by the way that goes straight'],
  ['town', 'town', '2026-11-26T08:00', '2026-11-25T07:30', 'its own round'],
  ['nowhere', 'village', '2026-11-26T18:00', null, 'no van leaves there'],
  ['town', 'hamlet', '2026-11-26T18:00', null, 'no round is known there'],
]

test('the last chance is the latest way by vans and rounds that is still in time', t => {
  for (const [unit, office, by, chance, why] of chances)
    t.is(
      said(lastChance(timetableOf(timetable), { unit, office, by: at(by), rests: false }, holidays)),
      chance,
      `${unit}: ${why}`,
    )
  const fetched = { unit: 'town', office: 'village', by: at('2026-11-26T18:00'), rests: true }
  t.is(
    said(lastChance(timetableOf(timetable), fetched, holidays)),
    '2026-11-26T12:00',
    'what is fetched there needs no round',
  )
})
