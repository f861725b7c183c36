import { isDeepStrictEqual } from 'node:util'
import { outOfProvince } from '../places/options.ts'
import { takerOf } from './after-step.ts'
import type { Fact, Holder, Present, Thing } from './fact.ts'
import { ruleOf, type Step } from './steps.ts'

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
  if (wasPresumed(present, fact)) return 'fits'
  if (fits.includes(present.holder.kind)) return isUnloaded(thing, present.holder, fact) ? 'jumps' : 'fits'
  if (loadsOwnCargo(present.holder, fact)) return present.last?.step === 'load' ? 'fits' : 'jumps'
  if (jumps.includes(present.holder.kind)) return 'jumps'
  return 'contradicts'
}

/** The same step to the same taker with nothing between; of what is over, only by the person who ended it. */
function restates({ last, holder, is_over, bag }: Present, fact: Fact): boolean {
  if (fact.step === 'pack' && bag !== null && bag === fact.detail['bag']) return true
  if (fact.detail['presumed'] && holder.kind !== 'applicant') return true
  if (!last || fact.step === 'correct' || last.step !== fact.step) return false
  if (ruleOf(fact.step).taker === 'keeps' || (is_over && last.person !== fact.person)) return false
  return isDeepStrictEqual(deedOf(fact), deedOf(last)) && isDeepStrictEqual(takerOf(holder, fact), holder)
}

/** What was done; how it looked to one of those who say so makes no other deed of it. */
function deedOf({ detail: { condition: _, presumed: __, ...deed } }: Fact) {
  return deed
}

/** The papers were typed in before the courier's scan came, and taken to have been handed in at the counter. */
const wasPresumed = ({ last }: Present, { step }: Fact) =>
  step === 'collect' && last?.step === 'accept' && last.detail['presumed'] === true

/** Only what goes home is delivered, only what goes out is withdrawn. */
function isOtherWay({ destination_kind }: Thing, step: Step) {
  const { way } = ruleOf(step)
  return way !== undefined && (way === 'home') !== (destination_kind === 'recipient')
}

/** Packed into a second bag, or moved with one that it is not in. */
const isOfAnotherBag = ({ bag }: Present, { step, detail }: Fact) =>
  detail['bag'] !== undefined && detail['bag'] !== bag && !(step === 'pack' && bag === null)

/**
 * A courier delivers what by the record still lies in their office, or an office what within the province went with the
 * national network: nobody scanned that it was loaded, or came.
 */
const isUnloaded = ({ zone }: Thing, { kind }: Holder, { step, role }: Fact) =>
  step === 'deliver' && (role === 'courier' ? kind !== 'courier' : kind === 'carrier' && zone !== outOfProvince)

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
