import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { lockParcels } from '../custody/lock-parcels.ts'
import { conflict, forbidden } from '../kit/errors.ts'
import type { Actor } from '../people/actor.ts'
import { dailyNumber } from '../platform/daily-number.ts'
import { sheetPrefix } from './options.ts'
import { signSheet } from './print-content.ts'
import { actingFor, columnsOfSide } from './sides.ts'
import { unlistedParcels } from './unlisted-parcels.ts'

/** `crossing`: one of the facts; `events`: those of all parcels that were shown to whoever signs. */
export type UnlistedSignature = { crossing: string; events: readonly string[] }

/**
 * The taker signs for what they scanned on one day from one giver without a list: a sheet marked “không có bảng giao”. It
 * gets its number and its rows only now. Answers its id. Throws notFound, forbidden for the giver, conflict `list_changed`
 * when what waits is not what was shown, `too_many_today`.
 */
export async function signUnlisted(
  db: Knex,
  { crossing, events }: UnlistedSignature,
  { by, now }: { by: Actor; now: Date },
): Promise<string> {
  return db.transaction(async trx => {
    await lockParcels(trx, await codesOf(trx, events))
    const unlisted = await unlistedParcels(trx, crossing, by)
    if (!actingFor(by, unlisted.taker)) throw forbidden('Chỉ bên nhận mới ký nhận được.')
    const waiting = unlisted.parcels.map(({ event_id }) => event_id)
    if (waiting.sort().join() !== [...new Set(events)].sort().join())
      throw conflict('list_changed', `Vừa có thay đổi: nay là ${waiting.length} bưu gửi. Xin xem lại rồi ký.`)
    const id = await insertSheet(trx, unlisted, { by, now })
    const rows = unlisted.parcels.map(({ parcel_id, event_id }) => ({ parcel_id, event_id, ...accepted }))
    await trx('handover_parcels').insert(rows.map(row => ({ handover_id: id, ...row })))
    await signSheet(trx, id, 'taker', { by, at: now })
    return id
  })
}

const codesOf = (trx: Knex, events: readonly string[]): Promise<string[]> =>
  trx('custody_events')
    .join('parcels', 'parcels.id', 'custody_events.parcel_id')
    .whereIn('custody_events.id', events)
    .pluck('parcels.code')

const accepted = { is_listed: true, is_accepted: true }

async function insertSheet(
  trx: Knex,
  { giver, taker, day }: Awaited<ReturnType<typeof unlistedParcels>>,
  { by, now }: { by: Actor; now: Date },
): Promise<string> {
  const id = uuidv7()
  await trx('handovers').insert({
    id,
    number: await dailyNumber(trx, sheetPrefix, giver.unit, day),
    day,
    state: 'accepted',
    is_implicit: true,
    is_self: giver.person === by.id,
    ...columnsOfSide('giver', giver),
    ...columnsOfSide('taker', taker),
    mode: 'scans',
    accepted_at: now,
    accepted_by: by.id,
    entered_at: now,
    entered_by: by.id,
  })
  return id
}
