import test from 'ava'
import type { Fact } from '../../src/custody/fact.ts'
import { fold } from '../../src/custody/fold.ts'
import { fact, thing } from '../support/histories.ts'

const bob = { person: 'bob', unit: 'B' } as const
const cuong = { person: 'cuong', role: 'courier' } as const
const dung = { person: 'dung', role: 'courier', unit: 'B' } as const
const officer = { person: 'em', role: 'officer', unit: 'P', unit_kind: 'police_unit' } as const
const accepted = fact('accept', 1)
const closed = { detail: { reason: 'closed' } }

/** What several people wrote of one minute, in the order in which it went. */
const minutes: Record<string, Fact[]> = {
  'a courier leaves and the police take it': [fact('depart', 2, cuong), fact('lodge', 2, officer)],
  'the police were closed': [
    fact('depart', 2, cuong),
    fact('lodge_failed', 2, { ...cuong, ...closed }),
    fact('arrive', 2),
  ],
  'another courier brings it in': [fact('depart', 2, cuong), fact('take_over', 2, dung), fact('arrive', 2, bob)],
  'it is packed before it goes': [fact('pack', 2), fact('depart', 2, { ...cuong, detail: { bag: 'T1' } })],
}
for (const [name, went] of Object.entries(minutes))
  for (const turned of [false, true])
    test(`facts of one minute stand in the order in which things go: ${name}${turned ? ', with turned ids' : ''}`, t => {
      const ids = went.map(({ id }) => id)
      const told = went.map((one, i) => ({ ...one, id: (turned ? ids.toReversed() : ids)[i] ?? '' }))
      const { standings, facts } = fold(thing, [accepted, ...told])
      t.deepEqual(
        facts.map(({ step }) => step),
        ['accept', ...went.map(({ step }) => step)],
      )
      t.true([...standings.values()].every(({ standing, flags }) => standing === 'applied' && flags.length === 0))
    })

test('what was reckoned to one moment stands in the order of the times that were said', t => {
  const said = (hours: number) => ({ occurred_at: fact('accept', hours).occurred_at })
  const [came, went] = [fact('arrive', 9, { ...bob, ...said(2) }), fact('depart', 9, { ...dung, ...said(3) })]
  t.like(fold(thing, [accepted, went, came]).present.holder, { person: 'dung' }, 'nobody scanned the first leg')
})

test('two phones without a name count each for themselves', t => {
  const [went, came] = [fact('depart', 2, { ...cuong, counter: 57 }), fact('lodge', 2, { ...officer, counter: 3 })]
  t.like(fold(thing, [accepted, went, came]).present.holder, { kind: 'police_unit' })
})

test('a phone that counted has the last word on what came first', t => {
  const counted = (counter: number) => ({ device: 'd1', counter })
  const back = [fact('arrive', 2, { ...bob, ...counted(1) }), fact('depart', 2, { ...dung, ...counted(2) })]
  t.like(fold(thing, [accepted, ...back]).present.holder, { person: 'dung' })
})

test('more facts of one moment than people can make are folded at once too', t => {
  const tries = Array.from({ length: 3000 }, () => fact('attempt', 3, { ...cuong, detail: {} }))
  const home = { ...thing, destination_kind: 'recipient' as const }
  const begin = process.hrtime.bigint()
  t.is(fold(home, [accepted, fact('load', 2, cuong), ...tries]).present.attempts, 3000)
  t.true(process.hrtime.bigint() - begin < 5_000_000_000n)
})
