import test from 'ava'
import fc from 'fast-check'
import { type ChainedFact, factHash } from '../../src/custody/chain.ts'
import type { Fact, Thing } from '../../src/custody/fact.ts'
import { fold } from '../../src/custody/fold.ts'
import type { StoredFact } from '../../src/evidence/read-facts.ts'
import type { StoredParcel } from '../../src/evidence/read-stored.ts'
import { rederiveHash } from '../../src/evidence/rederive-hash.ts'
import { rederivePresent } from '../../src/evidence/rederive-present.ts'
import { fact, history, thing } from '../support/histories.ts'

const parcel = (of: Thing): StoredParcel => ({
  id: 'parcel',
  code: 'PA000000005VN',
  purpose: 'filing',
  origin_kind: of.origin.kind as StoredParcel['origin_kind'],
  origin_unit: of.origin.unit,
  created_at: of.created_at.toISOString(),
  destination_kind: of.destination_kind,
  destination_unit: of.destination_unit,
  on_route: [...of.on_route],
  hands: of.hands as StoredParcel['hands'],
  is_collected: false,
  zone: null,
})

const stored = ({ person, unit, ...said }: Fact, seq: number): StoredFact => ({
  ...said,
  seq,
  person_id: person,
  unit_id: unit,
  parcel_id: 'parcel',
  source: 'device',
  effective_at: said.effective_at.toISOString(),
  occurred_at: said.occurred_at.toISOString(),
  recorded_at: said.effective_at.toISOString(),
  prev_hash: null,
  hash: '00'.repeat(32),
  fate: null,
})

const asText = (times: Record<string, Date | null>) =>
  Object.fromEntries(Object.entries(times).map(([name, at]) => [name, at?.toISOString() ?? null]))

/** What custody derives, in the columns that are stored. */
function folded(of: Thing, facts: Fact[]) {
  const { present, standings } = fold(of, facts)
  const { holder, last, since, handed_back_at, collectable_at, ended_at, ...rest } = present
  const holds = { holder_kind: holder.kind, holder_unit: holder.unit, holder_person: holder.person }
  const times = asText({ since, handed_back_at, collectable_at, ended_at })
  return {
    present: { ...holds, ...times, ...rest, last_step: last?.step ?? null, last_event: last?.id ?? null },
    fates: new Map([...standings].map(([id, { standing, flags }]) => [id, [standing, ...flags].join(' ')])),
  }
}

const things = fc.constantFrom<Thing>(
  thing,
  { ...thing, origin: { kind: 'recipient', unit: null, person: null }, purpose: 'collected_papers' },
  { ...thing, destination_kind: 'recipient', destination_unit: 'B', hands: 'recipient_only', purpose: 'result' },
  {
    ...thing,
    origin: { kind: 'police_unit', unit: 'P', person: null },
    destination_kind: 'recipient',
    destination_unit: 'A',
    on_route: ['A'],
    hands: 'household',
  },
)

test('verify derives from any history what custody derives, by other code', t => {
  t.notThrows(() =>
    fc.assert(
      fc.property(things, history, (of, [facts, , taken]) => {
        const corrections = taken.flatMap(i =>
          facts[i] ? [fact('arrive', 97, { step: 'correct', corrects: facts[i].id })] : [],
        )
        const all = [...facts, ...corrections]
        const { moves: _, ...rederived } = rederivePresent(parcel(of), all.map(stored))
        const wanted = folded(of, all)
        t.deepEqual(rederived.present, wanted.present)
        t.deepEqual([...rederived.fates].sort(), [...wanted.fates].sort())
      }),
      { numRuns: 1000 },
    ),
  )
})

const text = fc.string({ unit: 'binary', maxLength: 12 }).filter(word => word.isWellFormed())
const chained: fc.Arbitrary<ChainedFact> = fc.record({
  id: fc.uuid(),
  parcel: fc.uuid(),
  seq: fc.integer({ min: 1, max: 9999 }),
  prev_hash: fc.option(fc.uint8Array({ minLength: 32, maxLength: 32 }).map(bytes => Buffer.from(bytes))),
  step: text,
  person: fc.uuid(),
  role: text,
  unit: fc.option(text),
  device: fc.option(text),
  counter: fc.option(fc.nat()),
  source: text,
  occurred_at: fc.date({ noInvalidDate: true }),
  recorded_at: fc.date({ noInvalidDate: true }),
  effective_at: fc.date({ noInvalidDate: true }),
  corrects: fc.option(fc.uuid()),
  detail: fc.dictionary(text, fc.oneof(text, fc.boolean(), fc.double({ noNaN: true, noDefaultInfinity: true }))),
})

test('verify hashes any fact as custody does, by other code', t => {
  t.notThrows(() =>
    fc.assert(
      fc.property(chained, fact => {
        const { parcel, person, unit, ...said } = fact
        const times = {
          occurred_at: fact.occurred_at.toISOString(),
          recorded_at: fact.recorded_at.toISOString(),
          effective_at: fact.effective_at.toISOString(),
        }
        const prev_hash = fact.prev_hash?.toString('hex') ?? null
        const other = rederiveHash({
          ...said,
          ...times,
          prev_hash,
          parcel_id: parcel,
          person_id: person,
          unit_id: unit,
        })
        t.is(other, factHash(fact).toString('hex'))
      }),
      { numRuns: 1000 },
    ),
  )
})
