import type { Knex } from 'knex'
import type { AlertsRow, PromisePoliciesRow } from '../../db/tables.ts'
import { pageOf } from '../kit/paging.ts'
import { rfc3339 } from '../kit/time.ts'

export type AlertRow = Pick<
  AlertsRow,
  'id' | 'watch' | 'level' | 'raised_at' | 'due_at' | 'acknowledged_at' | 'note'
> & {
  /** Null where something beside clocks is watched. */
  clock: PromisePoliciesRow['clock'] | null
  code: string | null
  reference: string | null
  /** Who had it when the alert was raised. */
  unit: string | null
  /** The one who carries it, where nobody heard from them. */
  courier: string | null
  acknowledged_by: string | null
}

const columns = [
  'alerts.id',
  'alerts.watch',
  'alerts.level',
  'alerts.raised_at',
  'alerts.due_at',
  'alerts.acknowledged_at',
  'alerts.note',
  'promise_policies.clock',
  'parcels.code',
  'dossiers.reference',
  'units.name as unit',
  'people.name as acknowledged_by',
  'courier.name as courier',
]

/** What is shown of some open alerts, which are cut out before anything is joined to them. */
const shown = (db: Knex, which: (open: Knex.QueryBuilder) => Knex.QueryBuilder) =>
  db
    .with('alerts', some => which(some.from('alerts').whereNull('closed_at').select('*')))
    .from('alerts')
    .leftJoin('clocks', 'clocks.id', 'alerts.clock_id')
    .leftJoin('promise_policies', 'promise_policies.id', 'clocks.policy_id')
    .leftJoin('parcels', 'parcels.id', 'alerts.parcel_id')
    .leftJoin('dossiers', 'dossiers.id', 'clocks.dossier_id')
    .leftJoin('units', 'units.id', 'alerts.unit_id')
    .leftJoin('people', 'people.id', 'alerts.acknowledged_by')
    .joinRaw(`left join people as courier on alerts.watch = 'silent' and alerts.subject = 'courier ' || courier.id`)
    .orderBy(['alerts.raised_at', 'alerts.id'])
    .select<AlertRow[]>(columns)

/** One open alert, or undefined. */
export const openAlert = async (db: Knex, id: string): Promise<AlertRow | undefined> =>
  (await shown(db, open => open.where({ id })))[0]

/** Alerts that are still open, the oldest first. */
export async function openAlerts(db: Knex, { limit, after }: { limit: number; after?: string | undefined }) {
  const rows = await shown(db, open => {
    const page = open.orderBy(['raised_at', 'id']).limit(limit + 1)
    return after ? page.whereRaw('(raised_at, id) > (select raised_at, id from alerts where id = ?)', [after]) : page
  })
  const items = rows.map(({ courier: _, ...row }) => ({
    ...row,
    raised_at: rfc3339(row.raised_at),
    due_at: row.due_at && rfc3339(row.due_at),
    acknowledged_at: row.acknowledged_at && rfc3339(row.acknowledged_at),
  }))
  return pageOf(items, limit, ({ id }) => id)
}
