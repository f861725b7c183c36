import type { Knex } from 'knex'
import { clockRow, type Started, type Stored, type WantedClock } from './clock-row.ts'
import { keepPauses } from './keep-pauses.ts'
import { isStill } from './standing.ts'

/**
 * Makes the stored clocks what the facts say: starts, stops, pauses, or stops as withdrawn. A running clock keeps its due
 * time while its start stays the same, whatever policy or calendar became meanwhile; only what excuses it moves it. Alerts
 * whose cause is gone close with it; a clock that runs on is looked at by the next tick. Answers those that run or ran.
 */
export async function reconcileClocks(db: Knex, wanted: readonly WantedClock[], now: Date): Promise<Put[]> {
  const put: Put[] = []
  for (const subject of subjects) {
    const of = wanted.filter(clock => subject in clock.subject)
    if (!of.length) continue
    const stored = await storedOf(db, subject, of)
    put.push(...(await keepRunning(db, subject, { running: of.filter(isStarted), stored }, now)))
    const gone = of.flatMap(clock => (clock.started_at ? [] : (stored.get(keyOf(clock)) ?? [])))
    await withdraw(db, gone, now)
  }
  return put
}

const isStarted = (clock: WantedClock): clock is Started => clock.started_at !== null && clock.wall_due_at !== null
const subjects = ['parcel_id', 'dossier_id'] as const
type SubjectKey = (typeof subjects)[number]
const subjectId = ({ subject }: WantedClock) => ('parcel_id' in subject ? subject.parcel_id : subject.dossier_id)

type Running = { running: readonly Started[]; stored: ReadonlyMap<string, Stored> }

async function keepRunning(db: Knex, subject: SubjectKey, { running, stored }: Running, now: Date): Promise<Put[]> {
  if (!running.length) return []
  const rows = running.map(clock => clockRow(clock, stored.get(keyOf(clock))))
  const put = await putClocks(db, subject, rows)
  const pauses = new Map(running.map(clock => [keyOf(clock), clock.pauses]))
  const stood = put.map(row => ({ id: row.id, key: `${row.policy_id} ${row.subject}` }))
  await keepPauses(
    db,
    stood.flatMap(({ id, key }) => {
      const wanted = pauses.get(key) ?? []
      return wanted.length || stored.get(key)?.inputs.pauses ? [{ id, pauses: wanted }] : []
    }),
  )
  await closeOutlived(
    db,
    put.filter(({ is_new }) => !is_new),
    now,
  )
  return put
}

const keyOf = (clock: WantedClock) => `${clock.policy_id} ${subjectId(clock)}`

/** A clock that cannot be there yet is not looked for: scans wait for this. */
async function storedOf(db: Knex, subject: SubjectKey, wanted: readonly WantedClock[]): Promise<Map<string, Stored>> {
  const ids = [...new Set(wanted.filter(({ isNew }) => !isNew).map(subjectId))]
  if (!ids.length) return new Map()
  const { rows } = await db
    .raw<{ rows: (Stored & { policy_id: number; subject: string })[] }>(
      `select id, policy_id, ${subject} as subject, started_at, wall_due_at, due_at, inputs from clocks where ${subject} = any(:ids)`,
      { ids },
    )
    .options({ name: `clocks by ${subject}` })
  return new Map(rows.map(row => [`${row.policy_id} ${row.subject}`, row]))
}

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

/** Their start was taken back: they stop where they began, say so, and stood still for nobody. */
async function withdraw(db: Knex, clocks: readonly Stored[], now: Date): Promise<void> {
  const gone = clocks.filter(({ inputs }) => !inputs.withdrawn)
  if (!gone.length) return
  await db('clocks')
    .whereIn(
      'id',
      gone.map(({ id }) => id),
    )
    .update({ stopped_at: db.raw('started_at'), inputs: db.raw(`inputs || '{"withdrawn": true}'`) })
  await keepPauses(
    db,
    gone.map(({ id }) => ({ id, pauses: [] })),
  )
  await closeOutlived(db, gone, now)
}

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
