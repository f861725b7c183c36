import { isDeepStrictEqual } from 'node:util'
import { after, takerOf } from './after-step.ts'
import type { Fact, Flag, Holder, Present, Standing, Thing } from './fact.ts'
import { ruleOf, type Step } from './steps.ts'

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

/** Three degrees: the step fits, jumps over a forgotten scan, or contradicts. What already holds is only said again. */
export function judge(thing: Thing, present: Present, fact: Fact): 'fits' | 'jumps' | 'contradicts' | 'restates' {
  if (restates(present, fact)) return 'restates'
  if (fact.step === 'correct' || present.is_over) return 'contradicts'
  if (fact.effective_at < thing.created_at || isOtherWay(thing, fact.step)) return 'contradicts'
  if (present.is_lost !== (fact.step === 'find')) return 'contradicts'
  if (isOfAnotherBag(present, fact)) return 'contradicts'
  const { fits, jumps } = ruleOf(fact.step)
  if (!maySay(thing, present.holder, fact)) return 'contradicts'
  if (isBackwards(present.holder, fact)) return 'contradicts'
  if (fits.includes(present.holder.kind)) return isFromTheCupboard(present.holder, fact) ? 'jumps' : 'fits'
  if (loadsOwnCargo(present.holder, fact)) return present.last?.step === 'load' ? 'fits' : 'jumps'
  if (jumps.includes(present.holder.kind)) return 'jumps'
  return 'contradicts'
}

/** The same step to the same taker with nothing between; of what is over, only by the person who ended it. */
function restates({ last, holder, is_over, bag }: Present, fact: Fact): boolean {
  if (fact.step === 'pack' && bag !== null && bag === fact.detail['bag']) return true
  if (!last || fact.step === 'correct' || last.step !== fact.step) return false
  if (ruleOf(fact.step).taker === 'keeps' || (is_over && last.person !== fact.person)) return false
  return isDeepStrictEqual(deedOf(fact), deedOf(last)) && isDeepStrictEqual(takerOf(holder, fact), holder)
}

/** What was done; how it looked to one of those who say so makes no other deed of it. */
function deedOf({ detail: { condition: _, ...deed } }: Fact) {
  return deed
}

/** Only what goes home is delivered, only what goes out is withdrawn. */
function isOtherWay({ destination_kind }: Thing, step: Step) {
  const { way } = ruleOf(step)
  return way !== undefined && (way === 'home') !== (destination_kind === 'recipient')
}

/** Packed into a second bag, or moved with one that it is not in. */
const isOfAnotherBag = ({ bag }: Present, { step, detail }: Fact) =>
  detail['bag'] !== undefined && detail['bag'] !== bag && !(step === 'pack' && bag === null)

/** A courier delivers what by the record still lies in their office: nobody scanned that it was loaded. */
const isFromTheCupboard = (holder: Holder, fact: Fact) =>
  fact.step === 'deliver' && holder.kind === 'post_office' && fact.role === 'courier'

/** The hotline speaks for the receiver and sits in no office. */
function maySay({ on_route }: Thing, holder: Holder, fact: Fact): boolean {
  const by = fact.step === 'correct' ? 'anybody' : ruleOf(fact.step).by
  const isOnRoute = by === 'route' && (fact.role === 'hotline' || on_route.includes(fact.unit ?? ''))
  return by === 'anybody' || isOnRoute || holds(holder, fact)
}

const holds = (holder: Holder, fact: Fact) =>
  holder.kind === 'courier' ? holder.person === fact.person : holder.unit === fact.unit

/** A unit cannot take a transfer from itself, nor a courier take over from himself. */
function isBackwards(holder: Holder, fact: Fact) {
  if (fact.step === 'transfer') return holder.unit === fact.unit
  return fact.step === 'take_over' && holder.person === fact.person
}

/** The courier who brought it goes on to deliver it: the arrival in between was not scanned. */
const loadsOwnCargo = (holder: Holder, fact: Fact) => fact.step === 'load' && holder.person === fact.person

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
