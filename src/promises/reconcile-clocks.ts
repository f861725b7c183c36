import { isDeepStrictEqual } from 'node:util'
import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import type { ClocksRow } from '../../db/tables.ts'
import type { Calendar } from '../places/calendar.ts'
import { countedWith, extendedBy, thresholds, type Unit } from './deadline.ts'
import { keepPauses } from './keep-pauses.ts'
import type { Pause } from './pauses.ts'
import { isStill } from './standing.ts'

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
type Started = WantedClock & { started_at: Date; wall_due_at: Date }

/**
 * Makes the stored clocks what the facts say: starts, stops, pauses, or stops as withdrawn. A running clock keeps its due
 * time while its start stays the same, whatever policy or calendar became meanwhile; only what excuses it moves it. Alerts
 * whose cause is gone close with it; a clock that runs on is looked at by the next tick. Answers those that run or ran.
 */
export async function reconcileClocks(db: Knex, wanted: readonly WantedClock[], now: Date): Promise<Put[]> {
  const running = wanted.filter(isStarted)
  const put: Put[] = []
  for (const subject of subjects) {
    const of = running.filter(clock => subject in clock.subject)
    if (of.length) put.push(...(await reconcileOf(db, subject, of, now)))
  }
  for (const clock of wanted.filter(clock => !clock.started_at)) await closeOutlived(db, await withdraw(db, clock), now)
  return put
}

const isStarted = (clock: WantedClock): clock is Started => clock.started_at !== null && clock.wall_due_at !== null
const subjects = ['parcel_id', 'dossier_id'] as const
type SubjectKey = (typeof subjects)[number]
const subjectId = (clock: WantedClock) => Object.values(clock.subject)[0] ?? ''

async function reconcileOf(db: Knex, subject: SubjectKey, wanted: readonly Started[], now: Date): Promise<Put[]> {
  const stored = await storedOf(db, subject, wanted)
  const put = await putClocks(
    db,
    subject,
    wanted.map(clock => clockRow(clock, stored.get(keyOf(clock)))),
  )
  const ids = new Map(put.map(row => [`${row.policy_id} ${row.subject}`, row.id]))
  const paused = wanted.filter(clock => clock.pauses.length || stored.get(keyOf(clock))?.inputs.pauses)
  await keepPauses(
    db,
    paused.map(clock => ({ id: ids.get(keyOf(clock)) ?? '', pauses: clock.pauses })),
  )
  const known = put.filter(({ is_new }) => !is_new)
  await closeOutlived(db, known, now)
  return put
}

const keyOf = (clock: WantedClock) => `${clock.policy_id} ${subjectId(clock)}`

type Inputs = { target?: object; pauses?: unknown[] }
type Stored = Pick<ClocksRow, 'started_at' | 'wall_due_at' | 'due_at'> & { inputs: Inputs }

/** A clock that cannot be there yet is not looked for: scans wait for this. */
async function storedOf(db: Knex, subject: SubjectKey, wanted: readonly WantedClock[]): Promise<Map<string, Stored>> {
  const ids = [...new Set(wanted.filter(({ isNew }) => !isNew).map(subjectId))]
  if (!ids.length) return new Map()
  const { rows } = await db
    .raw<{ rows: (Stored & { policy_id: number; subject: string })[] }>(
      `select policy_id, ${subject} as subject, started_at, wall_due_at, due_at, inputs from clocks where ${subject} = any(:ids)`,
      { ids },
    )
    .options({ name: `clocks by ${subject}` })
  return new Map(rows.map(row => [`${row.policy_id} ${row.subject}`, row]))
}

/** What was promised stays: with the same start and target the due time is that of then, moved by pauses alone. */
function clockRow(wanted: Started, stored: Stored | undefined) {
  const { policy_id, subject, unit_id, started_at, stopped_at, pauses } = wanted
  const { wall_due_at, due_at, inputs } = due(wanted, stored)
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

function due(
  { started_at, wall_due_at, target, pauses, calendar, extends: unit }: Started,
  stored: Stored | undefined,
) {
  const kept = pauses.map(({ begins_at, ends_at }) => [begins_at.toISOString(), ends_at?.toISOString() ?? null])
  const was = stored?.inputs
  const isSame = stored?.started_at.getTime() === started_at.getTime() && isDeepStrictEqual(was?.target, { ...target })
  if (stored && isSame && isDeepStrictEqual(was?.pauses ?? [], kept))
    return { wall_due_at: stored.wall_due_at, due_at: stored.due_at, inputs: without(stored.inputs, 'withdrawn') }
  const wall = stored && isSame ? stored.wall_due_at : wall_due_at
  const due_at = unit ? extendedBy(wall, pauses, unit, calendar) : wall
  const counted = isSame ? without(was ?? {}, 'withdrawn') : { target, ...countedWith(started_at, wall, calendar) }
  if (!kept.length) return { wall_due_at: wall, due_at: wall, inputs: without(without(counted, 'pauses'), 'moved') }
  const moved = unit ? { unit, ...countedWith(started_at, due_at, calendar) } : null
  return { wall_due_at: wall, due_at, inputs: { ...counted, pauses: kept, moved } }
}

const without = (inputs: object, member: string) =>
  Object.fromEntries(Object.entries(inputs).filter(([name]) => name !== member))

const columns = `id, policy_id, parcel_id, dossier_id, unit_id, started_at, wall_due_at, due_at, at_risk_at,
  missed_at, next_alert_at, stopped_at, paused_at, paused_until, inputs`
const deciding = ['due_at', 'at_risk_at', 'missed_at', 'stopped_at', 'paused_at', 'paused_until']
const kept = ['started_at', 'wall_due_at', ...deciding, 'unit_id', 'inputs']

/** Where nothing changed that decides when the next level is due, the tick goes on where it was. */
const merged = `
  ${kept.map(column => `${column} = excluded.${column}`).join(', ')},
  next_alert_at = case when ${deciding.map(name => `clocks.${name} is not distinct from excluded.${name}`).join(' and ')}
    then clocks.next_alert_at else excluded.next_alert_at end`

type Put = { id: string; policy_id: number; subject: string; due_at: Date; is_new: boolean }

/** Answers which were there before: only of them somebody may have been told. */
async function putClocks(db: Knex, subject: SubjectKey, rows: object[]): Promise<Put[]> {
  const { rows: put } = await db
    .raw<{ rows: Put[] }>(
      `insert into clocks (${columns}) select ${columns} from jsonb_populate_recordset(null::clocks, :rows)
       on conflict (policy_id, ${subject}) do update set ${merged}
       returning id, policy_id, ${subject} as subject, due_at, xmax = 0 as is_new`,
      { rows: JSON.stringify(rows) },
    )
    .options({ name: `put clocks by ${subject}` })
  return put
}

/** Its start was taken back: it stops where it began, and says so. */
const withdraw = (db: Knex, { policy_id, subject }: WantedClock): Promise<{ id: string }[]> =>
  db('clocks')
    .where({ policy_id, ...subject })
    .update({ stopped_at: db.raw('started_at'), inputs: db.raw(`inputs || '{"withdrawn": true}'`) })
    .returning('id')

/** An alert closes itself when its cause is gone, whether anybody acknowledged it or not. */
async function closeOutlived(db: Knex, clocks: readonly { id: string }[], now: Date): Promise<void> {
  if (!clocks.length) return
  await db.raw(
    `update alerts set closed_at = :now
     from clocks
     where clocks.id = alerts.clock_id and clocks.id = any(:ids) and alerts.closed_at is null
       and (clocks.stopped_at is not null or clocks.due_at <> alerts.due_at
         or ${isStill}
         or :now < case alerts.level when 'at_risk' then clocks.at_risk_at when 'missed' then clocks.missed_at else clocks.due_at end)`,
    { now, ids: clocks.map(({ id }) => id) },
  )
}
