import type { Knex } from 'knex'
import type { RoundsRow } from '../../db/tables.ts'
import { notFound } from '../kit/errors.ts'
import type { Actor } from '../people/actor.ts'
import { assignmentsFor, visibleUnits } from '../people/may.ts'
import type { RoundRecord } from './record.ts'

export type Round = Pick<RoundsRow, 'id' | 'number' | 'unit_id' | 'courier_id' | 'opened_at' | 'closed_at'> & {
  unit_name: string
  courier: string
  closed_by: string | null
  parcels: number
  /** What it closed with; null while it is open. */
  cash: RoundRecord['cash'] | null
}

const rounds = (db: Knex): Knex.QueryBuilder<Round, Round[]> =>
  db('rounds')
    .join('units', 'units.id', 'rounds.unit_id')
    .join('people as courier', 'courier.id', 'rounds.courier_id')
    .leftJoin('people as closer', 'closer.id', 'rounds.closed_by')
    .select('rounds.id', 'rounds.number', 'rounds.unit_id', 'courier_id', 'opened_at', 'closed_at')
    .select('units.name as unit_name', 'courier.name as courier', 'closer.name as closed_by')
    .select(
      db.raw(
        `(select count(*)::integer from round_parcels where round_id = rounds.id and moved_to is null) as parcels,
         record->'cash' as cash`,
      ),
    )

export const noSuchRound = () => notFound('Không có chuyến phát này trong việc của ông/bà.')

/** A round for its courier, the clerks of its office, and those who see everything. Throws notFound to anybody else. */
export async function roundById(db: Knex, id: string, by: Actor): Promise<Round> {
  const round = await rounds(db).where('rounds.id', id).first()
  if (!round) throw noSuchRound()
  const watched = visibleUnits(by, 'watch rounds')
  const isCourier = round.courier_id === by.id && assignmentsFor(by, 'carry round').some(isOf(round))
  const mayRead = isCourier || watched === 'all' || watched.includes(round.unit_id)
  if (!mayRead) throw noSuchRound()
  return round
}

const isOf =
  ({ unit_id }: Round) =>
  ({ unit }: { unit: string | null }) =>
    unit === unit_id

/** The round that a courier is on now; null between two. */
export const currentRound = async (db: Knex, courier: string): Promise<Round | null> =>
  (await rounds(db).where({ courier_id: courier }).whereNull('closed_at').first()) ?? null

/** Rounds of the offices that somebody watches over, the newest first. */
export function roundsWatched(db: Knex, by: Actor, limit: number): Promise<Round[]> {
  const watched = visibleUnits(by, 'watch rounds')
  const query = rounds(db).orderBy('rounds.id', 'desc').limit(limit)
  if (watched !== 'all') query.whereIn('rounds.unit_id', watched)
  return query
}

/** Rounds that colleagues of this courier are on: who falls ill is relieved by one of them. */
export const colleaguesRounds = (db: Knex, by: Actor): Promise<Round[]> =>
  rounds(db)
    .whereNull('closed_at')
    .whereNot('courier_id', by.id)
    .whereIn(
      'rounds.unit_id',
      assignmentsFor(by, 'carry round').flatMap(({ unit }) => unit ?? []),
    )
    .orderBy('courier.name')

/** The couriers of these offices, in force now. */
export const couriersOf = (
  db: Knex,
  units: readonly string[],
  now: Date,
): Promise<{ id: string; name: string; unit: string }[]> =>
  db('assignments')
    .join('people', 'people.id', 'assignments.person_id')
    .where({ role: 'courier' })
    .whereNull('people.disabled_at')
    .whereIn('unit_id', units)
    .where('since', '<=', now)
    .where(still => still.whereNull('until').orWhere('until', '>', now))
    .orderBy('people.name')
    .select('people.id', 'people.name', 'unit_id as unit')

/** The words that a round closed with; null while it is not. */
export async function recordOf(db: Knex, id: string): Promise<RoundRecord | null> {
  const row = await db('rounds').where({ id }).first('record')
  const record = row?.record as RoundRecord | null | undefined
  // Closings from before reckonings were written down have no word of it.
  return record ? { ...record, carried_over: record.carried_over ?? [] } : null
}

/** When the last report of a round was recorded; a closing is never before it. */
export const lastReport = (db: Knex, id: string): Promise<Date[]> =>
  db('delivery_reports').where({ round_id: id }).orderBy('recorded_at', 'desc').limit(1).pluck('recorded_at')

/** How many reports of a round came after its closing, from phones without a network. */
export async function lateReports(db: Knex, id: string): Promise<number> {
  const row = await db('delivery_reports')
    .join('rounds', 'rounds.id', 'delivery_reports.round_id')
    .where({ round_id: id })
    .whereRaw('recorded_at > closed_at')
    .count({ late: '*' })
    .first()
  return Number(row?.late ?? 0)
}
