import type { Holding } from './holdings.ts'
import type { World } from './world.ts'

/** What the system says: by its reports where it has one, else by its tables. */
export type Kept = {
  clock: string
  reading: string
  unit: string
  kept_by_wall: number
  kept: number
  late: number
  running: number
}
export type Spent = { name: string; parcels: number; hours: number; median_minutes: number; slow_minutes: number }
export type Paused = { name: string; unit: string; pauses: number; hours: number; deliveries: number }
export type RaisedAlert = {
  subject: string
  clock: string
  level: string
  due: number
  raised: number
  closed: number | null
}
export type RaisedWatch = { watch: string; subject: string; raised: number; closed: number | null }

/** Asks as the supervisor of the province. */
async function items<Item>({ crew }: World, path: string): Promise<Item[]> {
  const { status, body } = await crew.supervisor.signedIn.get(path)
  if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`)
  return body.items
}

/** From the first day on: all that there is. */
const whole = ({ settings }: World) => `from=${settings.from}`

export const reportedFigures = (world: World) => items<Kept>(world, `/reports/on-time?${whole(world)}`)
export const reportedTimes = (world: World, by: string) =>
  items<Spent>(world, `/reports/time-spent?${whole(world)}&by=${by}`)
export const reportedPauses = (world: World) => items<Paused>(world, `/reports/pauses?${whole(world)}`)

type Held = {
  kind: string
  unit: string | null
  person: string | null
  since: string
  until: string | null
  minutes: number
}

/** Who had each thing, and for how many minutes in all. */
export async function reportedHoldings(world: World): Promise<Map<string, { holdings: Holding[]; minutes: number }>> {
  const codes: string[] = await world.all.db('parcels').orderBy('code').pluck('code')
  const unitId = new Map((await world.all.db('units').select('id', 'name')).map(({ id, name }) => [name, id]))
  const all = new Map<string, { holdings: Holding[]; minutes: number }>()
  for (const code of codes) {
    const held = await items<Held>(world, `/parcels/${code}/time`)
    const holdings = held.map(({ kind, unit, person, since }) => ({
      from: Date.parse(since),
      holder: [kind, kind === 'courier' ? person : unit && unitId.get(unit)].filter(Boolean).join(' '),
    }))
    all.set(code, { holdings, minutes: held.reduce((sum, { minutes }) => sum + minutes, 0) })
  }
  return all
}

/** Every alert of a clock that was ever raised, open or closed. */
export async function reportedAlerts({ all: { db } }: World): Promise<RaisedAlert[]> {
  const rows = await db('alerts')
    .join('clocks', 'clocks.id', 'clock_id')
    .join('promise_policies', 'promise_policies.id', 'policy_id')
    .leftJoin('parcels', 'parcels.id', 'clocks.parcel_id')
    .leftJoin('dossiers', 'dossiers.id', 'clocks.dossier_id')
    .select('parcels.code', 'dossiers.reference', 'clock', 'level', 'alerts.due_at', 'raised_at', 'closed_at')
  return rows.map(({ code, reference, clock, level, due_at, raised_at, closed_at }) => ({
    ...{ subject: code ?? reference ?? '', clock, level },
    ...{ due: due_at.getTime(), raised: raised_at.getTime(), closed: closed_at?.getTime() ?? null },
  }))
}

/** Every alert of something beside clocks; its subject by our own names. */
export async function reportedWatches({ all: { db }, crew, named }: World): Promise<RaisedWatch[]> {
  const names = new Map(crew.all.map(({ name, signedIn }) => [`courier ${signedIn.id}`, `courier ${name}`]))
  const rows = await db('alerts').whereNot({ watch: 'clock' }).select('watch', 'subject', 'raised_at', 'closed_at')
  return rows.map(({ watch, subject: of, raised_at, closed_at }) => ({
    ...{ watch, subject: named.get(of ?? '') ?? names.get(of ?? '') ?? String(of) },
    ...{ raised: raised_at.getTime(), closed: closed_at?.getTime() ?? null },
  }))
}
