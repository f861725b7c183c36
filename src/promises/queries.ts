import type { Knex } from 'knex'
import type { AlertsRow, PromisePoliciesRow } from '../../db/tables.ts'
import type { HolderKind } from '../custody/steps.ts'
import { pageOf } from '../kit/paging.ts'
import { rfc3339 } from '../kit/time.ts'
import { type StandingCounts, standingCounts, standingOf } from './standing.ts'

/** Running delivery clocks of the binding reading, the least time left first: the supervisors' board. */
export async function board(db: Knex, { limit, offset }: { limit: number; offset: number }, now: Date) {
  const rows: Promised[] = await running(db).limit(limit).offset(offset)
  return rows.map(row => ({ ...row, standing: standingOf(row, now) }))
}
export type BoardRow = Awaited<ReturnType<typeof board>>[number]

const running = (db: Knex) =>
  db('clocks')
    .join('promise_policies', 'promise_policies.id', 'clocks.policy_id')
    .join('parcels', 'parcels.id', 'clocks.parcel_id')
    .join('parcel_presents', 'parcel_presents.parcel_id', 'parcels.id')
    .leftJoin('units', 'units.id', 'parcel_presents.holder_unit')
    .leftJoin('people', 'people.id', 'parcel_presents.holder_person')
    .whereNull('clocks.stopped_at')
    .where({ clock: 'delivery', is_binding: true })
    .orderBy('clocks.due_at')
    .orderBy('parcels.code')
    .select(
      'parcels.code',
      'clocks.started_at',
      'clocks.at_risk_at',
      'clocks.due_at',
      'clocks.paused_at',
      'parcel_presents.holder_kind',
      'parcel_presents.since',
      'parcel_presents.last_step',
      'units.name as holder_unit',
      'people.name as holder_person',
    )
type Promised = {
  code: string
  started_at: Date
  at_risk_at: Date
  due_at: Date
  paused_at: Date | null
  holder_kind: HolderKind
  since: Date
  last_step: string | null
  holder_unit: string | null
  holder_person: string | null
}

/** How many promises run, by how they stand now. */
export async function promiseCounts(db: Knex, now: Date): Promise<StandingCounts> {
  const { rows } = await db.raw(
    `select ${standingCounts}
     from clocks join promise_policies on promise_policies.id = clocks.policy_id
     where stopped_at is null and promise_policies.is_binding and promise_policies.clock = 'delivery'`,
    { now },
  )
  return rows[0]
}

export type AlertRow = Pick<AlertsRow, 'id' | 'level' | 'raised_at' | 'acknowledged_at' | 'note'> & {
  clock: PromisePoliciesRow['clock']
  due_at: Date
  code: string | null
  reference: string | null
  unit: string | null
  acknowledged_by: string | null
}

/** Alerts that are still open, the oldest first. */
export async function openAlerts(db: Knex, { limit, after }: { limit: number; after?: string | undefined }) {
  const query = db('alerts')
    .join('clocks', 'clocks.id', 'alerts.clock_id')
    .join('promise_policies', 'promise_policies.id', 'clocks.policy_id')
    .leftJoin('parcels', 'parcels.id', 'clocks.parcel_id')
    .leftJoin('dossiers', 'dossiers.id', 'clocks.dossier_id')
    .leftJoin('units', 'units.id', 'clocks.unit_id')
    .leftJoin('people', 'people.id', 'alerts.acknowledged_by')
    .whereNull('alerts.closed_at')
    .orderBy('alerts.id')
    .limit(limit + 1)
    .select(
      'alerts.id',
      'alerts.level',
      'promise_policies.clock',
      'alerts.raised_at',
      'clocks.due_at',
      'alerts.acknowledged_at',
      'alerts.note',
      'parcels.code',
      'dossiers.reference',
      'units.name as unit',
      'people.name as acknowledged_by',
    )
  if (after) query.where('alerts.id', '>', after)
  const rows: AlertRow[] = await query
  const items = rows.map(row => ({
    ...row,
    raised_at: rfc3339(row.raised_at),
    due_at: rfc3339(row.due_at),
    acknowledged_at: row.acknowledged_at && rfc3339(row.acknowledged_at),
  }))
  return pageOf(items, limit, ({ id }) => id)
}
export type AlertItem = Awaited<ReturnType<typeof openAlerts>>['items'][number]
