import test from 'ava'
import fc from 'fast-check'
import type { Fact, Thing } from '../../src/custody/fact.ts'
import { fold } from '../../src/custody/fold.ts'
import { holderKinds, ruleOf, stepNames, steps } from '../../src/custody/steps.ts'
import type { Role } from '../../src/people/roles.ts'
import { fact, history, thing } from '../support/histories.ts'

test('the present is the same whatever order the facts arrive in', t => {
  t.notThrows(() =>
    fc.assert(
      fc.property(history, ([facts, shuffled, taken]) => {
        const corrections = taken.flatMap(i =>
          facts[i] ? [fact('arrive', 97, { step: 'correct', corrects: facts[i].id })] : [],
        )
        const one = fold(thing, [...facts, ...corrections])
        const other = fold(thing, [...corrections, ...shuffled])
        t.deepEqual(one.present, other.present)
        t.deepEqual([...one.standings].sort(), [...other.standings].sort())
      }),
      { numRuns: 500 },
    ),
  )
})

test('there is exactly one holder, and after the end nothing moves', t => {
  fc.assert(
    fc.property(history, ([facts]) => {
      const { present, standings } = fold(thing, facts)
      t.true(holderKinds.includes(present.holder.kind))
      t.is(present.holder.kind === 'courier', present.holder.person !== null)
      const end = facts.find(
        one =>
          standings.get(one.id)?.standing === 'applied' &&
          ['deliver', 'withdraw', 'return_in_person'].includes(one.step),
      )
      if (end) t.is(present.last, end)
    }),
    { numRuns: 200 },
  )
})

test('a corrected fact leaves no trace in the present', t => {
  const load = fact('load', 2, { person: 'cuong', role: 'courier' })
  const facts = [fact('accept', 1), load, fact('deliver', 3, { step: 'correct', corrects: load.id })]
  t.like(fold(thing, facts).present, { holder: { kind: 'post_office', unit: 'A' }, last: { step: 'accept' } })
  t.is(fold(thing, facts).standings.get(load.id)?.standing, 'corrected')
})

/** Every holder × step: fits, jumps or contradicts exactly as the table says. */
const waysTo = {
  applicant: [],
  post_office: [fact('accept', 1)],
  courier: [fact('accept', 1), fact('load', 2, { person: 'cuong', role: 'courier' })],
  carrier: [fact('accept', 1), fact('depart', 2)],
  police_unit: [
    fact('accept', 1),
    fact('lodge', 2, { person: 'em', role: 'officer', unit: 'P', unit_kind: 'police_unit' }),
  ],
  recipient: [fact('accept', 1), fact('deliver', 2)],
} as const

for (const holder of holderKinds) {
  for (const step of stepNames) {
    test(`${step} when the holder is ${holder}`, t => {
      const rule = steps[step] as {
        fits: readonly string[]
        jumps: readonly string[]
        by: string
        roles: readonly Role[]
        taker: string
      }
      const role = rule.roles[0] ?? 'clerk'
      const where =
        holder === 'police_unit' || role === 'officer'
          ? { unit: 'Q', unit_kind: 'police_unit' as const }
          : { unit: 'A', unit_kind: 'post_office' as const }
      const who = {
        role,
        ...where,
        ...(rule.by === 'holder'
          ? { person: 'cuong', unit: holder === 'police_unit' ? 'P' : where.unit }
          : { person: 'xuan' }),
      }
      const tried = fact(step, 5, who)
      const isHome = holder === 'recipient' || ruleOf(step).way === 'home'
      const { standings } = fold({ ...thing, destination_kind: isHome ? 'recipient' : 'police_unit' }, [
        ...waysTo[holder],
        tried,
      ])
      const isOver = holder === 'recipient'
      // A courier who delivers what still lies in the office forgot to scan that it was loaded.
      const isUnloaded = step === 'deliver' && holder === 'post_office'
      const expected =
        isOver || step === 'find'
          ? 'contradicts'
          : rule.fits.includes(holder)
            ? 'fits'
            : rule.jumps.includes(holder)
              ? 'jumps'
              : 'contradicts'
      const mine = standings.get(tried.id)
      t.is(mine?.standing, expected === 'contradicts' ? 'contradicting' : 'applied')
      t.is(mine?.flags.includes('jump') ?? false, expected === 'jumps' || isUnloaded)
    })
  }
}

test('damage reported before the first scan does not end the way, and what was lost can be found', t => {
  const supervisor = { person: 'phong', role: 'supervisor' as const }
  const damaged = fold(thing, [fact('report_damaged', 1, supervisor), fact('accept', 2)])
  t.like(damaged.present, { holder: { kind: 'post_office', unit: 'A' }, is_over: false })
  const found = fold(thing, [fact('report_lost', 1, supervisor), fact('find', 2, supervisor)])
  t.like(found.present, { holder: { kind: 'post_office' }, is_lost: false, is_over: false })
})

test('nothing happens to a parcel before it exists, and each step is meant for one way', t => {
  const home = { ...thing, destination_kind: 'recipient' as const }
  const standingOf = (on: Thing, facts: Fact[]) => fold(on, facts).standings.get(facts.at(-1)?.id ?? '')?.standing
  t.is(standingOf(thing, [fact('accept', -1)]), 'contradicting')
  t.is(
    standingOf(thing, [fact('accept', 1), fact('deliver', 2)]),
    'contradicting',
    'a dossier on its way out is not delivered',
  )
  t.is(standingOf(home, [fact('accept', 1), fact('withdraw', 2)]), 'contradicting', 'a result is not withdrawn')
})
