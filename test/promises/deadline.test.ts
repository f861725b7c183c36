import test from 'ava'
import { rfc3339 } from '../../src/kit/time.ts'
import { type Calendars, readCalendars } from '../../src/places/queries.ts'
import { dueAt, extendedBy, type Target, thresholds } from '../../src/promises/deadline.ts'
import { giaNghia, scenario } from '../support/scenario.ts'

/** By the calendars and holidays that ship; of `halfSaturday` that of an office which closes at noon on Saturdays. */
const counted = {
  '48 hours': [{ amount: 48, unit: 'hours' }, 'rounds', null],
  '15 days in town': [{ amount: 360, unit: 'hours' }, 'rounds', null],
  '30 days in the country': [{ amount: 720, unit: 'hours' }, 'rounds', null],
  '4 working hours': [{ amount: 4, unit: 'working_hours' }, 'agency', null],
  '4 hours at the counter, half Saturday': [{ amount: 4, unit: 'working_hours' }, 'counter', giaNghia],
  '1 working day': [{ amount: 1, unit: 'working_days' }, 'agency', null],
  '3 working days': [{ amount: 3, unit: 'working_days' }, 'agency', null],
  '5 days at the counter': [{ amount: 5, unit: 'working_days' }, 'counter', null],
  '7 working days': [{ amount: 7, unit: 'working_days' }, 'agency', null],
  '10 working days': [{ amount: 10, unit: 'working_days' }, 'agency', null],
  '30 working days': [{ amount: 30, unit: 'working_days' }, 'agency', null],
  'J+2': [{ amount: 2, unit: 'working_days' }, 'counter', null],
  'J+2, half Saturday': [{ amount: 2, unit: 'working_days' }, 'counter', giaNghia],
  'J+6': [{ amount: 6, unit: 'working_days' }, 'counter', null],
} as const satisfies Record<string, [Target, Parameters<Calendars>[0], string | null]>

// biome-ignore format: a table is read by its columns
const table: [keyof typeof counted, string, string, string][] = [
  ['48 hours', '2026-11-25T08:00', '2026-11-27T08:00', 'day and night'],
  ['48 hours', '2026-11-27T18:00', '2026-11-29T18:00', 'a weekend is no rest'],
  ['48 hours', '2026-11-23T16:00', '2026-11-25T16:00', 'nor is Ngày Văn hóa'],
  ['48 hours', '2026-02-15T16:30', '2026-02-17T16:30', 'nor is Tết'],
  ['48 hours', '2026-12-31T23:59', '2027-01-02T23:59', 'nor is the new year'],
  ['48 hours', '2028-02-28T10:00', '2028-03-01T10:00', 'a leap day is a day'],
  ['15 days in town', '2026-11-23T09:00', '2026-12-08T09:00', 'to the hour'],
  ['15 days in town', '2026-02-10T09:00', '2026-02-25T09:00', 'also over Tết'],
  ['30 days in the country', '2026-11-23T09:00', '2026-12-23T09:00', 'to the hour'],
  ['4 working hours', '2026-11-23T07:30', '2026-11-23T11:30', 'ends with the morning, not with the afternoon'],
  ['4 working hours', '2026-11-23T08:00', '2026-11-23T14:00', 'noon is no working time'],
  ['4 working hours', '2026-11-25T12:00', '2026-11-26T08:00', 'from noon on'],
  ['4 working hours', '2026-11-23T13:30', '2026-11-25T08:00', 'over Ngày Văn hóa'],
  ['4 working hours', '2026-11-27T16:00', '2026-11-30T10:30', 'over a weekend'],
  ['4 working hours', '2026-11-28T09:00', '2026-11-30T11:30', 'from a Saturday'],
  ['4 working hours', '2026-11-25T23:30', '2026-11-26T11:30', 'from late at night'],
  ['4 working hours', '2026-11-26T00:10', '2026-11-26T11:30', 'from just after midnight'],
  ['4 working hours', '2026-11-25T17:00', '2026-11-26T11:30', 'from the minute of closing'],
  ['4 working hours', '2026-02-13T16:30', '2026-02-23T11:00', 'over Tết'],
  ['4 working hours', '2026-04-29T15:00', '2026-05-04T09:30', 'over 30/4 and 1/5'],
  ['4 working hours', '2026-08-28T16:00', '2026-09-03T10:30', 'over 2/9, its second day and the exchanged Monday'],
  ['4 working hours', '2026-08-21T16:00', '2026-08-22T10:30', 'onto an exchanged Saturday, which has a Monday’s hours'],
  ['4 hours at the counter, half Saturday', '2026-11-27T16:00', '2026-11-28T10:30', 'onto half a day'],
  ['4 hours at the counter, half Saturday', '2026-11-28T10:00', '2026-11-30T10:00', 'from half a day'],
  ['1 working day', '2026-11-25T08:00', '2026-11-26T17:00', 'the next day'],
  ['1 working day', '2026-11-23T08:00', '2026-11-25T17:00', 'over Ngày Văn hóa'],
  ['1 working day', '2026-11-27T16:59', '2026-11-30T17:00', 'over a weekend'],
  ['1 working day', '2026-11-28T09:00', '2026-11-30T17:00', 'from a Saturday'],
  ['1 working day', '2026-11-25T23:30', '2026-11-26T17:00', 'from late at night, the local day counts'],
  ['1 working day', '2026-11-26T00:10', '2026-11-27T17:00', 'from just after midnight'],
  ['1 working day', '2026-02-13T10:00', '2026-02-23T17:00', 'over Tết'],
  ['1 working day', '2026-04-29T10:00', '2026-05-04T17:00', 'over 30/4 and 1/5'],
  ['1 working day', '2026-08-21T10:00', '2026-08-22T17:00', 'onto an exchanged Saturday'],
  ['1 working day', '2026-08-28T10:00', '2026-09-03T17:00', 'over 2/9 and its second day'],
  ['3 working days', '2026-11-23T10:00', '2026-11-27T17:00', 'with Ngày Văn hóa among them'],
  ['3 working days', '2026-11-26T10:00', '2026-12-01T17:00', 'over a weekend'],
  ['3 working days', '2026-02-13T10:00', '2026-02-25T17:00', 'over Tết'],
  ['3 working days', '2026-04-24T10:00', '2026-05-04T17:00', 'over the substitute of Giỗ Tổ, 30/4 and 1/5'],
  ['5 days at the counter', '2026-11-23T10:00', '2026-11-30T17:00', 'Saturdays count'],
  ['5 days at the counter', '2026-09-01T10:00', '2026-09-08T17:00', 'from a holiday'],
  ['7 working days', '2026-02-06T10:00', '2026-02-24T17:00', 'five before Tết, two after'],
  ['10 working days', '2026-04-20T10:00', '2026-05-07T17:00', 'over three holidays'],
  ['30 working days', '2026-08-10T10:00', '2026-09-23T17:00', 'with an exchanged Saturday and 2/9'],
  ['J+2', '2026-11-25T08:00', '2026-11-27T17:00', 'two days on'],
  ['J+2', '2026-11-23T08:00', '2026-11-26T17:00', 'over Ngày Văn hóa'],
  ['J+2', '2026-11-27T08:00', '2026-11-30T17:00', 'Saturday counts, Sunday does not'],
  ['J+2', '2026-11-28T08:00', '2026-12-01T17:00', 'from a Saturday'],
  ['J+2', '2026-02-13T08:00', '2026-02-21T17:00', 'the Saturdays before and after Tết'],
  ['J+2', '2026-04-29T08:00', '2026-05-04T17:00', 'the Saturday after 1/5, then Monday'],
  ['J+2', '2026-08-28T08:00', '2026-09-03T17:00', 'over 2/9'],
  ['J+2', '2026-01-09T08:00', '2026-01-12T17:00', 'an exchanged Saturday is one anyway'],
  ['J+2, half Saturday', '2026-11-26T08:00', '2026-11-28T11:30', 'ends at noon on a half day'],
  ['J+2, half Saturday', '2026-11-27T08:00', '2026-11-30T17:00', 'a half day is a day'],
  ['J+6', '2026-11-23T08:00', '2026-12-01T17:00', 'out of the province'],
  ['J+6', '2026-02-11T08:00', '2026-02-24T17:00', 'out of the province, over Tết'],
]

test('each deadline is where a person would count it to', async t => {
  const { owner, db } = await scenario(t)
  const hours = { 1: [450, 1020], 2: [450, 1020], 3: [450, 1020], 4: [450, 1020], 5: [450, 1020], 6: [450, 690] }
  await owner('unit_calendars').insert({ unit_id: giaNghia, calendar: 'counter', hours })
  const calendars = await readCalendars(db)
  for (const [what, start, due, why] of table) {
    const [target, calendar, unit] = counted[what]
    const at = dueAt(new Date(`${start}:00+07:00`), target, calendars(calendar, unit))
    t.is(rfc3339(at), `${due}:00.000+07:00`, `${what} from ${start}: ${why}`)
  }
})

test('working time is counted to the second: what begins at 16:59:30 has half a minute of that day', async t => {
  const { db } = await scenario(t)
  const agency = (await readCalendars(db))('agency', null)
  const due = (start: string) =>
    rfc3339(dueAt(new Date(`2026-11-25T${start}+07:00`), { amount: 4, unit: 'working_hours' }, agency)).slice(8, 23)
  t.is(due('16:59:30'), '26T11:29:30.000')
  t.is(due('11:29:59.500'), '26T07:59:59.500', 'from the last half second before noon')
  t.is(due('08:00:07'), '25T14:00:07.000')
})

test('hours that are no hours are refused by the database', async t => {
  const { owner } = await scenario(t)
  for (const hours of [
    {},
    { 7: [450, 1020] },
    { 1: [450] },
    { 1: [1020, 450] },
    { 1: [450, 1441] },
    { 1: ['x', 'y'] },
    [],
  ]) {
    const written = JSON.stringify(hours)
    const insert = owner.raw(`insert into unit_calendars values (?, 'counter', ?::jsonb)`, [giaNghia, written])
    await t.throwsAsync(async () => insert, { message: /check/ }, written)
  }
})

/** With times in which the clock stood still, from and until. */
// biome-ignore format: a table is read by its columns
const paused: [keyof typeof counted, string, [string, string][], string, string][] = [
  ['48 hours', '2026-11-25T08:00', [['2026-11-26T09:00', '2026-11-27T07:30']], '2026-11-28T06:30', 'a night and a morning'],
  ['48 hours', '2026-02-13T16:00', [['2026-02-14T09:00', '2026-02-23T07:30']], '2026-02-24T14:30', 'from the edge of Tết to its other edge'],
  ['48 hours', '2026-11-25T08:00', [['2026-11-26T09:00', '2026-11-26T10:00'], ['2026-11-27T08:30', '2026-11-27T10:30']], '2026-11-27T11:00', 'a second one that the first let in'],
  ['48 hours', '2026-11-25T08:00', [['2026-11-27T08:00', '2026-11-28T08:00']], '2026-11-27T08:00', 'one that began when it was due excuses nothing'],
  ['J+2', '2026-11-25T08:00', [['2026-11-26T09:00', '2026-11-26T16:00']], '2026-11-27T17:00', 'within a day none is lost'],
  ['J+2', '2026-11-25T08:00', [['2026-11-26T09:00', '2026-11-27T07:30']], '2026-11-28T17:00', 'a night loses a day'],
  ['J+2', '2026-04-24T08:00', [['2026-04-25T09:00', '2026-05-02T07:30']], '2026-05-04T17:00', 'over holidays, those that are worked are lost'],
  ['J+2', '2026-08-27T08:00', [['2026-08-28T15:00', '2026-09-02T10:00']], '2026-09-03T17:00', 'into 2/9, of which Saturday alone is lost'],
  ['J+2', '2026-05-05T08:00', [['2026-05-07T09:25', '2026-05-10T07:30']], '2026-05-11T17:00', 'until a Sunday, it goes on with Monday'],
  ['J+2', '2026-05-05T08:00', [['2026-05-07T16:00', '2026-05-07T18:30']], '2026-05-08T17:00', 'until an evening, it goes on the next day'],
  ['J+6', '2026-11-23T08:00', [['2026-11-30T09:00', '2026-12-02T09:00']], '2026-12-03T17:00', 'out of the province'],
  ['4 working hours', '2026-11-25T16:00', [['2026-11-25T16:30', '2026-11-26T08:00']], '2026-11-26T11:30', 'working time alone is lost'],
  ['4 working hours', '2026-02-13T15:00', [['2026-02-13T17:00', '2026-02-23T07:30']], '2026-02-23T09:30', 'a pause from closing to opening loses nothing'],
]

test('each deadline moves by what was lost while it stood still', async t => {
  const { db } = await scenario(t)
  const calendars = await readCalendars(db)
  const at = (local: string) => new Date(`${local}:00+07:00`)
  for (const [what, start, pauses, due, why] of paused) {
    const [target, calendar, unit] = counted[what]
    const kept = calendars(calendar, unit)
    const stood = pauses.map(([from, until]) => ({ begins_at: at(from), ends_at: at(until) }))
    const moved = extendedBy(dueAt(at(start), target, kept), stood, target.unit, kept)
    t.is(rfc3339(moved), `${due}:00.000+07:00`, `${what} from ${start}: ${why}`)
  }
})

test('where no timetable is known people hear of it at three quarters and nine tenths of the time', t => {
  const start = new Date('2026-11-23T00:00:00Z')
  const times = thresholds(start, new Date('2026-11-25T00:00:00Z'), null)
  t.deepEqual(
    [times.at_risk_at, times.missed_at].map(at => at.toISOString()),
    ['2026-11-24T12:00:00.000Z', '2026-11-24T19:12:00.000Z'],
  )
})

test('where one is known, two hours before the last van or round that can keep it, and when that has gone', t => {
  const [start, due] = [new Date('2026-11-23T00:00:00Z'), new Date('2026-11-25T00:00:00Z')]
  const told = (chance: string) =>
    Object.values(thresholds(start, due, new Date(chance))).map(at => at.toISOString().slice(8, 16))
  t.deepEqual(told('2026-11-24T06:00:00Z'), ['24T04:00', '24T06:00'])
  t.deepEqual(told('2026-11-23T01:00:00Z'), ['23T00:00', '23T01:00'], 'not before it began')
  t.deepEqual(told('2026-11-22T01:00:00Z'), ['23T00:00', '23T00:00'], 'it could never be kept')
})
