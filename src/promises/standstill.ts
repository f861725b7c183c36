import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import type { StandstillsRow } from '../../db/tables.ts'
import type { Doing } from '../custody/doing.ts'
import { reconsider } from '../custody/reconsider.ts'
import { conflict, forbidden, invalid, notFound } from '../kit/errors.ts'
import type { Actor, UnitKind } from '../people/actor.ts'
import { assignmentsFor } from '../people/may.ts'
import { unitById } from '../places/queries.ts'

export type Standstill = { unit: string | null; begins_at: Date; ends_at: Date; reason: string }

/**
 * A supervisor proposes that clocks stand still by force majeure (flood, landslide), of one delivery office or of all.
 * Nothing follows until a supervisor of the other organisation has confirmed it. Answers its id. Throws invalid, notFound.
 */
export async function proposeStandstill(
  db: Knex,
  { unit, begins_at, ends_at, reason }: Standstill,
  { by, now }: { by: Actor; now: Date },
): Promise<string> {
  if (ends_at <= begins_at) throw invalid([{ pointer: '/ends_at', detail: 'Lúc kết thúc phải sau lúc bắt đầu.' }])
  if (unit) await unitById(db, unit)
  const id = uuidv7()
  const said = { unit_id: unit, begins_at, ends_at, reason }
  const proposed = { proposed_at: now, proposed_by: by.id, proposed_kind: sideOf(by) }
  await db('standstills').insert({ id, ...said, ...proposed })
  return id
}

/**
 * The other organisation agrees: every clock that ran meanwhile stands still for that time. Throws notFound, conflict
 * `already_confirmed`, forbidden for the side that proposed it.
 */
export async function confirmStandstill(db: Knex, id: string, doing: Doing): Promise<void> {
  await db.transaction(async trx => {
    const standstill = await trx('standstills').where({ id }).forUpdate().first('*')
    if (!standstill) throw notFound('Không có đề nghị này.')
    if (standstill.confirmed_at) throw conflict('already_confirmed', 'Đề nghị này đã được xác nhận.')
    if (sideOf(doing.by) === standstill.proposed_kind || doing.by.id === standstill.proposed_by)
      throw forbidden('Cần người giám sát của cơ quan kia xác nhận.')
    await trx('standstills').where({ id }).update({ confirmed_at: doing.now, confirmed_by: doing.by.id })
    await reconsider(trx, await codesConcerned(trx, standstill), doing)
  })
}

/** For which organisation somebody watches promises; null for whoever watches for none. */
export const watchingSide = (by: Actor): UnitKind | null =>
  assignmentsFor(by, 'acknowledge').find(({ unit_kind }) => unit_kind)?.unit_kind ?? null

function sideOf(by: Actor): UnitKind {
  const side = watchingSide(by)
  if (!side) throw forbidden('Chỉ người giám sát của bưu điện hoặc công an.')
  return side
}

/** What was under way at any moment of it, in the order in which scans lock. */
const codesConcerned = (
  trx: Knex,
  { unit_id, begins_at, ends_at }: { unit_id: string | null; begins_at: Date; ends_at: Date },
): Promise<string[]> =>
  trx('clocks')
    .join('promise_policies', 'promise_policies.id', 'clocks.policy_id')
    .join('parcels', 'parcels.id', 'clocks.parcel_id')
    .where({ clock: 'delivery' })
    .where('started_at', '<', ends_at)
    .where(still => still.whereNull('stopped_at').orWhere('stopped_at', '>', begins_at))
    .where(here => (unit_id ? here.where('parcels.destination_unit', unit_id) : here))
    .distinct('parcels.code', 'parcels.id')
    .orderBy('parcels.id')
    .pluck('parcels.code')

/** Those proposed lately, the newest first. */
export const standstills = (db: Knex, limit: number): Promise<StandstillRow[]> =>
  db('standstills')
    .leftJoin('units', 'units.id', 'standstills.unit_id')
    .join('people as proposer', 'proposer.id', 'standstills.proposed_by')
    .leftJoin('people as confirmer', 'confirmer.id', 'standstills.confirmed_by')
    .orderBy('standstills.id', 'desc')
    .limit(limit)
    .select(
      'standstills.id',
      'units.name as unit',
      'begins_at',
      'ends_at',
      'reason',
      'proposed_kind',
      'proposed_at',
      'confirmed_at',
      'proposer.name as proposed_by',
      'confirmer.name as confirmed_by',
    )
export type StandstillRow = Pick<
  StandstillsRow,
  'id' | 'begins_at' | 'ends_at' | 'reason' | 'proposed_kind' | 'proposed_at' | 'confirmed_at'
> & { unit: string | null; proposed_by: string; confirmed_by: string | null }
