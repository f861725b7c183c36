// Whether the clocks of a parcel started, stopped and are due when its facts say. Pure.
import type { PromisePoliciesRow } from '../../db/tables.ts'
import type { AsText } from '../platform/texts.ts'
import type { StoredFact } from './read-facts.ts'
import type { Stored, StoredClock } from './read-stored.ts'
import { rederiveDue } from './rederive-due.ts'
import type { Rederived } from './rederive-present.ts'

export type ClockPolicy = AsText<Pick<PromisePoliciesRow, 'id' | 'clock' | 'amount' | 'valid_from' | 'valid_to'>>
type Span = { start: string | null; stop: string | null }

/** `standing`: its facts that stand, in the order in which they happened. */
export function checkClocks(
  { parcel, clocks }: Pick<Stored, 'parcel' | 'clocks'>,
  { present, standing }: { present: Rederived; standing: readonly StoredFact[] },
  policies: readonly ClockPolicy[],
): string[] {
  const spans: Record<ClockPolicy['clock'], Span> = {
    delivery: homeward(parcel, present),
    lodging: ['filing', 'supplement'].includes(parcel.purpose) ? outgoing(parcel, standing) : never,
    papers_back: parcel.purpose === 'collected_papers' ? outgoing(parcel, standing) : never,
    processing: never,
  }
  const known = policies.flatMap(policy => checkPolicy(policy, spans[policy.clock], clocks))
  const unknown = clocks.filter(({ policy_id }) => !policies.some(({ id }) => id === policy_id)).flatMap(causeless)
  return [...known, ...unknown]
}

const never: Span = { start: null, stop: null }

/** From the post's taking the result to its delivery, or to where it can be fetched, when that was chosen. */
function homeward(parcel: Stored['parcel'], { handed_back_at, collectable_at, ended_at }: Rederived): Span {
  if (parcel.destination_kind !== 'recipient') return never
  return { start: handed_back_at, stop: parcel.is_collected ? (collectable_at ?? ended_at) : ended_at }
}

/** From the first hand that took it to the desk it is bound for, or back to its sender. */
function outgoing({ destination_unit }: Stored['parcel'], standing: readonly StoredFact[]): Span {
  const [taken] = standing.filter(({ step }) => ['accept', 'collect'].includes(step))
  const [ended] = standing.filter(
    ({ step, unit_id }) =>
      step === 'withdraw' || (['lodge', 'take_back', 'transfer'].includes(step) && unit_id === destination_unit),
  )
  return taken ? { start: taken.effective_at, stop: ended?.effective_at ?? null } : never
}

function checkPolicy(policy: ClockPolicy, { start, stop }: Span, clocks: readonly StoredClock[]): string[] {
  const clock = clocks.find(({ policy_id }) => policy_id === policy.id)
  if (start === null || !isInForce(policy, start)) return clock ? causeless(clock) : []
  if (!clock) return [`the clock of promise ${policy.id} is missing`]
  // Clocks from before calendars were kept with them cannot be counted again.
  const due = rederiveDue(clock)
  return [
    ...differs('started', clock.started_at, start),
    ...differs('stopped', clock.stopped_at, stop),
    ...(due ? differs('is due', clock.due_at, due) : []),
  ].map(fault => `the clock of promise ${policy.id} ${fault}`)
}

/** Withdrawn, it stopped where it began. */
const causeless = ({ policy_id, started_at, stopped_at }: StoredClock) =>
  started_at === stopped_at ? [] : [`the clock of promise ${policy_id} runs without a cause`]

const isInForce = ({ amount, valid_from, valid_to }: ClockPolicy, at: string) =>
  amount !== null && valid_from <= at && (valid_to === null || at < valid_to)

const differs = (what: string, told: string | null, derived: string | null) =>
  told === derived ? [] : [`${what} at ${told ?? 'no time'}, by the facts at ${derived ?? 'no time'}`]
