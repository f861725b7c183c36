// Whether the clocks of a parcel started, stopped and are due when its facts say. Pure.
import type { PromisePoliciesRow } from '../../db/tables.ts'
import type { AsText } from '../platform/texts.ts'
import type { StoredFact } from './read-facts.ts'
import type { Stored, StoredClock } from './read-stored.ts'
import { rederiveDue } from './rederive-due.ts'
import type { Rederived } from './rederive-present.ts'

export type ClockPolicy = AsText<
  Pick<PromisePoliciesRow, 'id' | 'clock' | 'amount' | 'scope' | 'valid_from' | 'valid_to'>
> &
  Pick<PromisePoliciesRow, 'excuses'>
/** What clocks follow from beside facts: the promises, and when times of force majeure began. */
export type Promises = { policies: readonly ClockPolicy[]; standstills: readonly string[] }
type Span = { start: string | null; stop: string | null }

/** `standing`: its facts that stand, in the order in which they happened. */
export function checkClocks(
  { parcel, clocks, pick_up_at }: Pick<Stored, 'parcel' | 'clocks' | 'pick_up_at'>,
  { present, standing }: { present: Rederived; standing: readonly StoredFact[] },
  { policies, standstills }: Promises,
): string[] {
  const spans: Record<ClockPolicy['clock'], Span> = {
    delivery: homeward(parcel, present, pick_up_at),
    lodging: ['filing', 'supplement'].includes(parcel.purpose) ? outgoing(parcel, standing) : never,
    papers_back: parcel.purpose === 'collected_papers' ? outgoing(parcel, standing) : never,
    holding: held(standing),
    processing: never,
    hand_back: never,
    refund: never,
  }
  const zoned = policies.filter(({ scope }) => zones(scope).includes(parcel.zone))
  const known = zoned.flatMap(policy => checkPolicy(policy, spans[policy.clock], clocks))
  const unknown = clocks.filter(({ policy_id }) => !zoned.some(({ id }) => id === policy_id)).flatMap(causeless)
  const checked = clocks.flatMap(clock => {
    const excuses = zoned.find(({ id }) => id === clock.policy_id)?.excuses ?? []
    return checkPauses(clock, new Set([...excused(standing, excuses), ...standstills]))
  })
  return [...known, ...unknown, ...checked]
}

/** Which receivers a promise is for, by where they live. */
function zones(scope: ClockPolicy['scope']): readonly Stored['parcel']['zone'][] {
  if (scope === 'out_of_province' || scope === 'town') return [scope]
  return scope === 'rural'
    ? ['rural', 'out_of_province', null]
    : ['town', 'rural', null, ...(scope ? [] : ['out_of_province' as const])]
}

const never: Span = { start: null, stop: null }

/** From when the post had the result, or should have fetched it, to its delivery, or to where it can be fetched, when that was chosen. */
function homeward(
  parcel: Stored['parcel'],
  { handed_back_at, collectable_at, ended_at }: Rederived,
  pick_up_at: string | null,
): Span {
  if (parcel.destination_kind !== 'recipient') return never
  // Given away over the desk before anybody should have come for it.
  if (!handed_back_at && ended_at && pick_up_at && ended_at < pick_up_at) return never
  const [start = null] = [handed_back_at, pick_up_at].filter(at => at !== null).sort()
  return { start, stop: parcel.is_collected ? (collectable_at ?? ended_at) : ended_at }
}

const ends = ['attempt', 'deliver', 'return_in_person', 'send_back', 'take_back', 'report_lost', 'load', 'depart']

/** From when it was last laid up at a counter until it was taken out. */
function held(standing: readonly StoredFact[]): Span {
  let [span, office]: [Span, string | null] = [never, null]
  for (const { step, effective_at, unit_id } of standing) {
    if (step === 'hold' && (span.start === null || span.stop !== null)) span = { start: effective_at, stop: null }
    if (step === 'hold') office = unit_id
    const isElsewhere = ['arrive', 'hand_back', 'lodge'].includes(step) && unit_id !== office
    if ((isElsewhere || ends.includes(step)) && span.start !== null && span.stop === null)
      span = { ...span, stop: effective_at }
  }
  return span
}

/** When somebody was called on in vain, for a reason that the promise names. */
const excused = (standing: readonly StoredFact[], excuses: readonly string[]): string[] =>
  standing
    .filter(({ step, detail }) => step === 'attempt' && excuses.includes(String(detail['reason'])))
    .map(({ effective_at }) => effective_at)

/** What stood still did so from an excused attempt on, or went on doing so; a time of force majeure is no fact of the parcel. */
function checkPauses({ policy_id, started_at, inputs }: StoredClock, causes: ReadonlySet<string>): string[] {
  const { pauses = [] } = inputs as { pauses?: [string, string | null][] }
  return pauses
    .filter(([from], i) => from !== started_at && !causes.has(from) && from !== pauses[i - 1]?.[1])
    .map(([from]) => `the clock of promise ${policy_id} stands still from ${from} without a cause`)
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
