import { after } from './after-step.ts'
import type { Fact, Flag, Present, Standing, Thing } from './fact.ts'
import { judge } from './judge-fact.ts'

/** Where a fact stands in order. */
export type Place = Pick<Fact, 'effective_at' | 'device' | 'counter' | 'id'>
export type Folded = { present: Present; standings: Map<string, Standing> }

/**
 * Folds facts, in any order, onto the parcel's beginning (custody: "facts, and the present as a function of them").
 * Corrected facts are dropped, the rest sorted and applied greedily; one that contradicts is skipped and keeps its standing.
 */
export function fold(thing: Thing, facts: readonly Fact[]): Folded {
  const corrected = new Set(facts.map(fact => fact.corrects))
  const standings = new Map<string, Standing>()
  let present = beginning(thing)
  for (const fact of [...facts].sort(inOrder)) {
    if (corrected.has(fact.id)) standings.set(fact.id, { standing: 'corrected', flags: [] })
    else if (fact.step === 'correct') standings.set(fact.id, { standing: 'applied', flags: [] })
    else present = applied(thing, present, fact, standings)
  }
  return { present, standings }
}

/** Effective time first; device, counter and id make the order total, so that arrival order never matters. */
export function inOrder(a: Place, b: Place): number {
  return (
    a.effective_at.getTime() - b.effective_at.getTime() ||
    compare(a.device ?? '', b.device ?? '') ||
    (a.counter ?? 0) - (b.counter ?? 0) ||
    compare(a.id, b.id)
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

function beginning(thing: Thing): Present {
  return {
    holder: thing.origin,
    since: thing.created_at,
    last: null,
    is_over: false,
    is_lost: false,
    is_misrouted: false,
    is_sent_back: false,
    attempts: 0,
    held_until: null,
    bag: null,
    redirected_to: null,
    handed_back_at: null,
    collectable_at: null,
    ended_at: null,
  }
}

/** One more fact, newer than all before it, onto the present; its standing is added to `standings`. */
export function applied(thing: Thing, present: Present, fact: Fact, standings: Map<string, Standing>): Present {
  const fit = judge(thing, present, fact)
  if (fit === 'contradicts' || fit === 'restates') {
    standings.set(fact.id, { standing: fit === 'restates' ? 'restating' : 'contradicting', flags: [] })
    return present
  }
  const next = after(thing, present, fact)
  standings.set(fact.id, { standing: 'applied', flags: flagsOf(thing, fit, { present, next, fact }) })
  return next
}

type Applied = { present: Present; next: Present; fact: Fact }

function flagsOf(thing: Thing, fit: 'fits' | 'jumps', { present, next, fact }: Applied): Flag[] {
  const flags: Flag[] = []
  if (fit === 'jumps') flags.push('jump')
  if (next.is_misrouted && next.holder !== present.holder) flags.push('misrouted')
  if (thing.hands === 'recipient_only' && next.holder.kind === 'recipient' && isForeignHand(fact))
    flags.push('wrong_hands')
  return flags
}

/** Nobody said that it was the receiver in person. */
const isForeignHand = (fact: Fact) => fact.detail['capacity'] !== 'recipient'
