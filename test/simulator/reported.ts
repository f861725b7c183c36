import type { Knex } from 'knex'

export type Figures = { clock: string; reading: string; unit: string; on_time: number; late: number; running: number }
export type RaisedAlert = { subject: string; clock: string; level: string; due: number; raised: number }

/** What the system would report of each clock, reading and office: in time, late, still running. */
export async function reportedFigures(db: Knex, now: Date): Promise<Figures[]> {
  const { rows } = await db.raw<{ rows: Figures[] }>(
    `select clock, reading, unit_id as unit,
            count(*) filter (where stopped_at <= due_at)::integer as on_time,
            count(*) filter (where stopped_at > due_at or stopped_at is null and due_at <= :now)::integer as late,
            count(*) filter (where stopped_at is null and due_at > :now)::integer as running
     from clocks join promise_policies on promise_policies.id = policy_id
     where inputs->'withdrawn' is null
     group by clock, reading, unit_id`,
    { now },
  )
  return rows
}

/** Every alert that was ever raised, open or closed. */
export async function reportedAlerts(db: Knex): Promise<RaisedAlert[]> {
  const rows = await db('alerts')
    .join('clocks', 'clocks.id', 'clock_id')
    .join('promise_policies', 'promise_policies.id', 'policy_id')
    .leftJoin('parcels', 'parcels.id', 'clocks.parcel_id')
    .leftJoin('dossiers', 'dossiers.id', 'clocks.dossier_id')
    .select('parcels.code', 'dossiers.reference', 'clock', 'level', 'alerts.due_at', 'raised_at')
  return rows.map(({ code, reference, clock, level, due_at, raised_at }) => ({
    ...{ subject: code ?? reference ?? '', clock, level },
    ...{ due: due_at.getTime(), raised: raised_at.getTime() },
  }))
}
