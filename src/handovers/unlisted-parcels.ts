import type { Knex } from 'knex'
import { notFound } from '../kit/errors.ts'
import type { IsoDate } from '../kit/time.ts'
import type { Actor } from '../people/actor.ts'
import { visibleUnits } from '../people/may.ts'
import { type NamedRow, type NamedSide, nameColumns, namedSides, sideColumns, withNames } from './named-sides.ts'
import { columnsOfSide, speaksFor } from './sides.ts'

type Boundary = { giver: NamedSide; taker: NamedSide; day: IsoDate }
export type UnlistedParcel = { parcel_id: string; code: string; event_id: string; at: Date }

/**
 * What crossed the same boundary on the same day as this fact did, without a list and unsigned: each parcel once, by code,
 * with its first fact. Throws notFound to those on neither side, and when somebody has signed meanwhile.
 */
export async function unlistedParcels(
  db: Knex,
  crossing: string,
  by: Actor,
): Promise<Boundary & { parcels: UnlistedParcel[] }> {
  const row: (NamedRow & { day: IsoDate }) | undefined = await withNames(db.from('crossings as crossing'))
    .where('crossing.event_id', crossing)
    .first([...sideColumns, 'day', nameColumns])
  if (!row) throw gone()
  const boundary = { ...namedSides(row), day: row.day }
  const isTheirs = speaksFor(by, boundary.giver) || speaksFor(by, boundary.taker)
  if (!isTheirs && visibleUnits(by, 'read hand-overs') !== 'all') throw gone()
  const parcels = await parcelsOf(db, boundary)
  if (!parcels.length) throw gone()
  return { ...boundary, parcels }
}

async function parcelsOf(db: Knex, { giver, taker, day }: Boundary): Promise<UnlistedParcel[]> {
  const { rows } = await db.raw(
    `select distinct on (parcels.code) parcels.code, crossing.parcel_id, crossing.event_id, crossing.at
     from unsigned_crossings crossing join parcels on parcels.id = crossing.parcel_id
     where day = :day and event_id not in (select event_id from waiting_crossings)
       and giver_kind = :giver_kind and giver_unit = :giver_unit and giver_person is not distinct from :giver_person
       and taker_kind = :taker_kind and taker_unit = :taker_unit and taker_person is not distinct from :taker_person
     order by parcels.code, crossing.at, crossing.event_id`,
    { day, ...columnsOfSide('giver', giver), ...columnsOfSide('taker', taker) },
  )
  return rows
}

const gone = () => notFound('Không còn bưu gửi nào chờ ký ở đây.')
