import type { Fact, Holder, Present, Thing } from './fact.ts'
import { ruleOf } from './steps.ts'

/** The present once `fact`, which fits or jumps, is applied to it. Pure. */
export function after(thing: Thing, present: Present, fact: Fact): Present {
  const holder = takerOf(present.holder, fact)
  const moved = holder !== present.holder
  const isOver = moved && (holder.kind === 'recipient' || holder.kind === 'applicant')
  const wanted = wantedAt(thing, present)
  return {
    ...present,
    holder,
    since: moved ? fact.effective_at : present.since,
    last: fact,
    is_over: isOver,
    ended_at: isOver || fact.step === 'take_back' ? fact.effective_at : null,
    // What moves with its bag stays in it; what is scanned alone has left it.
    bag: moved && fact.detail['bag'] !== present.bag ? null : present.bag,
    handed_back_at: handedBackAt(present, holder, fact),
    collectable_at: moved ? collectableAt(present, holder, wanted, fact) : present.collectable_at,
    is_misrouted: moved ? isAstray(thing, present, holder) : present.is_misrouted,
    ...said(present, fact),
    ...(fact.step === 'redirect' && redirected(thing, present, fact)),
  }
}

const wantedAt = (thing: Thing, present: Present) => present.redirected_to ?? thing.destination_unit

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
  // Through the hands of a desk and out again it is still the same promise; only what was taken back is promised anew.
  const isFirst = !present.handed_back_at || present.last?.step === 'take_back'
  return isFirst && (leavesPolice || fact.step === 'hand_back') ? fact.effective_at : present.handed_back_at
}

const isWithPost = (holder: Holder) =>
  holder.kind === 'post_office' || holder.kind === 'courier' || holder.kind === 'carrier'

/** The first moment it lies at the office where its receiver may fetch it. */
function collectableAt(present: Present, holder: Holder, wanted: string, fact: Fact) {
  const isThere = holder.kind === 'post_office' && holder.unit === wanted
  return present.collectable_at ?? (isThere ? fact.effective_at : null)
}

/**
 * What lay ready where its receiver first wanted it was ready, whatever they wish now; an office that turns it elsewhere and
 * back ends no promise. That they want it where it lies, the hotline alone can say.
 */
function redirected(thing: Thing, present: Present, fact: Fact): Pick<Present, 'redirected_to' | 'collectable_at'> {
  const redirected_to = String(fact.detail['office'])
  const wanted = wantedAt(thing, present)
  const { holder, collectable_at } = present
  if (collectable_at && (wanted === thing.destination_unit || wanted === redirected_to))
    return { redirected_to, collectable_at }
  const liesThere = holder.kind === 'post_office' && holder.unit === redirected_to
  return { redirected_to, collectable_at: liesThere && fact.role === 'hotline' ? fact.effective_at : null }
}

/** In hands that its way does not lead through: of another office, of a courier of another office, of another desk. */
function isAstray(thing: Thing, present: Present, holder: Holder) {
  if (holder.kind === 'police_unit')
    return holder.unit !== (thing.destination_kind === 'police_unit' ? thing.destination_unit : thing.origin.unit)
  return (holder.kind === 'post_office' || holder.kind === 'courier') && !isOnRoute(thing, present, holder)
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
      return { is_misrouted: false }
    case 'send_back':
      return { is_sent_back: true, held_until: null }
    case 'take_back':
      return { is_sent_back: false, collectable_at: null }
    case 'report_lost':
      return { is_lost: true }
    case 'find':
      return { is_lost: false }
    case 'pack':
      return { bag: String(detail['bag']) }
    case 'unpack':
      return { bag: null }
    case 'accept':
    case 'collect':
    case 'withdraw':
    case 'depart':
    case 'arrive':
    case 'lodge':
    case 'lodge_failed':
    case 'transfer':
    case 'hand_back':
    case 'return_in_person':
    case 'load':
    case 'take_over':
    case 'deliver':
    case 'invite':
    case 'report_damaged':
    case 'correct':
      return {}
    default:
      return step satisfies never
  }
}
