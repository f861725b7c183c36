import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { type Deadlines, deadlines } from './deadline.ts'

/** What a clock should be by the facts. A null start means that it should not run at all. */
export type WantedClock = {
  policy_id: number
  subject: { parcel_id: string } | { dossier_id: string }
  unit_id: string
  started_at: Date | null
  due_at: Date | null
  stopped_at: Date | null
  paused_at: Date | null
  alerts: boolean
  inputs: Record<string, unknown>
}

/**
 * Makes the stored clocks what the facts say: starts, stops, pauses, or stops as withdrawn. A running clock keeps its due
 * time while its start stays the same, whatever policy or calendar became meanwhile. Alerts about what is no longer due
 * close with it; a clock that runs on is looked at by the next tick.
 */
export async function reconcileClocks(db: Knex, wanted: readonly WantedClock[], now: Date): Promise<void> {
  const running = wanted.filter(clock => clock.started_at && clock.due_at)
  for (const subject of ['parcel_id', 'dossier_id'] as const) {
    const rows = running.filter(clock => subject in clock.subject).map(clockRow)
    if (rows.length) await closeOutlived(db, await putClocks(db, subject, rows), now)
  }
  for (const clock of wanted.filter(clock => !clock.started_at)) await closeOutlived(db, await withdraw(db, clock), now)
}

function clockRow({
  policy_id,
  subject,
  unit_id,
  started_at,
  due_at,
  stopped_at,
  paused_at,
  alerts,
  inputs,
}: WantedClock) {
  if (!started_at || !due_at) throw new Error('only a started clock has a row')
  const times: Deadlines = deadlines(started_at, due_at)
  const next_alert_at = alerts ? times.at_risk_at : null
  return {
    id: uuidv7(),
    policy_id,
    ...subject,
    unit_id,
    started_at,
    ...times,
    next_alert_at,
    stopped_at,
    paused_at,
    inputs,
  }
}

const isSame = `clocks.started_at = excluded.started_at and clocks.inputs->>'target' = excluded.inputs->>'target'`
const runsOn = `clocks.stopped_at is not distinct from excluded.stopped_at and clocks.paused_at is not distinct from excluded.paused_at`
const columns = `id, policy_id, parcel_id, dossier_id, unit_id, started_at, due_at, at_risk_at, missed_at, next_alert_at,
  stopped_at, paused_at, inputs`
const kept = ['due_at', 'at_risk_at', 'missed_at']

/**
 * A clock that started at the same moment, with the same inputs, keeps its times; withdrawn it is no longer. One that was
 * stopped or paused closed its alerts: the tick begins with it anew, and raises the highest level reached.
 */
const merged = `
  ${kept.map(column => `${column} = case when ${isSame} then clocks.${column} else excluded.${column} end`).join(', ')},
  next_alert_at = case when not (${isSame}) then excluded.next_alert_at
    when ${runsOn} then clocks.next_alert_at
    when excluded.next_alert_at is not null then clocks.at_risk_at end,
  inputs = case when ${isSame} then clocks.inputs - 'withdrawn' else excluded.inputs end,
  started_at = excluded.started_at, stopped_at = excluded.stopped_at, paused_at = excluded.paused_at, unit_id = excluded.unit_id`

/** Answers those that were there before: only of them somebody may have been told. */
async function putClocks(db: Knex, subject: 'parcel_id' | 'dossier_id', rows: object[]): Promise<{ id: string }[]> {
  const { rows: put } = await db
    .raw<{ rows: { id: string; is_new: boolean }[] }>(
      `insert into clocks (${columns}) select ${columns} from jsonb_populate_recordset(null::clocks, :rows)
       on conflict (policy_id, ${subject}) do update set ${merged} returning id, xmax = 0 as is_new`,
      { rows: JSON.stringify(rows) },
    )
    .options({ name: `put clocks by ${subject}` })
  return put.filter(({ is_new }) => !is_new)
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
       and (clocks.stopped_at is not null or clocks.paused_at is not null or clocks.due_at <> alerts.due_at)`,
    { now, ids: clocks.map(({ id }) => id) },
  )
}
