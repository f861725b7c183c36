import test from 'ava'
import type { Step } from '../../src/custody/steps.ts'
import { rfc3339 } from '../../src/kit/time.ts'
import type { Calendar } from '../../src/places/calendar.ts'
import { type DoorFact, pausesOf, withoutOverlap } from '../../src/promises/pauses.ts'

const at = (local: string) => new Date(`2026-11-${local}:00+07:00`)
const called = { called_at: '2026-11-23T09:10:00+07:00' }
const excuses = ['nobody_home', 'asked_other_time', 'wrong_address', 'refused', 'no_authorised_person']

type Told = [step: Step, local: string, detail?: DoorFact['detail']]
const away = (detail = {}): Told => ['attempt', '23T09:30', { reason: 'nobody_home', ...detail }]

// biome-ignore format: a table is read by its columns
const cases: [why: string, facts: Told[], pauses: string[]][] = [
  ['nobody home and nothing to show for it excuses nothing', [away()], []],
  ['rung up the same day: until somebody tries again, two working days at most', [away(called)], ['23T09:30 26T17:00 call']],
  ['rung up another day excuses nothing', [away({ called_at: '2026-11-22T09:10:00+07:00' })], []],
  ['a numbered notice is evidence', [away(), ['invite', '23T09:30']], ['23T09:30 26T17:00 notice']],
  ['a notice that came with the next attempt is evidence of that one', [away(), ['attempt', '25T09:00', { reason: 'nobody_home' }], ['invite', '25T09:00']], ['25T09:00 27T17:00 notice']],
  ['the next attempt ends a pause', [away(called), ['attempt', '25T10:00', { reason: 'fee_not_paid' }]], ['23T09:30 25T10:00 call']],
  ['the delivery ends a pause', [away(called), ['load', '25T08:00'], ['deliver', '25T10:00']], ['23T09:30 25T10:00 call']],
  ['asked for another time, it runs again when that day begins', [['attempt', '23T09:30', { reason: 'asked_other_time', again_on: '2026-11-28' }]], ['23T09:30 28T07:30 appointment']],
  ['another time of which nobody named the day excuses nothing', [['attempt', '23T09:30', { reason: 'asked_other_time' }]], []],
  ['an agreed day or the next attempt, whichever comes first', [away({ ...called, again_on: '2026-11-30' }), ['attempt', '25T10:00', { reason: 'fee_not_paid' }]], ['23T09:30 25T10:00 call']],
  ['for later the same day nothing is excused beyond the two days', [away({ ...called, again_on: '2026-11-23' })], ['23T09:30 26T17:00 call']],
  ['a wrong address is the courier’s own word', [['attempt', '23T09:30', { reason: 'wrong_address' }]], ['23T09:30 26T17:00 statement']],
  ['a fee that was not paid is no excuse', [['attempt', '23T09:30', { reason: 'fee_not_paid', ...called }]], []],
  ['held at the counter, it stands still until it is fetched', [away(called), ['hold', '23T16:00']], ['23T09:30 - call']],
  ['fetched at the counter, it stood still until then', [away(called), ['hold', '23T16:00'], ['deliver', '30T09:00']], ['23T09:30 30T09:00 call']],
  ['taken out of the counter again, it runs again', [away(called), ['hold', '23T16:00'], ['load', '26T08:00']], ['23T09:30 26T08:00 call']],
  ['what is lost at the counter is not excused from then on', [away(called), ['hold', '23T16:00'], ['report_lost', '27T08:00']], ['23T09:30 27T08:00 call']],
]

const told = (facts: readonly Told[]): DoorFact[] =>
  facts.map(([step, local, detail = {}], i) => ({
    id: `fact ${i}`,
    step,
    at: at(local),
    person_id: 'courier',
    unit_id: 'office',
    detail,
  }))

const office = [450, 1020]
/** As the counters of the post work, in a week whose Tuesday is a holiday. */
const calendar: Calendar = {
  week: { 1: office, 2: office, 3: office, 4: office, 5: office, 6: office },
  off: new Set(['2026-11-24']),
  working: new Set(),
}
const local = (moment: Date) => rfc3339(moment).slice(8, 16)
const excused = (facts: readonly Told[], upheld: readonly string[] = []) =>
  pausesOf(told(facts), { excuses, calendar, upheld: new Set(upheld), agreed: new Map() }).map(
    ({ begins_at, ends_at, evidence }) => [local(begins_at), ends_at ? local(ends_at) : '-', evidence].join(' '),
  )

for (const [why, facts, pauses] of cases)
  test(why, t => {
    t.deepEqual(excused(facts), pauses)
  })

test('an attempt at which she was at home after all excuses nothing', t => {
  t.deepEqual(excused([away(called)], ['fact 0']), [])
})

test('two reasons at one time are one pause', t => {
  const pause = (from: string, until: string | null) => ({
    begins_at: at(from),
    ends_at: until ? at(until) : null,
    agreed_until: null,
    reason: 'nobody_home',
    evidence: 'call' as const,
    person_id: null,
    event_id: null,
  })
  const spans = (...pauses: ReturnType<typeof pause>[]) =>
    withoutOverlap(pauses).map(({ begins_at, ends_at }) => [begins_at, ends_at])
  t.deepEqual(spans(pause('24T08:00', '25T08:00'), pause('23T08:00', '24T12:00')), [
    [at('23T08:00'), at('24T12:00')],
    [at('24T12:00'), at('25T08:00')],
  ])
  t.deepEqual(spans(pause('23T08:00', '25T08:00'), pause('24T08:00', '24T12:00')), [[at('23T08:00'), at('25T08:00')]])
  t.deepEqual(spans(pause('23T08:00', null), pause('24T08:00', '24T12:00')), [[at('23T08:00'), null]])
})
