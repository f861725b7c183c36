import type { WantedClock } from './clock-row.ts'
import { dueAt, type Target } from './deadline.ts'
import { type Pause, within } from './pauses.ts'
import { inForceAt, type Policy } from './policies.ts'

/** A policy that says how long; of the others each subject brings its own. */
export type Counted = Policy & { target: Target }
export const hasTarget = (policy: Policy): policy is Counted => policy.target !== null

/** What a clock depends on beside its policy. */
export type Course = {
  subject: WantedClock['subject']
  /** Who answers for it, and whose calendar counts. */
  unit_id: string
  keeper: string
  /** Null: nothing has started it. */
  start: Date | null
  stopped_at: Date | null
  pauses?: readonly Pause[]
  chance?: WantedClock['chance']
  isNew?: boolean
}

/**
 * The clock that a policy wants. Under another version of the policy it does not run, and ends where a late scan moved it out
 * of this one; nor does it for a policy without an amount of its own.
 */
export function clockOf(policy: Counted, course: Course): WantedClock {
  const { subject, unit_id, keeper, start, stopped_at, pauses = [], chance = null, isNew = false } = course
  const { id: policy_id, target, is_binding } = policy
  const calendar = policy.calendarOf(keeper)
  const started_at = start && inForceAt(start)(policy) ? start : null
  return {
    policy_id,
    subject,
    unit_id,
    started_at,
    wall_due_at: started_at && dueAt(started_at, target, calendar),
    extends: target.unit,
    stopped_at,
    pauses: started_at ? within(pauses, started_at, stopped_at) : [],
    calendar,
    chance,
    alerts: is_binding,
    target,
    isNew,
  }
}
