import test from 'ava'
import { DomainError } from '../../src/kit/errors.ts'
import type { Calendar } from '../../src/places/calendar.ts'
import { dueDeed } from '../../src/rounds/due-deed.ts'
import { type Invited, noticeNumber } from '../../src/rounds/notice-number.ts'
import type { DueDeed, ParcelState } from '../../src/rounds/options.ts'
import { owedFor } from '../../src/rounds/owed-for.ts'
import { parcelState, type Whereabouts } from '../../src/rounds/parcel-state.ts'
import { type Receiver, stopsFor } from '../../src/rounds/stops-for.ts'

const hoa: Receiver = { name: 'Nguyễn Thị Hoa', address: 'Tổ 3, Đắk Mâm', identity: null }
const [one, two] = [
  { ...hoa, identity: '01' },
  { ...hoa, identity: '02' },
]
const elsewhere = { ...hoa, address: 'Tổ 4, Đắk Mâm' }

const groupings: [string, Receiver[], number[]][] = [
  ['one receiver at one address is one stop', [hoa, hoa], [1, 1]],
  ['another address is another stop', [hoa, elsewhere, hoa], [1, 2, 1]],
  ['stops are numbered in the order of the parcels', [elsewhere, hoa], [1, 2]],
  ['two people of one name and address are two stops', [one, two, one], [1, 2, 1]],
  ['a parcel without a number joins its namesake', [one, hoa], [1, 1]],
  ['and does not join two people of one name', [hoa, one, two], [1, 1, 2]],
]
for (const [what, receivers, stops] of groupings)
  test(`${what}: ${stops}`, t => t.deepEqual(stopsFor([], receivers), stops))

test('what comes later in the day joins the stop that is there', t => {
  t.deepEqual(stopsFor([{ ...hoa, stop: 4 }], [elsewhere, hoa]), [5, 4])
})

const lan = 'lan'
const round = { courier_id: lan, unit_id: 'A' }
const inHand: Whereabouts = {
  moved_to: null,
  holder_kind: 'courier',
  holder_unit: 'A',
  holder_person: lan,
  is_lost: false,
  last_person: lan,
  was_taken: true,
  is_off_round: false,
  attempted_at: null,
}
const atOffice = { ...inHand, holder_kind: 'post_office' as const, holder_person: null }
const withReceiver = { ...inHand, holder_kind: 'recipient' as const, holder_unit: null, holder_person: null }

const states: [string, Partial<Whereabouts>, ParcelState][] = [
  ['in the courier’s hands', inHand, 'in_hand'],
  ['tried and still in hand', { ...inHand, attempted_at: new Date() }, 'attempted'],
  ['at the office and never loaded', { ...atOffice, was_taken: false }, 'to_load'],
  ['at the office again', atOffice, 'back'],
  ['at another office', { ...atOffice, holder_unit: 'B' }, 'elsewhere'],
  ['with another courier, not taken over as a whole', { ...inHand, holder_person: 'minh' }, 'elsewhere'],
  ['taken over with the round', { ...inHand, holder_person: 'minh', moved_to: 'Minh' }, 'moved'],
  ['delivered', withReceiver, 'delivered'],
  ['fetched at the counter', { ...withReceiver, last_person: 'clerk' }, 'handed_out'],
  ['delivered by one who had no round', { ...withReceiver, last_person: 'other', is_off_round: true }, 'off_round'],
  ['reported lost', { ...inHand, is_lost: true }, 'lost'],
]
for (const [what, parcel, state] of states)
  test(`a parcel ${what} is ${state}`, t => t.is(parcelState({ ...inHand, ...parcel }, round), state))

const calendar: Calendar = {
  week: Object.fromEntries([1, 2, 3, 4, 5].map(day => [day, [450, 690, 810, 1020]])),
  off: new Set(['2026-12-02']),
  working: new Set(),
}
/** Nine in the morning of a day of November or December 2026. */
const at = (day: string) => new Date(`2026-${day}T02:00:00Z`)
const invited = (notices: number, day: string | null): Invited => ({ notices, noticed_at: day ? at(day) : null })

const numbers: [string, Invited, string, 1 | 2 | string][] = [
  ['the first may be left at once', invited(0, null), '11-23', 1],
  ['the second not on the next day', invited(1, '11-23'), '11-24', 'notice_too_early'],
  ['but two working days later', invited(1, '11-23'), '11-25', 2],
  ['a weekend does not count', invited(1, '11-27'), '11-30', 'notice_too_early'],
  ['after a weekend it is Tuesday', invited(1, '11-27'), '12-01', 2],
  ['a holiday does not count', invited(1, '12-01'), '12-03', 'notice_too_early'],
  ['there is no third', invited(2, '11-23'), '12-24', 'notices_left'],
]
for (const [what, before, day, number] of numbers)
  test(`of collection notices ${what}`, t => {
    if (typeof number === 'number') return t.is(noticeNumber(before, calendar, at(day)), number)
    const error = t.throws(() => noticeNumber(before, calendar, at(day)), { instanceOf: DomainError })
    return t.is(error?.code, number)
  })

test('who leaves the second notice too early is told from which day on', t => {
  const error = t.throws(() => noticeNumber(invited(1, '11-27'), calendar, at('11-28')))
  t.regex(error?.message ?? '', /từ ngày 01\/12\/2026/)
})

const deeds: [string, Parameters<typeof dueDeed>[0], DueDeed][] = [
  ['came back and nobody was invited', { ...invited(0, null), held_until: null, measure: 'again' }, 'first_notice'],
  ['was refused', { ...invited(0, null), held_until: null, measure: 'send_back' }, 'send_back'],
  ['had its first notice yesterday', { ...invited(1, '11-29'), held_until: null, measure: 'hold' }, 'hold'],
  ['had it yesterday and is held', { ...invited(1, '11-29'), held_until: '2026-12-05', measure: 'hold' }, 'wait'],
  ['had it last week', { ...invited(1, '11-25'), held_until: '2026-12-05', measure: 'hold' }, 'second_notice'],
  ['had both and is held until today', { ...invited(2, '11-25'), held_until: '2026-11-30', measure: 'hold' }, 'wait'],
  [
    'had both, and its day has passed',
    { ...invited(2, '11-25'), held_until: '2026-11-29', measure: 'hold' },
    'send_back',
  ],
  ['had one, and its day has passed', { ...invited(1, '11-29'), held_until: '2026-11-29', measure: 'hold' }, 'wait'],
]
for (const [what, parcel, deed] of deeds)
  test(`of a result that ${what} is due: ${deed}`, t => t.is(dueDeed(parcel, calendar, at('11-30')), deed))

test('what is to be collected is unknown as soon as one parcel does not know it', t => {
  t.is(owedFor([{ amount_to_collect: 26_000 }, { amount_to_collect: 0 }]), 26_000)
  t.is(owedFor([{ amount_to_collect: 26_000 }, { amount_to_collect: null }]), null)
})
