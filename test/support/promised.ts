import { rfc3339 } from '../../src/kit/time.ts'
import { raiseAlerts } from '../../src/promises/raise-alerts.ts'
import { papers } from './papers.ts'
import { krongNo, type Person, policeKrongNo, type Scenario } from './scenario.ts'

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

/** From Monday to Friday a van fetches at the desk of Krông Nô at this minute of the day, and is at its post office half an hour later. */
export async function weekdayVan({ owner }: Scenario, minute: number): Promise<void> {
  const van = { from_unit: policeKrongNo, to_unit: krongNo, leaves: minute, arrives: minute + 30, on_holidays: false }
  await owner('departures').insert([1, 2, 3, 4, 5].map(weekday => ({ ...van, weekday })))
}

/** The envelope of a result that its desk has just released to the post, or to another unit; and the list on which it stands. */
export async function releasedResult({ db }: Scenario, officer: Person, unit = krongNo) {
  const wanted = { service: 'return', documents: [], due: '2026-12-30' }
  const { body } = await officer.post('/dossiers', await papers(db, 'identity-district-01', wanted))
  await officer.post(`/dossiers/${body.reference}/result`, { kind: 'granted' })
  const { code } = (await officer.post('/parcels', { purpose: 'result', dossiers: [body.reference] })).body
  return { code: String(code), list: await released(officer, code, unit) }
}

/** The list on which this envelope now waits for who takes it. */
export async function released(officer: Person, code: string, unit = krongNo): Promise<string> {
  const { status, body } = await officer.post('/handovers', { to: { unit }, codes: [code] })
  if (status !== 201) throw new Error(JSON.stringify(body))
  return body.id
}

/** Both organisations say that nothing moved around Krông Nô, by Viet Nam’s clocks. */
export async function flooded(all: Scenario, from: string, until: string): Promise<void> {
  const [post, police] = [await all.person('supervisor', krongNo), await all.person('supervisor', policeKrongNo)]
  const flood = { unit: krongNo, begins_at: `${from}:00+07:00`, ends_at: `${until}:00+07:00`, reason: 'Sạt lở' }
  const { body } = await post.post('/standstills', flood)
  const confirmed = await police.post(`/standstills/${body.id}/confirmation`, {})
  if (confirmed.status !== 200) throw new Error(JSON.stringify(confirmed.body))
}

/** “Tôi có ở nhà”, pressed by whoever holds the slip. */
export const pressedAtHome = ({ url }: Scenario, code: string): Promise<Response> =>
  fetch(`${url}/co-o-nha`, { method: 'POST', headers: { origin: url }, body: new URLSearchParams({ code }) })
