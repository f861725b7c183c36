import type { Knex } from 'knex'
import type { RoundParcelsRow, RoundsRow } from '../../db/tables.ts'
import { lockParcels } from '../custody/lock-parcels.ts'
import { conflict, type FieldError, invalid } from '../kit/errors.ts'
import type { Actor } from '../people/actor.ts'
import { outOfProvince } from '../places/options.ts'
import { type Coming, comingParcels } from './coming-parcels.ts'
import type { Collectable } from './options.ts'
import { stopsFor } from './stops-for.ts'

/** A parcel for a round, and what has to be collected back with it. */
export type Planned = { code: string; papers: readonly Collectable[] }

/**
 * Puts parcels onto a locked, open round, in their order: those of one receiver at one stop. Of what is on it already the papers to
 * collect back may still become known. What this courier took over from another leaves that round. Throws invalid for codes
 * that are no parcel on its way to a receiver, here or in the courier's hands, and conflict `on_another_round`.
 */
export async function addParcels(
  trx: Knex,
  round: RoundsRow,
  parcels: readonly Planned[],
  who: { by: Actor; now: Date },
): Promise<void> {
  const codes = parcels.map(({ code }) => code)
  const placed = await placedOn(trx, round)
  await lockParcels(trx, codes)
  const found = await comingParcels(trx, { codes })
  refuseUnfit(parcels, found, round)
  const said = inOrder(parcels, found)
  const fresh = said.filter(({ id }) => !placed.some(one => one.id === id))
  await leaveOthers(trx, round, fresh, who.now)
  const stops = stopsFor(placed, fresh)
  const known = placed.flatMap(({ id, stop }) => {
    const papers = said.find(one => one.id === id)?.papers ?? []
    return papers.length ? [{ id, stop, papers }] : []
  })
  await put(trx, round, [...fresh.map((one, i) => ({ ...one, stop: stops[i] ?? 1 })), ...known], who)
}

async function placedOn(trx: Knex, { id: round_id }: RoundsRow) {
  const there = await trx('round_parcels').where({ round_id }).whereNull('left_at').select('parcel_id', 'stop')
  const parcels = await comingParcels(trx, { ids: there.map(({ parcel_id }) => parcel_id) })
  return there.flatMap(({ parcel_id, stop }) => {
    const parcel = parcels.find(({ id }) => id === parcel_id)
    return parcel ? [{ ...parcel, stop }] : []
  })
}

const again: (keyof RoundParcelsRow)[] = ['stop', 'left_at', 'moved_to']

type Line = { id: string; stop: number; papers: readonly Collectable[] }

/** What went to a colleague and came back is on the same round again. */
async function put(trx: Knex, round: RoundsRow, lines: readonly Line[], { by, now }: { by: Actor; now: Date }) {
  if (!lines.length) return
  const rows = lines.map(({ id, stop, papers }) => ({
    round_id: round.id,
    parcel_id: id,
    stop,
    papers: [...papers],
    added_at: now,
    added_by: by.id,
    left_at: null,
    moved_to: null,
  }))
  await trx('round_parcels')
    .insert(rows)
    .onConflict(['round_id', 'parcel_id'])
    .merge({
      ...Object.fromEntries(again.map(column => [column, trx.raw('excluded.??', [column])])),
      // Who plans it again without a word of papers takes none back.
      papers: trx.raw(`case when excluded.papers = '{}' then round_parcels.papers else excluded.papers end`),
    })
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
  if (parcel.zone === outOfProvince)
    return 'người nhận ở ngoài tỉnh. Xin giao mạng bưu chính: quét “Rời bưu cục” tại quầy.'
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
