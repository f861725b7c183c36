import fc from 'fast-check'
import type { Fact, Thing } from '../../src/custody/fact.ts'
import { type Step, stepNames } from '../../src/custody/steps.ts'
import { hour } from '../../src/kit/time.ts'

const start = new Date('2026-11-23T01:00:00Z')
/** A dossier on its way out. */
export const thing: Thing = {
  origin: { kind: 'applicant', unit: null, person: null },
  created_at: start,
  purpose: 'filing',
  destination_kind: 'police_unit',
  on_route: ['A', 'B'],
  destination_unit: 'P',
  hands: null,
  zone: null,
}

let serial = 0
/** A fact some hours after the parcel was registered. */
export const fact = (step: Step, hours: number, change: Partial<Fact> = {}): Fact => ({
  occurred_at: new Date(start.getTime() + hours * hour),
  id: `${++serial}`.padStart(8, '0'),
  step,
  person: 'ann',
  role: 'clerk',
  unit: 'A',
  unit_kind: 'post_office',
  device: null,
  counter: null,
  effective_at: new Date(start.getTime() + hours * hour),
  corrects: null,
  detail: {
    ...{ until: '2026-12-01', office: 'B', reason: 'nobody_home', measure: 'again', number: 1 },
    ...(step === 'pack' && { bag: 'T1' }),
  },
  ...change,
})

const people = [
  { person: 'ann', role: 'clerk', unit: 'A', unit_kind: 'post_office' },
  { person: 'bob', role: 'clerk', unit: 'B', unit_kind: 'post_office' },
  { person: 'cuong', role: 'courier', unit: 'A', unit_kind: 'post_office' },
  { person: 'dung', role: 'courier', unit: 'B', unit_kind: 'post_office' },
  { person: 'em', role: 'officer', unit: 'P', unit_kind: 'police_unit' },
  { person: 'phong', role: 'supervisor', unit: 'A', unit_kind: 'post_office' },
] as const

const anyFact = fc
  .record({
    step: fc.constantFrom(...stepNames),
    hours: fc.integer({ min: 0, max: 20 }),
    // Reckoned to a later moment than it was said for, as what a bag did before it was packed.
    earlier: fc.constantFrom(0, 0, 0, 1, 2),
    who: fc.constantFrom(...people),
    device: fc.constantFrom(null, 'd1', 'd2'),
    counter: fc.integer({ min: 0, max: 9 }),
    bag: fc.constantFrom('T1', 'T2', null, null),
    presumed: fc.boolean(),
  })
  .map(({ step, hours, earlier, who, device, counter, bag, presumed }) => {
    const { detail, occurred_at } = fact(step, hours - earlier)
    // A bag says what it is in, and so does every step that is its own.
    const said = bag && step !== 'unpack' ? { bag } : {}
    const guess = presumed && step === 'accept' ? { presumed } : {}
    return fact(step, hours, { ...who, device, counter, occurred_at, detail: { ...detail, ...said, ...guess } })
  })

/** Facts, the same in another order, and which of them are corrected. */
export const history = fc
  .array(anyFact, { maxLength: 14 })
  .chain(facts =>
    fc.tuple(
      fc.constant(facts),
      fc.shuffledSubarray(facts, { minLength: facts.length }),
      fc.array(fc.nat(13), { maxLength: 3 }),
    ),
  )
