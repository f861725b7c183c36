import type { Change, Consequence } from '../custody/consequence.ts'
import { dueAt, inputsOf } from './deadline.ts'
import { inForceAt, type Policy, policiesOf } from './policies.ts'
import { reconcileClocks, type WantedClock } from './reconcile-clocks.ts'

/**
 * The 48-hour promise (agreement of 2022): runs from the moment the post has the result until it is delivered, or, when
 * the receiver chose to fetch it, until it lies ready at their office. Both readings run side by side.
 */
export const reconcileDeliveryClocks: Consequence = async (db, changes, { now }) => {
  const results = changes.filter(({ parcel }) => parcel.destination_kind === 'recipient')
  const concerned = results.filter(({ before, after }) => before.handed_back_at || after.handed_back_at)
  if (!concerned.length) return
  const policies = await policiesOf(db, 'delivery')
  await reconcileClocks(
    db,
    concerned.flatMap(change => policies.flatMap(policy => wanted(change, policy))),
    now,
  )
}

function wanted({ parcel, after }: Change, policy: Policy): WantedClock[] {
  if (!policy.target) return []
  const taken = after.handed_back_at
  const unit_id = parcel.destination_unit
  // Under another version of the policy it does not run, and ends where a late scan moved it out of this one.
  const start = taken && inForceAt(taken)(policy) ? taken : null
  const calendar = policy.calendarOf(unit_id)
  const due_at = start && dueAt(start, policy.target, calendar)
  return [
    {
      policy_id: policy.id,
      subject: { parcel_id: parcel.id },
      unit_id,
      started_at: start,
      due_at,
      stopped_at: stopped({ parcel, after }),
      paused_at: null,
      alerts: policy.is_binding,
      inputs: start && due_at ? inputsOf(start, due_at, policy.target, calendar) : {},
    },
  ]
}

const stopped = ({ parcel, after }: Pick<Change, 'parcel' | 'after'>) =>
  parcel.is_collected ? (after.collectable_at ?? after.ended_at) : after.ended_at
