// What of one parcel's stored rows does not follow from its facts. Pure.

import { checkClocks, type DeliveryPolicy } from './check-clocks.ts'
import { checkCrossings } from './check-crossings.ts'
import type { Stored, StoredFact } from './read-stored.ts'
import { type HashedFact, rederiveHash } from './rederive-hash.ts'
import { rederivePresent } from './rederive-present.ts'

/** Every fault of one parcel in a sentence each: chain, standings, present, delivery clocks, crossings. */
export function checkParcel(stored: Stored, policies: readonly DeliveryPolicy[]): string[] {
  const { fates, moves, present } = rederivePresent(stored.parcel, stored.facts)
  return [
    ...checkChain(stored.facts),
    ...stored.facts.flatMap(fact => checkFate(fact, fates.get(fact.id))),
    ...checkPresent(stored, present),
    ...checkClocks(stored, present, policies),
    ...checkCrossings(stored, moves),
  ].map(fault => `${stored.parcel.code}: ${fault}`)
}

/** Numbered without a gap, each linked to the one before, each hash that of its content. */
export function checkChain(facts: readonly (HashedFact & { hash: string })[]): string[] {
  return facts.flatMap((fact, i) => {
    const before = facts[i - 1]?.hash ?? null
    const faults = []
    if (fact.seq !== i + 1) faults.push(`fact ${fact.seq} stands where fact ${i + 1} should`)
    if (fact.prev_hash !== before) faults.push(`fact ${fact.seq} does not follow the fact before it`)
    if (rederiveHash(fact) !== fact.hash) faults.push(`fact ${fact.seq} is not what was hashed`)
    return faults
  })
}

function checkFate({ seq, fate }: StoredFact, derived: string | undefined): string[] {
  return fate === derived ? [] : [`fact ${seq} is stored as ${fate || 'nothing'}, by the facts it is ${derived}`]
}

function checkPresent({ present, facts }: Stored, rederived: object): string[] {
  if (!present) return ['its present is missing']
  const end = { next_seq: facts.length + 1, last_hash: facts.at(-1)?.hash ?? null }
  return Object.entries({ ...rederived, ...end }).flatMap(([column, value]) => {
    const told = present[column as keyof typeof present]
    return told === value ? [] : [`its present says ${column} ${told}, by the facts it is ${value}`]
  })
}
