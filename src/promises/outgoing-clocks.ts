import type { Knex } from 'knex'
import type { Change, Consequence } from '../custody/consequence.ts'
import type { Fact } from '../custody/fact.ts'
import type { Step } from '../custody/steps.ts'
import { groupBy } from '../kit/group-by.ts'
import type { Purpose } from '../parcels/register-parcel.ts'
import { dueAt, inputsOf } from './deadline.ts'
import { inForceAt, type Policy, policiesOf } from './policies.ts'
import { reconcileClocks, type WantedClock } from './reconcile-clocks.ts'

/** Which clock runs for what goes to the police; a result goes the other way. */
const clocks = {
  filing: 'lodging',
  supplement: 'lodging',
  collected_papers: 'papers_back',
  result: null,
  refused_papers: null,
} as const satisfies Record<Purpose, Policy['clock'] | null>

/** By these it begins, comes to its desk, or is given back. */
const told: readonly Step[] = ['accept', 'collect', 'lodge', 'take_back', 'transfer', 'withdraw']

/**
 * What the post took in is with its desk in time: `lodging` of dossiers and supplements, `papers_back` of what was collected
 * back. It runs from the first hand that took it until the desk it is bound for has it, or it was given back.
 */
export const reconcileOutgoingClocks: Consequence = async (db, changes, { now }) => {
  const concerned = changes.filter(
    ({ parcel, stands, isWhole }) => clocks[parcel.purpose] && (isWhole || stands.some(isTold)),
  )
  if (!concerned.length) return
  const facts = await factsOf(db, concerned)
  const policies = await policiesOf(db, 'lodging', 'papers_back')
  await reconcileClocks(
    db,
    concerned.flatMap(change => policies.flatMap(policy => wanted(change, facts.get(change.parcel.id) ?? [], policy))),
    now,
  )
}

const isTold = (fact: Fact): fact is Fact & { step: Step } => (told as readonly string[]).includes(fact.step)

export type Told = { parcel_id: string; step: Step; unit_id: string | null; at: Date }

/** What was recorded before is read only where this is neither the whole history nor its beginning. */
async function factsOf(db: Knex, changes: readonly Change[]): Promise<Map<string, Told[]>> {
  const earlier = changes.filter(({ isWhole, before }) => !isWhole && before.last !== null)
  const stored = earlier.length ? await storedFacts(db, earlier) : new Map<string, Told[]>()
  return new Map(changes.map(change => [change.parcel.id, stored.get(change.parcel.id) ?? factsIn(change)]))
}

const factsIn = ({ parcel, stands }: Change): Told[] =>
  stands
    .filter(isTold)
    .map(({ step, unit, effective_at }) => ({ parcel_id: parcel.id, step, unit_id: unit, at: effective_at }))

async function storedFacts(db: Knex, changes: readonly Change[]): Promise<Map<string, Told[]>> {
  const rows: Told[] = await db('custody_events')
    .join('event_standings', 'event_standings.event_id', 'custody_events.id')
    .where({ standing: 'applied' })
    .whereIn(
      'custody_events.parcel_id',
      changes.map(({ parcel }) => parcel.id),
    )
    .whereIn('step', told)
    .orderBy(['effective_at', 'seq'])
    .select('custody_events.parcel_id', 'step', 'unit_id', 'effective_at as at')
  return groupBy(rows, ({ parcel_id }) => parcel_id)
}

/** When it began and ended, and whose it is, by facts that stand, in order. Pure. */
export function outgoingSpan(facts: readonly Told[], desk: string) {
  const taken = facts.find(({ step }) => step === 'accept' || step === 'collect')
  const ended = facts.find(({ step, unit_id }) => step === 'withdraw' || (isArrival(step) && unit_id === desk))
  return { start: taken?.at ?? null, stop: taken ? (ended?.at ?? null) : null, unit: taken?.unit_id ?? null }
}

const isArrival = (step: Step) => step === 'lodge' || step === 'take_back' || step === 'transfer'

function wanted({ parcel }: Change, facts: readonly Told[], policy: Policy): WantedClock[] {
  if (clocks[parcel.purpose] !== policy.clock || !policy.target) return []
  const { start: taken, stop, unit } = outgoingSpan(facts, parcel.destination_unit)
  const start = taken && inForceAt(taken)(policy) ? taken : null
  const calendar = policy.calendarOf(parcel.destination_unit)
  const due_at = start && dueAt(start, policy.target, calendar)
  return [
    {
      policy_id: policy.id,
      subject: { parcel_id: parcel.id },
      unit_id: unit ?? parcel.destination_unit,
      started_at: start,
      due_at,
      stopped_at: stop,
      paused_at: null,
      alerts: policy.is_binding,
      inputs: start && due_at ? inputsOf(start, due_at, policy.target, calendar) : {},
    },
  ]
}
