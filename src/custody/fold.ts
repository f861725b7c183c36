import { after } from './after-step.ts'
import type { Fact, Flag, Present, Standing, Thing } from './fact.ts'
import { judge } from './judge-fact.ts'

/** The present, what became of each fact, and the facts in the order in which they were taken. */
export type Folded = { present: Present; standings: Map<string, Standing>; facts: Fact[] }

/**
 * Folds facts, in any order, onto the parcel's beginning (custody: "facts, and the present as a function of them").
 * Corrected facts are dropped, the rest put in order and applied greedily; one that contradicts is skipped and keeps its
 * standing.
 */
export function fold(thing: Thing, facts: readonly Fact[]): Folded {
  const corrected = new Set(facts.map(({ corrects }) => corrects))
  const folded: Folded = { present: beginning(thing), standings: new Map(), facts: [] }
  for (const moment of moments(facts)) {
    const waiting = moment.filter(fact => !isSilent(fact, corrected, folded))
    while (waiting.length) {
      const [fact] = waiting.splice(nextOf(thing, folded.present, waiting), 1) as [Fact]
      folded.present = applied(thing, folded.present, fact, folded.standings)
      folded.facts.push(fact)
    }
  }
  return folded
}

/** What was taken back, and the taking back itself, say nothing of where the parcel is. */
function isSilent(fact: Fact, corrected: ReadonlySet<string | null>, { standings, facts }: Folded): boolean {
  const isCorrected = corrected.has(fact.id)
  if (!isCorrected && fact.step !== 'correct') return false
  standings.set(fact.id, { standing: isCorrected ? 'corrected' : 'applied', flags: [] })
  facts.push(fact)
  return true
}

/** Facts by the moment they speak of. Within one, device, counter and id make the order total: arrival never matters. */
function moments(facts: readonly Fact[]): Fact[][] {
  const all: Fact[][] = []
  for (const fact of [...facts].sort(inOrder)) {
    const last = all.at(-1)
    if (last?.[0] && byTime(last[0], fact) === 0) last.push(fact)
    else all.push([fact])
  }
  return all
}

/** Where several were reckoned to one moment, what each said of its own time still orders them. */
const byTime = (a: Fact, b: Fact) =>
  a.effective_at.getTime() - b.effective_at.getTime() || a.occurred_at.getTime() - b.occurred_at.getTime()

const inOrder = (a: Fact, b: Fact) =>
  byTime(a, b) || compare(a.device ?? '', b.device ?? '') || (a.counter ?? 0) - (b.counter ?? 0) || compare(a.id, b.id)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** So many of one moment are weighed against each other: paper is exact to the minute, and more is no person's doing. */
const weighed = 6

/**
 * Which of the facts of one moment comes next: they stand in the order in which things go. That is the one that is no
 * contradiction and leaves the fewest of the others in want of a scan; a device's own count is kept. Answers its index.
 */
function nextOf(thing: Thing, present: Present, moment: readonly Fact[]): number {
  if (moment.length === 1) return 0
  const some = moment.slice(0, weighed)
  const wants = some.map(fact =>
    some.some(other => wasCountedBefore(other, fact)) ? impossible : want(thing, present, fact, some),
  )
  return wants.indexOf(Math.min(...wants))
}

const wasCountedBefore = (one: Fact, fact: Fact) =>
  isOfOnePhone(one, fact) && one.counter !== null && fact.counter !== null && one.counter < fact.counter

/** Phones without a name are told apart by who holds them. */
const isOfOnePhone = (one: Fact, fact: Fact) =>
  one.device === fact.device && (one.device !== null || one.person === fact.person)

const impossible = Number.POSITIVE_INFINITY
const weights = { restates: 0, fits: 0, jumps: 1, contradicts: 2 } as const

/** How much is amiss if this fact comes first. */
function want(thing: Thing, present: Present, fact: Fact, some: readonly Fact[]): number {
  const fit = judge(thing, present, fact)
  if (fit === 'contradicts') return impossible
  const next = fit === 'restates' ? present : after(thing, present, fact)
  const others = some.filter(other => other !== fact)
  return others.reduce<number>((sum, other) => sum + weights[judge(thing, next, other)], weights[fit])
}

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
