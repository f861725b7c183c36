// Whether the delivery clocks of a parcel started and stopped when its facts say. Pure.
import type { PromisePoliciesRow } from '../../db/tables.ts'
import { hour } from '../kit/time.ts'
import type { AsText } from '../platform/texts.ts'
import type { Stored, StoredClock } from './read-stored.ts'
import type { Rederived } from './rederive-present.ts'

export type DeliveryPolicy = AsText<Pick<PromisePoliciesRow, 'id' | 'amount' | 'valid_from' | 'valid_to'>>

/** From the post's taking the result to its delivery, or to where it can be fetched, when that was chosen. */
export function checkClocks(
  { parcel, clocks }: Stored,
  { handed_back_at: start, collectable_at, ended_at }: Rederived,
  policies: readonly DeliveryPolicy[],
): string[] {
  const isPromised = parcel.destination_kind === 'recipient' && start !== null
  const binding = isPromised ? policies.filter(isInForce(start)) : []
  const stop = parcel.is_collected ? (collectable_at ?? ended_at) : ended_at
  const missing = binding.filter(({ id }) => !clocks.some(({ policy_id }) => policy_id === id))
  return [
    ...missing.map(({ id }) => `the clock of promise ${id} is missing`),
    ...clocks.flatMap(clock =>
      binding.some(({ id }) => id === clock.policy_id)
        ? checkClock(clock, start, stop)
        : clock.started_at === clock.stopped_at
          ? []
          : [`the clock of promise ${clock.policy_id} runs without a cause`],
    ),
  ]
}

const isInForce =
  (at: string) =>
  ({ amount, valid_from, valid_to }: DeliveryPolicy) =>
    amount !== null && valid_from <= at && (valid_to === null || at < valid_to)

function checkClock(clock: StoredClock, start: string | null, stop: string | null): string[] {
  const due = dueOf(clock)
  return [
    ...differs('started', clock.started_at, start),
    ...differs('stopped', clock.stopped_at, stop),
    ...(due ? differs('is due', clock.due_at, due) : []),
  ].map(fault => `the clock of promise ${clock.policy_id} ${fault}`)
}

/** Hours need no calendar: what the clock itself kept of its promise says when it is due. */
function dueOf({ started_at, inputs }: StoredClock): string | null {
  const target = inputs['target'] as { amount?: number; unit?: string } | null
  return target?.unit === 'hours' ? new Date(Date.parse(started_at) + Number(target.amount) * hour).toISOString() : null
}

const differs = (what: string, told: string | null, derived: string | null) =>
  told === derived ? [] : [`${what} at ${told ?? 'no time'}, by the facts at ${derived ?? 'no time'}`]
