import { rfc3339 } from '../../src/kit/time.ts'
import { raiseAlerts } from '../../src/promises/raise-alerts.ts'
import type { Scenario } from './scenario.ts'

/** `28T14:30` of the month and by the clocks of Viet Nam. */
export const local = (at: Date | null | undefined) => (at ? rfc3339(at).slice(8, 16) : null)

/** The binding clock of a parcel: when it began, is due by the wall and with pauses, and ended. */
export async function promiseOf({ db }: Scenario, code: string, clock = 'delivery') {
  const row = await db('clocks')
    .join('promise_policies', 'promise_policies.id', 'clocks.policy_id')
    .join('parcels', 'parcels.id', 'clocks.parcel_id')
    .where('code', code)
    .where('clock', clock)
    .where('is_binding', true)
    .whereRaw('clocks.stopped_at is distinct from clocks.started_at')
    .first('started_at', 'wall_due_at', 'due_at', 'at_risk_at', 'missed_at', 'stopped_at')
  return {
    began: local(row?.started_at),
    wall: local(row?.wall_due_at),
    due: local(row?.due_at),
    risk: local(row?.at_risk_at),
    missed: local(row?.missed_at),
    ended: local(row?.stopped_at),
  }
}

/** What stood still of a parcel's binding promise, and why. */
export const pausesOfParcel = async ({ db }: Scenario, code: string): Promise<string[]> => {
  const rows = await db('pauses')
    .join('clocks', 'clocks.id', 'pauses.clock_id')
    .join('promise_policies', 'promise_policies.id', 'clocks.policy_id')
    .join('parcels', 'parcels.id', 'clocks.parcel_id')
    .where({ code, clock: 'delivery', is_binding: true })
    .orderBy('begins_at')
    .select('begins_at', 'ends_at', 'reason', 'evidence')
  return rows.map(({ begins_at, ends_at, reason, evidence }) =>
    [local(begins_at), local(ends_at) ?? '-', reason, evidence].join(' '),
  )
}

/** Open alerts of a parcel by their level and who has to hear of them. */
export async function alertsOf({ db }: Scenario, code: string): Promise<Record<string, string[]>> {
  const rows = await db('alerts')
    .join('parcels', 'parcels.id', 'alerts.parcel_id')
    .leftJoin('alert_hearers', 'alert_hearers.alert_id', 'alerts.id')
    .where({ code, watch: 'clock' })
    .whereNull('closed_at')
    .orderBy(['alerts.raised_at', 'unit_id'])
    .select('level', 'alert_hearers.unit_id')
  const told: Record<string, string[]> = {}
  for (const { level, unit_id } of rows) told[level] = [...(told[level] ?? []), unit_id]
  return told
}

/** The tick at a moment of Viet Nam’s clocks. */
export async function tickAt(all: Scenario, at: string): Promise<void> {
  all.clock.set(`${at}:00+07:00`)
  await raiseAlerts(all.db, all.clock())
}
