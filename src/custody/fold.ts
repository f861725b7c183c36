import type { IsoDate } from '../kit/time.ts'
import type { Role } from '../people/roles.ts'
import { type HolderKind, ruleOf, type Step } from './steps.ts'

export type Holder = { kind: HolderKind; unit: string | null; person: string | null }

/** What the fold must know of the parcel itself. */
export type Thing = {
  origin: Holder
  created_at: Date
  purpose: 'filing' | 'supplement' | 'result' | 'refused_papers' | 'collected_papers'
  on_route: readonly string[]
  destination_unit: string
  hands: string | null
}

export type Detail = Record<string, string | number | boolean>

/** A fact somebody stands for. `corrects` names the fact that it takes away. */
export type Fact = {
  id: string
  step: Step | 'correct'
  person: string
  role: Role
  unit: string | null
  unit_kind: 'post_office' | 'police_unit' | null
  device: string | null
  counter: number | null
  effective_at: Date
  corrects: string | null
  detail: Detail
}

export type Flag = 'jump' | 'misrouted' | 'wrong_hands'
export type Standing = { standing: 'applied' | 'contradicting' | 'corrected'; flags: Flag[] }

/** Where a parcel is and what was said of it: a pure function of the set of its facts. */
export type Present = {
  holder: Holder
  since: Date
  last: Fact | null
  is_over: boolean
  is_lost: boolean
  is_misrouted: boolean
  is_sent_back: boolean
  attempts: number
  held_until: IsoDate | null
  bag: string | null
  redirected_to: string | null
  handed_back_at: Date | null
  collectable_at: Date | null
  ended_at: Date | null
}

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
export function inOrder(a: Fact, b: Fact): number {
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

function applied(thing: Thing, present: Present, fact: Fact, standings: Map<string, Standing>): Present {
  const fit = judge(present, fact)
  if (fit === 'contradicts') {
    standings.set(fact.id, { standing: 'contradicting', flags: [] })
    return present
  }
  const next = after(thing, present, fact)
  standings.set(fact.id, { standing: 'applied', flags: flagsOf(thing, fit, next, fact) })
  return next
}

/** Three degrees: the step fits, jumps over a forgotten scan, or contradicts. */
export function judge(present: Present, fact: Fact): 'fits' | 'jumps' | 'contradicts' {
  if (fact.step === 'correct' || present.is_over) return 'contradicts'
  if (present.is_lost !== (fact.step === 'find')) return 'contradicts'
  const { fits, jumps, byHolder } = ruleOf(fact.step)
  if (byHolder && !holds(present.holder, fact)) return 'contradicts'
  if (isBackwards(present.holder, fact)) return 'contradicts'
  if (fits.includes(present.holder.kind)) return 'fits'
  if (loadsOwnCargo(present.holder, fact)) return present.last?.step === 'load' ? 'fits' : 'jumps'
  if (jumps.includes(present.holder.kind)) return 'jumps'
  return 'contradicts'
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

function after(thing: Thing, present: Present, fact: Fact): Present {
  const holder = takerOf(present.holder, fact)
  const moved = holder !== present.holder
  const isOver = holder.kind === 'recipient' || holder.kind === 'applicant'
  const destination = present.redirected_to ?? thing.destination_unit
  return {
    ...present,
    holder,
    since: moved ? fact.effective_at : present.since,
    last: fact,
    is_over: isOver,
    ended_at: isOver || fact.step === 'take_back' ? fact.effective_at : null,
    bag: moved ? null : present.bag,
    handed_back_at: handedBackAt(present, holder, fact),
    collectable_at: collectableAt(present, holder, destination, fact),
    is_misrouted: holder.kind === 'post_office' && !isOnRoute(thing, present, holder),
    ...said(present, fact),
  }
}

/** Who holds it once the fact is applied. */
export function takerOf(holder: Holder, fact: Fact): Holder {
  const taker = fact.step === 'correct' ? 'keeps' : ruleOf(fact.step).taker
  const self: Holder = { kind: 'courier', unit: fact.unit, person: fact.person }
  const unit: Holder = { kind: fact.unit_kind ?? 'post_office', unit: fact.unit, person: null }
  switch (taker) {
    case 'keeps':
      return holder
    case 'own_unit':
      return unit
    case 'self':
      return self
    case 'self_or_unit':
      return fact.role === 'clerk' ? unit : self
    case 'self_or_carrier':
      return fact.role === 'clerk' ? { kind: 'carrier', unit: fact.unit, person: null } : self
    case 'applicant':
    case 'recipient':
      return { kind: taker, unit: null, person: null }
    default:
      return taker satisfies never
  }
}

/** The post has the result from the moment it leaves the police, whichever scan says so; starts the 48 hours. */
function handedBackAt(present: Present, holder: Holder, fact: Fact) {
  const leavesPolice = present.holder.kind === 'police_unit' && isWithPost(holder)
  return leavesPolice || (fact.step === 'hand_back' && !present.handed_back_at)
    ? fact.effective_at
    : present.handed_back_at
}

const isWithPost = (holder: Holder) =>
  holder.kind === 'post_office' || holder.kind === 'courier' || holder.kind === 'carrier'

/** The first moment it lies at the office where its receiver may fetch it. */
function collectableAt(present: Present, holder: Holder, destination: string, fact: Fact) {
  const isThere = holder.kind === 'post_office' && holder.unit === destination
  return present.collectable_at ?? (isThere ? fact.effective_at : null)
}

const isOnRoute = (thing: Thing, present: Present, holder: Holder) =>
  present.is_sent_back || holder.unit === present.redirected_to || thing.on_route.includes(holder.unit ?? '')

/** What a step says beyond who holds the parcel. */
function said(present: Present, { step, detail }: Fact): Partial<Present> {
  switch (step) {
    case 'attempt':
      return { attempts: present.attempts + 1 }
    case 'hold':
      return { held_until: String(detail['until']) }
    case 'redirect':
      return { redirected_to: String(detail['office']), is_misrouted: false, collectable_at: null }
    case 'send_back':
      return { is_sent_back: true, held_until: null }
    case 'take_back':
      return { is_sent_back: false }
    case 'report_lost':
      return { is_lost: true }
    case 'find':
      return { is_lost: false }
    case 'pack':
      return { bag: String(detail['bag']) }
    case 'unpack':
      return { bag: null }
    default:
      return {}
  }
}

function flagsOf(thing: Thing, fit: 'fits' | 'jumps', next: Present, fact: Fact): Flag[] {
  const flags: Flag[] = []
  if (fit === 'jumps') flags.push('jump')
  if (fact.step === 'arrive' && next.is_misrouted) flags.push('misrouted')
  if (fact.step === 'deliver' && thing.hands === 'recipient_only' && isForeignHand(fact)) flags.push('wrong_hands')
  return flags
}

const isForeignHand = (fact: Fact) => fact.detail['capacity'] !== undefined && fact.detail['capacity'] !== 'recipient'
