// What of one parcel's stored rows does not follow from its facts. Pure.

import { checkClocks, type Promises } from './check-clocks.ts'
import { checkCrossings } from './check-crossings.ts'
import type { StoredFact } from './read-facts.ts'
import type { Stored } from './read-stored.ts'
import { type HashedFact, rederiveHash } from './rederive-hash.ts'
import { type Rederived, rederivePresent } from './rederive-present.ts'

/** Every fault of one parcel in a sentence each: chain, standings, present, clocks, crossings. */
export function checkParcel(stored: Stored, promises: Promises): string[] {
  const { parcel, facts } = stored
  if (!facts) return [`${parcel.code}: its facts cannot be told apart`]
  const { fates, moves, present } = rederivePresent(parcel, facts)
  return [
    ...checkChain(facts),
    ...facts.flatMap(fact => checkFate(fact, fates.get(fact.id))),
    ...checkPresent(stored, facts, present),
    ...checkClocks(stored, { present, standing: standingOf(facts, fates) }, promises),
    ...checkCrossings(stored, moves),
  ].map(fault => `${parcel.code}: ${fault}`)
}

const standingOf = (facts: readonly StoredFact[], fates: ReadonlyMap<string, string>) =>
  facts
    .filter(({ id, step }) => step !== 'correct' && fates.get(id)?.startsWith('applied'))
    .sort((a, b) => (a.effective_at < b.effective_at ? -1 : a.effective_at > b.effective_at ? 1 : a.seq - b.seq))

/** Numbered without a gap, each linked to the one before, each hash that of its content. */
export function checkChain(facts: readonly (HashedFact & { hash: string })[]): string[] {
  const faults: string[] = []
  for (const [i, fact] of facts.entries()) {
    const before = facts[i - 1]?.hash ?? null
    if (fact.seq !== i + 1) faults.push(`fact ${fact.seq} stands where fact ${i + 1} should`)
    if (fact.prev_hash !== before) faults.push(`fact ${fact.seq} does not follow the fact before it`)
    if (rederiveHash(fact) !== fact.hash) faults.push(`fact ${fact.seq} is not what was hashed`)
  }
  return faults
}

function checkFate({ seq, fate }: StoredFact, derived: string | undefined): string[] {
  return fate === derived ? [] : [`fact ${seq} is stored as ${fate || 'nothing'}, by the facts it is ${derived}`]
}

function checkPresent({ present }: Stored, facts: readonly StoredFact[], rederived: Rederived): string[] {
  if (!present) return ['its present is missing']
  const faults: string[] = []
  const compare = (column: keyof typeof present, value: unknown) => {
    const told = present[column]
    if (told !== value) faults.push(`its present says ${column} ${told}, by the facts it is ${value}`)
  }
  for (const column in rederived) compare(column as keyof Rederived, rederived[column as keyof Rederived])
  compare('next_seq', facts.length + 1)
  compare('last_hash', facts.at(-1)?.hash ?? null)
  return faults
}
