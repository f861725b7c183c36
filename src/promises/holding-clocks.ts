import type { Consequence } from '../custody/consequence.ts'
import { clockOf, hasTarget } from './clock-of.ts'
import { counterSteps, endsWaitingAt } from './pauses.ts'
import { policiesOf } from './policies.ts'
import { reconcileClocks } from './reconcile-clocks.ts'
import { type StandingFact, standingFacts } from './standing-facts.ts'

/** How long a result waits at the counter: from the last time it was laid up until somebody took it out or sent it back. */
export const reconcileHoldingClocks: Consequence = async (db, changes, { now }) => {
  const held = changes.filter(
    ({ before, after, stands }) => before.held_until || after.held_until || stands.some(isHold),
  )
  if (!held.length) return
  const facts = await standingFacts(db, held, counterSteps)
  const policies = (await policiesOf(db, 'holding')).filter(hasTarget)
  const wanted = held.flatMap(({ parcel }) => {
    const { start, stopped_at, unit_id } = heldSpan(facts.get(parcel.id) ?? [])
    const zone = parcel.zone === 'town' ? 'town' : 'rural'
    const unit = unit_id ?? parcel.destination_unit
    const course = { subject: { parcel_id: parcel.id }, unit_id: unit, keeper: unit, start, stopped_at }
    return policies.filter(({ scope }) => scope === null || scope === zone).map(policy => clockOf(policy, course))
  })
  await reconcileClocks(db, wanted, now)
}

const isHold = ({ step }: { step: string }) => step === 'hold'

/** From the first of the last holds in a row; by facts that stand, in order. Pure. */
function heldSpan(facts: readonly Pick<StandingFact, 'step' | 'at' | 'unit_id'>[]) {
  const last = facts.findLastIndex(isHold)
  const isOut = endsWaitingAt(facts[last]?.unit_id ?? null)
  const before = facts.slice(0, Math.max(last, 0)).findLastIndex(isOut)
  const first = facts.slice(before + 1).find(isHold)
  const out = facts.slice(last + 1).find(isOut)
  return last < 0
    ? { start: null, stopped_at: null, unit_id: null }
    : { start: first?.at ?? null, stopped_at: out?.at ?? null, unit_id: first?.unit_id ?? null }
}
