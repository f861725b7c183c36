import test from 'ava'
import { rfc3339 } from '../../src/kit/time.ts'
import { afterWorkingDays, type Calendar } from '../../src/places/calendar.ts'
import { deadlines, dueAt } from '../../src/promises/deadline.ts'

const tet = ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20']
const agency: Calendar = {
  weekdays: [1, 2, 3, 4, 5],
  closes_at: 1020,
  off: new Set([...tet, '2026-04-27', '2026-04-30', '2026-05-01', '2026-09-01', '2026-09-02', '2026-08-31']),
  working: new Set(['2026-08-22']),
}

const cases: { start: string; days: number; due: string; why: string }[] = [
  { start: '2026-11-23T08:00', days: 1, due: '2026-11-24T17:00', why: 'the next day' },
  { start: '2026-11-27T16:59', days: 1, due: '2026-11-30T17:00', why: 'over a weekend' },
  { start: '2026-11-28T09:00', days: 1, due: '2026-11-30T17:00', why: 'from a Saturday' },
  { start: '2026-02-13T10:00', days: 1, due: '2026-02-23T17:00', why: 'over Tết' },
  { start: '2026-02-13T10:00', days: 5, due: '2026-02-27T17:00', why: 'a week that begins before Tết' },
  { start: '2026-04-24T10:00', days: 2, due: '2026-04-29T17:00', why: 'over the substitute of Giỗ Tổ' },
  { start: '2026-04-29T10:00', days: 1, due: '2026-05-04T17:00', why: 'over 30/4 and 1/5' },
  { start: '2026-08-21T10:00', days: 1, due: '2026-08-22T17:00', why: 'onto an exchanged Saturday' },
  { start: '2026-08-28T10:00', days: 1, due: '2026-09-03T17:00', why: 'over 2/9 and its second day' },
  { start: '2026-11-23T23:30', days: 1, due: '2026-11-24T17:00', why: 'from late at night, the local day counts' },
  { start: '2026-11-24T00:10', days: 1, due: '2026-11-25T17:00', why: 'from just after midnight' },
]

for (const { start, days, due, why } of cases) {
  test(`${days} working days from ${start}: ${why}`, t => {
    t.is(rfc3339(afterWorkingDays(agency, new Date(`${start}:00+07:00`), days)), `${due}:00.000+07:00`)
  })
}

test('48 hours run through nights, weekends and Tết', t => {
  const start = new Date('2026-02-15T16:30:00+07:00')
  t.is(rfc3339(dueAt(start, { amount: 48, unit: 'hours' }, agency)), '2026-02-17T16:30:00.000+07:00')
})

test('people hear of it at three quarters and nine tenths of the time', t => {
  const start = new Date('2026-11-23T00:00:00Z')
  const times = deadlines(start, new Date('2026-11-25T00:00:00Z'))
  t.deepEqual(
    [times.at_risk_at, times.missed_at].map(at => at.toISOString()),
    ['2026-11-24T12:00:00.000Z', '2026-11-24T19:12:00.000Z'],
  )
})
