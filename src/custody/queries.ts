import type { Knex } from 'knex'
import { notFound } from '../kit/errors.ts'
import { pageOf } from '../kit/paging.ts'
import { rfc3339 } from '../kit/time.ts'
import type { Actor } from '../people/actor.ts'
import { visibleUnits } from '../people/may.ts'
import { isStep, ruleOf } from './steps.ts'

/** A parcel with its holder and history, for staff whose unit it has touched or will touch. A foreign one answers notFound. */
export async function parcelByCode(db: Knex, code: string, by: Actor) {
  const parcel = await db('parcels')
    .join('parcel_presents', 'parcel_presents.parcel_id', 'parcels.id')
    .where({ code })
    .first(
      'parcels.id',
      'parcels.code',
      'parcels.purpose',
      'parcels.created_unit',
      'parcels.destination_unit',
      'holder_kind',
      'holder_unit',
      'holder_person',
      'since',
      'last_step',
    )
  if (!parcel) throw notFound('Không có bưu gửi này ở đơn vị của ông/bà.')
  const history = await historyOf(db, parcel.id)
  const visible = visibleUnits(by, 'read parcels')
  const touched = [
    parcel.created_unit,
    parcel.destination_unit,
    parcel.holder_unit,
    ...history
      .filter(({ standing, step }) => standing === 'applied' && isStep(step) && ruleOf(step).taker !== 'keeps')
      .map(fact => fact.unit_id),
  ]
  if (visible !== 'all' && !touched.some(unit => unit && visible.includes(unit)))
    throw notFound('Không có bưu gửi này ở đơn vị của ông/bà.')
  return {
    code: parcel.code,
    purpose: parcel.purpose,
    holder: { kind: parcel.holder_kind, unit: parcel.holder_unit, person: parcel.holder_person },
    since: rfc3339(parcel.since),
    step: parcel.last_step,
    history: history.map(({ unit_id, unit_name, occurred_at, recorded_at, ...fact }) => ({
      ...fact,
      unit: unit_name,
      occurred_at: rfc3339(occurred_at),
      recorded_at: rfc3339(recorded_at),
    })),
    links: { label: `/api/v1/parcels/${parcel.code}/label.pdf` },
  }
}
export type ParcelView = Awaited<ReturnType<typeof parcelByCode>>

const historyOf = (db: Knex, parcelId: string) =>
  db('custody_events')
    .join('event_standings', 'event_standings.event_id', 'custody_events.id')
    .join('people', 'people.id', 'custody_events.person_id')
    .leftJoin('units', 'units.id', 'custody_events.unit_id')
    .where('custody_events.parcel_id', parcelId)
    .orderBy('custody_events.effective_at')
    .orderBy('custody_events.seq')
    .select(
      'custody_events.id',
      'custody_events.step',
      'custody_events.unit_id',
      'custody_events.occurred_at',
      'custody_events.recorded_at',
      'custody_events.source',
      'people.name as by',
      'units.name as unit_name',
      'event_standings.standing',
      'event_standings.flags',
    )

/** What is applied of a parcel's history, in order, for the people it belongs to. */
export const appliedFacts = (db: Knex, parcelIds: readonly string[]) =>
  db('custody_events')
    .join('event_standings', 'event_standings.event_id', 'custody_events.id')
    .leftJoin('units', 'units.id', 'custody_events.unit_id')
    .whereIn('custody_events.parcel_id', parcelIds)
    .where('event_standings.standing', 'applied')
    .orderBy('custody_events.effective_at')
    .orderBy('custody_events.seq')
    .select(
      'custody_events.parcel_id',
      'custody_events.step',
      'custody_events.effective_at',
      'custody_events.detail',
      'units.name as unit_name',
    )

export type ReviewRow = {
  id: string
  kind: string
  code: string
  /** What was scanned; null where a stock count asks. */
  step: string | null
  opened_at: Date
  /** Who scanned it, or who closed the count. */
  by: string
  unit: string | null
  /** In how many counts one after the other it was short; null where a scan asks. */
  times: number | null
  /** What is short here was met there, by a count. */
  seen_at: string | null
}

/** Each is asked by a fact or by the last count that missed a parcel or met it in the wrong place. */
const reviews = (db: Knex) =>
  db('reviews')
    .join('parcels', 'parcels.id', 'reviews.parcel_id')
    .leftJoin('stock_counts', 'stock_counts.id', 'reviews.count_id')
    .leftJoin('stock_count_parcels as counted', join =>
      join.on('counted.count_id', 'reviews.count_id').on('counted.parcel_id', 'reviews.parcel_id'),
    )
    .leftJoin('custody_events', join => join.on('custody_events.id', 'reviews.event_id').onNull('reviews.count_id'))
    .joinRaw('join people on people.id = coalesce(stock_counts.closed_by, custody_events.person_id)')
    .joinRaw('left join units on units.id = coalesce(stock_counts.unit_id, custody_events.unit_id)')
    .whereNull('reviews.closed_at')
    .whereNull('reviews.withdrawn_at')
    .select(
      'reviews.id',
      'reviews.kind',
      'parcels.code',
      'custody_events.step',
      'reviews.opened_at',
      'people.name as by',
      'units.name as unit',
      'counted.times',
      db.raw(`case when reviews.kind = 'stock_short' then (${unitThatHasIt}) end as seen_at`),
    )

const unitThatHasIt = `select there.name from reviews as over
  join stock_counts as met on met.id = over.count_id
  join units as there on there.id = met.unit_id
  where over.parcel_id = reviews.parcel_id and over.kind = 'stock_over' and over.closed_at is null and over.withdrawn_at is null`

/** Open review items, oldest first. */
export async function openReviews(db: Knex, { limit, after }: { limit: number; after?: string | undefined }) {
  const query = reviews(db)
    .orderBy('reviews.id')
    .limit(limit + 1)
  if (after) query.where('reviews.id', '>', after)
  const rows: ReviewRow[] = await query
  const items = rows.map(({ opened_at, ...row }) => ({ ...row, opened_at: rfc3339(opened_at) }))
  return pageOf(items, limit, ({ id }) => id)
}
export type ReviewItem = Awaited<ReturnType<typeof openReviews>>['items'][number]

/** One open review, or undefined. */
export const openReview = (db: Knex, id: string): Promise<ReviewRow | undefined> =>
  reviews(db).where('reviews.id', id).first()
