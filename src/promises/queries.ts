import type { Knex } from 'knex'
import type { HolderKind } from '../custody/steps.ts'
import { type StandingCounts, standingCounts, standingOf } from './standing.ts'

type Page = { limit: number; offset: number }

/** Running delivery clocks of the binding reading, the least time left first: the supervisors' board. */
export async function board(db: Knex, page: Page, now: Date) {
  const rows: Promised[] = await running(db, page)
  return rows.map(row => ({ ...row, standing: standingOf(row, now) }))
}
export type BoardRow = Awaited<ReturnType<typeof board>>[number]

/** The page is cut before anything is joined to it: of a million promises thirty are looked at. */
const running = (db: Knex, { limit, offset }: Page) =>
  db
    .with('clocks', page =>
      page
        .from('clocks')
        .whereNull('stopped_at')
        .whereIn('policy_id', db('promise_policies').where({ clock: 'delivery', is_binding: true }).select('id'))
        .orderBy(['due_at', 'id'])
        .limit(limit)
        .offset(offset)
        .select('*'),
    )
    .from('clocks')
    .join('parcels', 'parcels.id', 'clocks.parcel_id')
    .join('parcel_presents', 'parcel_presents.parcel_id', 'parcels.id')
    .leftJoin('units', 'units.id', 'parcel_presents.holder_unit')
    .leftJoin('people', 'people.id', 'parcel_presents.holder_person')
    .orderBy(['clocks.due_at', 'clocks.id'])
    .select(
      'parcels.code',
      'clocks.started_at',
      'clocks.at_risk_at',
      'clocks.due_at',
      'clocks.wall_due_at',
      'clocks.paused_at',
      'clocks.paused_until',
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
  wall_due_at: Date
  paused_at: Date | null
  paused_until: Date | null
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
