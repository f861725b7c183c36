import test from 'ava'
import { after } from '../../src/custody/after-step.ts'
import type { Fact, Present, Thing } from '../../src/custody/fact.ts'
import { fold } from '../../src/custody/fold.ts'
import type { Step } from '../../src/custody/steps.ts'
import { hour } from '../../src/kit/time.ts'

const start = new Date('2026-11-23T01:00:00Z')
const at = (hours: number) => new Date(start.getTime() + hours * hour)
/** A result that its receiver gets from office A; offices A and B lie on its way. */
const thing: Thing = {
  origin: { kind: 'police_unit', unit: 'P', person: null },
  created_at: start,
  purpose: 'result',
  destination_kind: 'recipient',
  on_route: ['A', 'B'],
  destination_unit: 'A',
  hands: null,
  zone: 'rural',
}
const clerk = { person: 'ann', role: 'clerk', unit: 'A', unit_kind: 'post_office' } as const
const clerkAt = (unit: string) => ({ ...clerk, unit })
const courier = { ...clerk, person: 'cuong', role: 'courier' } as const
const officer = { person: 'em', role: 'officer', unit: 'P', unit_kind: 'police_unit' } as const

let serial = 0
const fact = (
  step: Step,
  hours: number,
  who: Pick<Fact, 'person' | 'role' | 'unit' | 'unit_kind'>,
  detail = {},
): Fact => ({
  id: `${++serial}`.padStart(8, '0'),
  step,
  device: null,
  counter: null,
  occurred_at: at(hours),
  effective_at: at(hours),
  corrects: null,
  detail,
  ...who,
})

const present = (...facts: Fact[]): Present => {
  const folded = fold(thing, facts)
  for (const one of facts) if (folded.standings.get(one.id)?.standing !== 'applied') throw new Error(one.step)
  return folded.present
}
const handedBack = fact('hand_back', 1, clerk)
const loaded = fact('load', 2, courier)
const nobodyHome = { reason: 'nobody_home', measure: 'again' }

test('a parcel is with its holder since they took it, whatever they say of it afterwards', t => {
  t.like(present(handedBack, loaded, fact('attempt', 5, courier, nobodyHome)), { since: at(2) })
})

test('each attempt to deliver counts', t => {
  const tries = [3, 4].map(hours => fact('attempt', hours, courier, nobodyHome))
  t.is(present(handedBack, loaded, ...tries).attempts, 2)
})

test('what the police took back is at its end, and no longer on its way back', t => {
  const back = present(handedBack, fact('send_back', 2, clerk, { reason: 'moved' }), fact('take_back', 3, officer))
  t.like(back, { ended_at: at(3), is_sent_back: false, is_over: false, holder: { kind: 'police_unit', unit: 'P' } })
})

test('what is sent back is held no longer, and is nowhere misrouted', t => {
  const back = present(
    handedBack,
    fact('hold', 2, clerk, { until: '2026-12-01' }),
    fact('send_back', 3, clerk, { reason: 'moved' }),
    fact('arrive', 4, clerkAt('C')),
  )
  t.like(back, { is_sent_back: true, held_until: null, is_misrouted: false })
})

test('a parcel that moves on has left its bag', t => {
  const packed = [handedBack, fact('pack', 2, clerk, { bag: 'T1' })]
  t.is(present(...packed).bag, 'T1')
  t.is(present(...packed, fact('load', 3, courier)).bag, null)
  t.is(present(...packed, fact('unpack', 3, clerk)).bag, null)
})

test('a clerk who takes over from a courier takes it into the office', t => {
  t.deepEqual(present(handedBack, loaded, fact('take_over', 3, clerkAt('B'))).holder, {
    kind: 'post_office',
    unit: 'B',
    person: null,
  })
})

for (const step of ['load', 'arrive', 'hand_back', 'depart'] as const) {
  test(`the 48 hours begin with ${step} when it is the first scan outside the police`, t => {
    t.deepEqual(present(fact(step, 1, step === 'load' ? courier : clerk)).handed_back_at, at(1))
  })
}

test('a second word that the result was handed back does not begin the 48 hours anew', t => {
  t.deepEqual(present(fact('arrive', 1, clerk), fact('hand_back', 5, clerk)).handed_back_at, at(1))
})

test('it can be fetched from the first moment at its own office, not from another', t => {
  const elsewhere = fact('arrive', 2, clerkAt('B'))
  t.is(present(fact('hand_back', 1, clerkAt('B')), elsewhere).collectable_at, null)
  const twice = [fact('arrive', 3, clerk), fact('load', 4, courier), fact('arrive', 5, clerk)]
  t.deepEqual(present(fact('hand_back', 1, clerkAt('B')), ...twice).collectable_at, at(3))
})

test('redirected on its way, it is at home at the new office and can be fetched there', t => {
  const redirected = [fact('hand_back', 1, clerkAt('B')), fact('redirect', 2, clerkAt('B'), { office: 'C' })]
  t.is(present(...redirected).collectable_at, null)
  t.like(present(...redirected, fact('arrive', 3, clerkAt('C'))), { is_misrouted: false, collectable_at: at(3) })
})

test('redirected once it lay ready, it could be fetched from then on', t => {
  const redirected = [handedBack, fact('redirect', 2, clerk, { office: 'C' })]
  t.deepEqual(present(...redirected, fact('arrive', 3, clerkAt('C'))).collectable_at, at(1))
})

test('given back to the police, it can be fetched nowhere', t => {
  t.is(present(handedBack, fact('take_back', 2, officer)).collectable_at, null)
})

test('where an address was forwarded to is no wrong office', t => {
  const lost = { ...present(handedBack, fact('arrive', 2, clerkAt('C'))) }
  t.true(lost.is_misrouted)
  t.false(after(thing, lost, fact('redirect', 3, clerkAt('C'), { office: 'B' })).is_misrouted)
})
