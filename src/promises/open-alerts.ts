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

const shown = `
  select alerts.id, alerts.watch, alerts.level, alerts.raised_at, alerts.due_at, alerts.acknowledged_at, alerts.note,
    promise_policies.clock, parcels.code, dossiers.reference, units.name as unit, people.name as acknowledged_by,
    courier.name as courier
  from cut as alerts
  left join clocks on clocks.id = alerts.clock_id
  left join promise_policies on promise_policies.id = clocks.policy_id
  left join parcels on parcels.id = alerts.parcel_id
  left join dossiers on dossiers.id = clocks.dossier_id
  left join units on units.id = alerts.unit_id
  left join people on people.id = alerts.acknowledged_by
  left join people as courier on alerts.watch = 'silent' and alerts.subject = 'courier ' || courier.id
  order by alerts.raised_at, alerts.id`

/** Open alerts that meet `which`, in SQL, the oldest first. They are cut out before anything is joined to them. */
export async function alertsWhere(db: Knex, which: string, bindings: Record<string, Knex.Value>): Promise<AlertRow[]> {
  const cut = `select * from alerts where closed_at is null and ${which}`
  const { rows } = await db.raw<{ rows: AlertRow[] }>(`with cut as (${cut}) ${shown}`, bindings)
  return rows
}

/** One open alert, or undefined. */
export const openAlert = async (db: Knex, id: string): Promise<AlertRow | undefined> =>
  (await alertsWhere(db, 'id = :id', { id }))[0]

const later = '(raised_at, id) > (select raised_at, id from alerts where id = :after)'

/** Alerts that are still open, the oldest first. */
export async function openAlerts(db: Knex, { limit, after }: { limit: number; after?: string | undefined }) {
  const page = `${after ? later : 'true'} order by raised_at, id limit :limit`
  const rows = await alertsWhere(db, page, { limit: limit + 1, ...(after && { after }) })
  const items = rows.map(({ courier: _, ...row }) => ({
    ...row,
    raised_at: rfc3339(row.raised_at),
    due_at: row.due_at && rfc3339(row.due_at),
    acknowledged_at: row.acknowledged_at && rfc3339(row.acknowledged_at),
  }))
  return pageOf(items, limit, ({ id }) => id)
}
