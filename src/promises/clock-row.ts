import { isDeepStrictEqual } from 'node:util'
import { v7 as uuidv7 } from 'uuid'
import type { ClocksRow } from '../../db/tables.ts'
import type { Calendar } from '../places/calendar.ts'
import { countedWith, extendedBy, thresholds, type Unit } from './deadline.ts'
import type { Pause } from './pauses.ts'

type Subject = { parcel_id: string } | { dossier_id: string }

/** What a clock should be by the facts. A null start means that it should not run at all. */
export type WantedClock = {
  policy_id: number
  subject: Subject
  unit_id: string
  started_at: Date | null
  /** By the clock on the wall, and in which unit pauses move it; null: they do not. */
  wall_due_at: Date | null
  extends: Unit | null
  stopped_at: Date | null
  pauses: readonly Pause[]
  calendar: Calendar
  /** The last moment at which it can still be kept; null where nobody knows. */
  chance: ((due: Date) => Date | null) | null
  alerts: boolean
  /** What it was counted from, as far as it is not in the calendar. */
  target: object
  /** No clock of this subject can be there yet. */
  isNew: boolean
}

/** A clock that runs or ran by the facts. */
export type Started = WantedClock & { started_at: Date; wall_due_at: Date }
export type Inputs = { target?: object; pauses?: unknown[]; withdrawn?: true }
/** What was promised before. */
export type Stored = Pick<ClocksRow, 'id' | 'started_at' | 'wall_due_at' | 'due_at'> & { inputs: Inputs }

/**
 * The row of a clock. What was promised stays: with the same start and target the due time is that of then, moved by pauses
 * alone. Pure but for its id.
 */
export function clockRow(wanted: Started, stored: Stored | undefined) {
  const { policy_id, subject, unit_id, started_at, stopped_at, pauses } = wanted
  const { wall_due_at, due_at, inputs } = promised(wanted, stored)
  const standing = pauses.filter(({ begins_at }) => begins_at < due_at).at(-1)
  const paused = { paused_at: standing?.begins_at ?? null, paused_until: standing?.ends_at ?? null }
  // Nobody is alerted of what does not bind: its shares will do.
  const chance = wanted.alerts && wanted.chance ? wanted.chance(due_at) : null
  const times = afterPause(thresholds(started_at, due_at, chance), standing, due_at)
  const isOpen = paused.paused_at !== null && paused.paused_until === null
  return {
    id: uuidv7(),
    policy_id,
    ...subject,
    unit_id,
    started_at,
    wall_due_at,
    due_at,
    ...times,
    next_alert_at: wanted.alerts && !isOpen ? times.at_risk_at : null,
    stopped_at,
    ...paused,
    inputs,
  }
}

/** A level that falls into a time in which it stands still is reached when it runs again, when it is due at the latest. */
function afterPause<T extends Record<string, Date>>(times: T, pause: Pause | undefined, due: Date): T {
  const until = pause?.ends_at
  if (!pause || !until) return times
  const moved = (at: Date) => (at < pause.begins_at || at >= until ? at : until < due ? until : due)
  return Object.fromEntries(Object.entries(times).map(([name, at]) => [name, moved(at)])) as T
}

function promised(
  { started_at, wall_due_at, target, pauses, calendar, extends: unit }: Started,
  stored: Stored | undefined,
) {
  const stood = pauses.map(({ begins_at, ends_at }) => [begins_at.toISOString(), ends_at?.toISOString() ?? null])
  const was = stored?.inputs
  const isSame = stored?.started_at.getTime() === started_at.getTime() && isDeepStrictEqual(was?.target, { ...target })
  if (stored && isSame && isDeepStrictEqual(was?.pauses ?? [], stood))
    return { wall_due_at: stored.wall_due_at, due_at: stored.due_at, inputs: without(stored.inputs, 'withdrawn') }
  const wall = stored && isSame ? stored.wall_due_at : wall_due_at
  const due_at = unit ? extendedBy(wall, pauses, unit, calendar) : wall
  const counted = isSame ? without(was ?? {}, 'withdrawn') : { target, ...countedWith(started_at, wall, calendar) }
  if (!stood.length) return { wall_due_at: wall, due_at: wall, inputs: without(without(counted, 'pauses'), 'moved') }
  const moved = unit ? { unit, ...countedWith(started_at, due_at, calendar) } : null
  return { wall_due_at: wall, due_at, inputs: { ...counted, pauses: stood, moved } }
}

const without = (inputs: object, member: string) =>
  Object.fromEntries(Object.entries(inputs).filter(([name]) => name !== member))
