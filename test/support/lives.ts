import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { ruleOf, type Step, stepNames } from '../../src/custody/steps.ts'
import { minute } from '../../src/kit/time.ts'
import type { Role } from '../../src/people/roles.ts'

/** What somebody did to a parcel at a true minute, told by a phone whose clock may be days wrong. */
export type Deed = { step: string; at: number; who: number; device: 'd1' | 'd2'; counter: number; detail: Detail }
/** A parcel's life: its deeds, which of them are taken back, and how they reach us. */
export type Life = {
  goes: (typeof ways)[number]
  deeds: Deed[]
  takenBack: number[]
  arrivals: number[]
  copies: number[]
}
/** To the police, home from there, or back there from a door: papers that were collected. */
const ways = ['out', 'home', 'back'] as const
type Detail = Record<string, string | number>

/** How wrong the two phones' clocks are. */
export const skew = { d1: 48 * 60 * minute, d2: -48 * 60 * minute } as const

const says: Record<string, fc.Arbitrary<Detail>> = {
  pack: fc.constantFrom<Detail>({ bag: '1' }, { bag: '2' }),
  lodge_failed: fc.constant({ reason: 'closed' }),
  deliver: fc.constantFrom<Detail>({}, { capacity: 'household' }, { capacity: 'recipient' }),
  attempt: fc.constant({ reason: 'nobody_home', measure: 'again' }),
  invite: fc.constantFrom<Detail>({ number: 1 }, { number: 2 }),
  redirect: fc.constantFrom<Detail>({ office: '642100' }, { office: '640000' }),
  hold: fc.constant({ until: '2026-12-24' }),
  send_back: fc.constant({ reason: 'refused' }),
  report_lost: fc.constant({ reason: 'không thấy' }),
  report_damaged: fc.constant({ reason: 'rách' }),
  find: fc.constant({ reason: 'đã thấy' }),
}

/** Steps that people really do one after the other come more often than chance would have them. */
const usual = ['accept', 'depart', 'arrive', 'lodge', 'hand_back', 'load', 'attempt', 'deliver', 'take_back'] as const
const step = fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...usual) }, fc.constantFrom(...stepNames))

/** Mostly somebody whose step it is; sometimes anybody. */
const whoseStep = (step: Step, crew: readonly Role[]) => {
  const fit = crew.flatMap((role, i) => (ruleOf(step).roles.includes(role) ? [i] : []))
  return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...fit) }, fc.nat(crew.length - 1))
}

const deed = (crew: readonly Role[]): fc.Arbitrary<Deed> =>
  step.chain(step =>
    fc.record({
      step: fc.constant(step),
      // Paper is exact to the minute at best: many things happen at one.
      at: fc.integer({ min: -1, max: 60 }).map(tens => tens * 10),
      who: whoseStep(step, crew),
      device: fc.constantFrom('d1', 'd2'),
      counter: fc.nat(30),
      detail: says[step] ?? fc.constant({}),
    }),
  )

/** Some deeds are told twice: by the same person, a little later, as another scan. */
const deeds = (crew: readonly Role[]): fc.Arbitrary<Deed[]> =>
  fc
    .array(fc.tuple(deed(crew), fc.nat(3)), { minLength: 1, maxLength: 12 })
    .map(some => some.flatMap(([one, again]) => (again ? [one] : [one, { ...one, at: one.at + 1 }])))

/** Some lives arrive as they happened, others in any order. */
const arrivals = (deeds: Deed[]) =>
  fc.oneof(
    fc.constant(deeds.map(({ at }) => at + 10)),
    fc.array(fc.nat(999), { minLength: deeds.length, maxLength: deeds.length }),
  )

/** Random lives among a crew of these roles. */
export const life = (crew: readonly Role[]): fc.Arbitrary<Life> =>
  deeds(crew).chain(deeds =>
    fc.record({
      goes: fc.constantFrom(...ways),
      deeds: fc.constant(deeds),
      takenBack: fc.oneof(fc.constant<number[]>([]), fc.uniqueArray(fc.nat(deeds.length - 1), { maxLength: 2 })),
      arrivals: arrivals(deeds),
      copies: fc.array(fc.integer({ min: 1, max: 5 }), { minLength: deeds.length, maxLength: deeds.length }),
    }),
  )

/** A UUID that follows from a name. */
export function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-7${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
