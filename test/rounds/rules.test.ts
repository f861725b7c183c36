import test from 'ava'
import type { ParcelState } from '../../src/rounds/options.ts'
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
  ['reported lost', { ...inHand, is_lost: true }, 'lost'],
]
for (const [what, parcel, state] of states)
  test(`a parcel ${what} is ${state}`, t => t.is(parcelState({ ...inHand, ...parcel }, round), state))

test('what is to be collected is unknown as soon as one parcel does not know it', t => {
  t.is(owedFor([{ amount_to_collect: 26_000 }, { amount_to_collect: 0 }]), 26_000)
  t.is(owedFor([{ amount_to_collect: 26_000 }, { amount_to_collect: null }]), null)
})
