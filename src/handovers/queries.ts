import type { Knex } from 'knex'
import type { HandoversRow } from '../../db/tables.ts'
import { notFound } from '../kit/errors.ts'
import type { Actor } from '../people/actor.ts'
import { visibleUnits } from '../people/may.ts'
import { type NamedRow, type NamedSide, namedSides } from './named-sides.ts'
import { bothSides, speaksFor } from './sides.ts'
import type { Condition } from './take-parcels.ts'

export type Handover = Pick<
  HandoversRow,
  | 'id'
  | 'number'
  | 'state'
  | 'direction'
  | 'is_implicit'
  | 'is_self'
  | 'released_at'
  | 'mode'
  | 'accepted_at'
  | 'condition'
  | 'reservation'
  | 'paper_number'
  | 'cancelled_at'
  | 'cancelled_reason'
> & { giver: NamedSide; taker: NamedSide }

type HandoverRow = HandoversRow & NamedRow

/** Sheets with both sides by name: of the unit, and of who signed or is to carry. */
export const handovers = (db: Knex): Knex.QueryBuilder<HandoverRow, HandoverRow[]> =>
  db('handovers')
    .join('units as giver_office', 'giver_office.id', 'handovers.giver_unit')
    .join('units as taker_office', 'taker_office.id', 'handovers.taker_unit')
    .joinRaw('left join people as giving on giving.id = coalesce(handovers.released_by, handovers.giver_person)')
    .joinRaw('left join people as taking on taking.id = coalesce(handovers.accepted_by, handovers.taker_person)')
    .select(
      'handovers.*',
      'giver_office.name as giver_unit_name',
      'taker_office.name as taker_unit_name',
      'giving.name as giver_name',
      'taking.name as taker_name',
    )

/** A sheet for those who speak for one of its sides, or see everything; `all` for what the service itself prints. Throws notFound. */
export async function handoverById(db: Knex, id: string, by: Actor | 'all'): Promise<Handover> {
  const row = await handovers(db).where('handovers.id', id).first()
  if (!row || (by !== 'all' && !maySee(by, row))) throw notFound('Không có bảng giao nhận này ở đơn vị của ông/bà.')
  return handoverOf(row)
}

function maySee(by: Actor, row: HandoversRow): boolean {
  const visible = visibleUnits(by, 'read hand-overs')
  return visible === 'all' || Object.values(bothSides(row)).some(side => speaksFor(by, side))
}

export const handoverOf = (row: HandoverRow): Handover => ({ ...row, ...namedSides(row) })

export type HandoverParcel = {
  code: string
  is_listed: boolean
  is_accepted: boolean | null
  is_scanned: boolean
  condition: Condition | null
}

/** What is on a sheet, by code. */
export const parcelsOfHandover = (db: Knex, id: string): Promise<HandoverParcel[]> =>
  db('handover_parcels')
    .join('parcels', 'parcels.id', 'handover_parcels.parcel_id')
    .where({ handover_id: id })
    .orderBy('parcels.code')
    .select('parcels.code', 'is_listed', 'is_accepted', 'condition', db.raw(`${isScanned} as is_scanned`))

/** The taker has scanned it, on a sheet that still waits too. */
const isScanned = `(event_id is not null or exists (
  select from waiting_crossings crossing
  where crossing.parcel_id = handover_parcels.parcel_id and crossing.handover_id = handover_parcels.handover_id))`

export type Difference = {
  id: string
  kind: 'short' | 'over'
  code: string
  giver_closed_at: Date | null
  giver_reason: string | null
  taker_closed_at: Date | null
  taker_reason: string | null
}

/** What was short and over on a sheet, and what each side said of it. */
export const differencesOfHandover = (db: Knex, id: string): Promise<Difference[]> =>
  db('handover_differences')
    .join('parcels', 'parcels.id', 'handover_differences.parcel_id')
    .where({ handover_id: id })
    .orderBy(['handover_differences.kind', 'parcels.code'])
    .select(
      'handover_differences.id',
      'handover_differences.kind',
      'parcels.code',
      'giver_closed_at',
      'giver_reason',
      'taker_closed_at',
      'taker_reason',
    )
