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
          : { unit: rule.by === 'holder' ? 'A' : 'B', unit_kind: 'post_office' as const }
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
      // A courier who delivers what still lies in the office, or went with the carrier, forgot to scan that it was loaded.
      const isUnloaded = step === 'deliver' && (holder === 'post_office' || holder === 'carrier')
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

test('a step said again restates it, and stands when the first is taken back', t => {
  const [first, again] = [fact('accept', 1), fact('accept', 2)]
  const said = fold(thing, [first, again])
  t.is(said.standings.get(again.id)?.standing, 'restating')
  t.deepEqual(said.present.since, first.effective_at)
  const left = fold(thing, [first, again, fact('arrive', 3, { step: 'correct', corrects: first.id })])
  t.is(left.standings.get(again.id)?.standing, 'applied')
  t.deepEqual(left.present.since, again.effective_at)
  const other = fact('load', 3, { person: 'cuong', role: 'courier' })
  const between = fold(thing, [first, other, fact('arrive', 4), fact('load', 5, { person: 'dung', role: 'courier' })])
  t.is(between.standings.get(other.id)?.standing, 'applied')
  t.is([...between.standings.values()].filter(({ standing }) => standing === 'applied').length, 4)
})

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

const dossierHome: Thing = { ...thing, destination_kind: 'recipient', purpose: 'result', destination_unit: 'A' }
const officer = { person: 'em', role: 'officer', unit: 'P', unit_kind: 'police_unit' } as const
const cuong = { person: 'cuong', role: 'courier' } as const
const dung = { person: 'dung', role: 'courier', unit: 'B' } as const
const supervisor = { person: 'phong', role: 'supervisor' } as const
const atPolice: Thing = { ...dossierHome, origin: { kind: 'police_unit', unit: 'P', person: null } }
const standingOf = (on: Thing, facts: Fact[]) => fold(on, facts).standings.get(facts.at(-1)?.id ?? '')

test('what was given back to its sender is not taken over the counter again', t => {
  const facts = [fact('accept', 1), fact('withdraw', 2), fact('accept', 3)]
  t.is(standingOf(thing, facts)?.standing, 'contradicting')
  t.like(fold(thing, facts).present, { is_over: true, holder: { kind: 'applicant' } })
})

test('what is reported lost goes nowhere until it is found', t => {
  const lost = [fact('accept', 1), fact('report_lost', 2, supervisor)]
  const load = fact('load', 3, cuong)
  t.is(standingOf(thing, [...lost, load])?.standing, 'contradicting')
  t.is(standingOf(thing, [...lost, fact('find', 2.5, supervisor), load])?.standing, 'applied')
})

test('only the office or the courier that has it can deliver it', t => {
  const here = [fact('hand_back', 1)]
  t.is(standingOf(atPolice, [...here, fact('deliver', 2, { unit: 'B' })])?.standing, 'contradicting')
  t.is(standingOf(atPolice, [...here, fact('load', 2, cuong), fact('deliver', 3, dung)])?.standing, 'contradicting')
  t.is(standingOf(atPolice, [...here, fact('load', 2, cuong), fact('deliver', 3, cuong)])?.standing, 'applied')
})

test('nobody takes anything over from themselves', t => {
  const lodged = [fact('accept', 1), fact('lodge', 2, officer)]
  t.is(standingOf(thing, [...lodged, fact('transfer', 3, officer)])?.standing, 'contradicting')
  t.is(standingOf(thing, [...lodged, fact('transfer', 3, { ...officer, unit: 'Q' })])?.standing, 'applied')
  const loaded = [fact('accept', 1), fact('load', 2, cuong)]
  t.is(standingOf(thing, [...loaded, fact('take_over', 3, cuong)])?.standing, 'contradicting')
  t.is(standingOf(thing, [...loaded, fact('take_over', 3, dung)])?.standing, 'applied')
})

test('who brought it and goes on to deliver it forgot a scan; who loads twice forgot nothing', t => {
  const brought = [fact('hand_back', 1, cuong), fact('load', 2, cuong)]
  t.deepEqual(standingOf(atPolice, brought), { standing: 'applied', flags: ['jump'] })
  t.deepEqual(standingOf(atPolice, [...brought, fact('load', 3, cuong)]), { standing: 'restating', flags: [] })
  t.is(standingOf(atPolice, [...brought, fact('load', 3, dung)])?.standing, 'contradicting')
})

test('what only its receiver may take is flagged in any other hand', t => {
  const to = (capacity: string, hands: NonNullable<Thing['hands']>) =>
    standingOf({ ...atPolice, hands }, [fact('hand_back', 1), fact('deliver', 2, { detail: { capacity } })])?.flags
  t.deepEqual(to('authorised', 'recipient_only'), ['wrong_hands'])
  t.deepEqual(to('recipient', 'recipient_only'), [])
  t.deepEqual(to('authorised', 'authorised'), [])
})

test('facts of one moment stand in the order of their phone, whatever their ids', t => {
  const [first, second] = [
    { device: 'd1', counter: 1, id: 'z' },
    { device: 'd1', counter: 2, id: 'a' },
  ]
  const loadedFirst = [fact('accept', 1), fact('load', 2, { ...cuong, ...first }), fact('arrive', 2, second)]
  t.is(fold(thing, loadedFirst).present.holder.kind, 'post_office')
  const loadedLater = [fact('accept', 1), fact('load', 2, { ...cuong, ...second }), fact('arrive', 2, first)]
  t.is(fold(thing, loadedLater).present.holder.kind, 'courier')
})

test('facts of one moment give one present, however they arrive', t => {
  const [one, other] = [fact('load', 2, cuong), fact('load', 2, dung)]
  const accept = fact('accept', 1)
  t.deepEqual(fold(thing, [accept, one, other]).present, fold(thing, [accept, other, one]).present)
})

for (const [step, who] of [
  ['arrive', {}],
  ['lodge', { ...officer, unit: 'Q' }],
  ['take_back', { ...officer, unit: 'Q' }],
] as const)
  for (const holder of ['applicant', 'post_office', 'police_unit', 'courier', 'carrier'] as const)
    test(`who has it in hand has it: ${step} holds though the record says ${holder}`, t => {
      const folded = fold(thing, [...waysTo[holder], fact(step, 9, who)])
      t.is(folded.present.holder.unit, step === 'arrive' ? 'A' : 'Q')
      t.is(folded.present.last?.step, step)
    })

const papers = {
  ...thing,
  origin: { ...thing.origin, kind: 'recipient' as const },
  purpose: 'collected_papers' as const,
}

for (const [step, who, holder] of [
  ['collect', cuong, 'courier'],
  ['accept', {}, 'post_office'],
] as const)
  test(`papers collected back go from their receiver to the post by ${step}, and end where the police take them back`, t => {
    const { present } = fold(papers, [fact(step, 1, who)])
    t.like(present, { holder: { kind: holder }, is_over: false, ended_at: null })
    const back = fold(papers, [fact(step, 1, who), fact('take_back', 5, officer)]).present
    t.like(back, { holder: { kind: 'police_unit' }, is_misrouted: false })
    t.truthy(back.ended_at)
  })

test('what was delivered is not collected from its receiver again', t => {
  const home = { ...thing, destination_kind: 'recipient' as const }
  const late = fact('collect', 9, cuong)
  t.is(fold(home, [...waysTo.recipient, late]).standings.get(late.id)?.standing, 'contradicting')
})
