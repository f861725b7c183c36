import type { Knex } from 'knex'
import type { RoundParcelsRow, RoundsRow } from '../../db/tables.ts'
import { conflict, type FieldError, invalid } from '../kit/errors.ts'
import type { Actor } from '../people/actor.ts'
import { type Coming, comingParcels } from './coming-parcels.ts'
import { lockParcels } from './lock-parcels.ts'
import type { Collectable } from './options.ts'
import { stopsFor } from './stops-for.ts'

/** A parcel for a round, and what has to be collected back with it. */
export type Planned = { code: string; papers: readonly Collectable[] }

/**
 * Puts parcels onto a locked, open round, in their order: those of one receiver at one stop. What is on it already stays as it is; what
 * this courier has taken over from another leaves that round. Throws invalid for codes that are no parcel on its way to a
 * receiver, here or in the courier's hands, and conflict `on_another_round`.
 */
export async function addParcels(
  trx: Knex,
  round: RoundsRow,
  parcels: readonly Planned[],
  { by, now }: { by: Actor; now: Date },
): Promise<void> {
  const there = await trx('round_parcels')
    .where({ round_id: round.id })
    .whereNull('left_at')
    .select('parcel_id', 'stop')
  const known = await comingParcels(trx, { ids: there.map(({ parcel_id }) => parcel_id) })
  await lockParcels(
    trx,
    parcels.map(({ code }) => code),
  )
  const asked = await comingParcels(trx, { codes: parcels.map(({ code }) => code) })
  refuseUnfit(parcels, asked, round)
  const fresh = inOrder(parcels, asked).filter(({ id }) => !there.some(({ parcel_id }) => parcel_id === id))
  await leaveOthers(trx, round, fresh, now)
  const placed = there.flatMap(({ parcel_id, stop }) => {
    const parcel = known.find(({ id }) => id === parcel_id)
    return parcel ? [{ ...parcel, stop }] : []
  })
  const stops = stopsFor(placed, fresh)
  const rows = fresh.map(({ id, papers }, i) => ({
    round_id: round.id,
    parcel_id: id,
    stop: stops[i] ?? 1,
    papers: [...papers],
    added_at: now,
    added_by: by.id,
    left_at: null,
    moved_to: null,
  }))
  if (!rows.length) return
  // What went to a colleague and came back is on the same round again.
  const again: (keyof RoundParcelsRow)[] = ['stop', 'papers', 'left_at', 'moved_to']
  await trx('round_parcels').insert(rows).onConflict(['round_id', 'parcel_id']).merge(again)
}

function refuseUnfit(parcels: readonly Planned[], found: readonly Coming[], round: RoundsRow) {
  const errors = parcels.flatMap(({ code }, i): FieldError[] => {
    const wrong = wrongWith(
      found.find(one => one.code === code),
      round,
    )
    return wrong ? [{ pointer: `/codes/${i}`, detail: `${code}: ${wrong}` }] : []
  })
  if (errors.length) throw invalid(errors)
}

function wrongWith(parcel: Coming | undefined, { unit_id, courier_id }: RoundsRow): string | null {
  if (!parcel) return 'không có bưu gửi này.'
  if (parcel.destination_kind !== 'recipient') return 'bưu gửi này gửi cho công an, không phát cho người dân.'
  if (parcel.is_over || parcel.is_lost) return 'bưu gửi này đã phát hoặc đã báo mất.'
  const isHere = parcel.holder_kind === 'post_office' && parcel.holder_unit === unit_id
  return isHere || parcel.holder_person === courier_id ? null : 'bưu gửi này không ở bưu cục. Xin quét nhận trước.'
}

/** Each once, as they were given. */
const inOrder = (parcels: readonly Planned[], found: readonly Coming[]) =>
  [...new Map(parcels.map(one => [one.code, one])).values()].flatMap(({ code, papers }) => {
    const parcel = found.find(one => one.code === code)
    return parcel ? [{ ...parcel, papers }] : []
  })

/** Possession wins: what this courier has in hand is no longer on the way of another. */
async function leaveOthers(trx: Knex, round: RoundsRow, fresh: readonly Coming[], now: Date) {
  const others = await trx('round_parcels')
    .join('rounds', 'rounds.id', 'round_parcels.round_id')
    .join('people', 'people.id', 'rounds.courier_id')
    .whereNull('left_at')
    .whereIn(
      'parcel_id',
      fresh.map(({ id }) => id),
    )
    .select('parcel_id', 'round_id', 'people.name', 'rounds.number')
  for (const { id, code, holder_person } of fresh) {
    const other = others.find(({ parcel_id }) => parcel_id === id)
    if (other && holder_person !== round.courier_id)
      throw conflict('on_another_round', `Bưu gửi ${code} đang ở chuyến ${other.number} của ${other.name}.`)
  }
  if (!others.length) return
  const ids = others.map(({ parcel_id }) => parcel_id)
  await trx('round_parcels').whereIn('parcel_id', ids).whereNull('left_at').update({ left_at: now, moved_to: round.id })
}
