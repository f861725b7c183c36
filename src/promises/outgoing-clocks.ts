import type { Change, Consequence } from '../custody/consequence.ts'
import type { Fact } from '../custody/fact.ts'
import type { Step } from '../custody/steps.ts'
import type { Purpose } from '../parcels/register-parcel.ts'
import { clockOf, hasTarget } from './clock-of.ts'
import type { WantedClock } from './clock-row.ts'
import { type Policy, policiesOf } from './policies.ts'
import { reconcileClocks } from './reconcile-clocks.ts'
import { type StandingFact, standingFacts } from './standing-facts.ts'

/** Which clock runs for what goes to the police; a result goes the other way. */
const clocks = {
  filing: 'lodging',
  supplement: 'lodging',
  collected_papers: 'papers_back',
  result: null,
  refused_papers: null,
} as const satisfies Record<Purpose, Policy['clock'] | null>

/** By these it begins, comes to its desk, or is given back. */
const turning: readonly Step[] = ['accept', 'collect', 'lodge', 'take_back', 'transfer', 'withdraw']

/**
 * What the post took in is with its desk in time: `lodging` of dossiers and supplements, `papers_back` of what was collected
 * back. It runs from the first hand that took it until the desk it is bound for has it, or it was given back.
 */
export const reconcileOutgoingClocks: Consequence = async (db, changes, { now }) => {
  const concerned = changes.filter(
    ({ parcel, stands, isWhole }) => clocks[parcel.purpose] && (isWhole || stands.some(isTurning)),
  )
  if (!concerned.length) return
  const facts = await standingFacts(db, concerned, turning)
  const policies = await policiesOf(db, 'lodging', 'papers_back')
  await reconcileClocks(
    db,
    concerned.flatMap(change => policies.flatMap(policy => wanted(change, facts.get(change.parcel.id) ?? [], policy))),
    now,
  )
}

const isTurning = (fact: Fact) => (turning as readonly string[]).includes(fact.step)

/** When it began and ended, and whose it is, by facts that stand, in order. Pure. */
export function outgoingSpan(facts: readonly Pick<StandingFact, 'step' | 'unit_id' | 'at'>[], desk: string) {
  const taken = facts.find(({ step }) => step === 'accept' || step === 'collect')
  const ended = facts.find(({ step, unit_id }) => step === 'withdraw' || (isArrival(step) && unit_id === desk))
  return { start: taken?.at ?? null, stop: taken ? (ended?.at ?? null) : null, unit: taken?.unit_id ?? null }
}

const isArrival = (step: Step) => step === 'lodge' || step === 'take_back' || step === 'transfer'

function wanted({ parcel, before, isWhole }: Change, facts: readonly StandingFact[], policy: Policy): WantedClock[] {
  if (clocks[parcel.purpose] !== policy.clock || !hasTarget(policy)) return []
  const { start, stop, unit } = outgoingSpan(facts, parcel.destination_unit)
  return [
    clockOf(policy, {
      subject: { parcel_id: parcel.id },
      unit_id: unit ?? parcel.destination_unit,
      keeper: parcel.destination_unit,
      start,
      stopped_at: stop,
      isNew: !isWhole && before.last === null,
    }),
  ]
}
