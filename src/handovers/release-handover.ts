import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import type { Doing } from '../custody/doing.ts'
import { lockParcels } from '../custody/lock-parcels.ts'
import { reconsider } from '../custody/reconsider.ts'
import { unfoldBags } from '../custody/unfold-bags.ts'
import { conflict, forbidden, invalid } from '../kit/errors.ts'
import { localDate } from '../kit/time.ts'
import type { Actor } from '../people/actor.ts'
import { nextDeparture, readDepartures } from '../places/departures.ts'
import { readCalendars } from '../places/queries.ts'
import { dailyNumber } from '../platform/daily-number.ts'
import { type HandedParcel, parcelsByCodes, uniqueCodes } from './handed-parcels.ts'
import { sheetPrefix } from './options.ts'
import { signSheet } from './print-content.ts'
import { columnsOfSide, isHeldBy, isSame, type Side, sidesOf } from './sides.ts'
import { type To, takerSide } from './taker-side.ts'

export type Release = { to: To; codes: readonly string[] }

/**
 * Makes out a sheet of what the giver holds and signs it for them; until the taker accepts, the giver answers for all of
 * it (custody: “hand-overs have two sides”). A sealed bag's code lists what is in it. Answers its id. Throws invalid for
 * codes the giver does not hold or that are reported lost, conflict `already_listed` for one that the giver has on another
 * sheet, forbidden for those who hold nothing for anybody.
 */
export async function releaseHandover(db: Knex, { to, codes }: Release, doing: Doing): Promise<string> {
  const { by, now } = doing
  return db.transaction(async trx => {
    const { codes: listed } = await unfoldBags(trx, uniqueCodes(codes))
    if (!listed.length) throw invalid([{ pointer: '/codes', detail: 'Xin quét hoặc nhập mã bưu gửi.' }])
    const taker = await takerSide(trx, to, now)
    await lockParcels(trx, listed)
    const parcels = await parcelsByCodes(trx, listed)
    const giver = giverOf(by, parcels)
    if (isSame(giver, taker)) throw invalid([{ pointer: '/to', detail: 'Bên nhận phải khác bên giao.' }])
    await refuseListed(trx, giver, parcels)
    const id = await insertSheet(trx, { giver, taker }, { by, now })
    const rows = parcels.map(parcel => ({ handover_id: id, parcel_id: parcel.id, is_listed: true }))
    await trx('handover_parcels').insert(rows)
    await signSheet(trx, id, 'giver', { by, at: now })
    if (giver.kind === 'police_unit') await reconsider(trx, listed, doing)
    return id
  })
}

/** One who works in several capacities gives in the one in which they hold the first parcel; the others must be there too. */
function giverOf(by: Actor, parcels: readonly HandedParcel[]): Side {
  const mine = sidesOf(by).map(({ side }) => side)
  const giver = mine.find(side => parcels[0] && isHeldBy(side, parcels[0].holder)) ?? mine[0]
  if (!giver) throw forbidden()
  const errors = parcels.flatMap((parcel, i) => {
    const why = whyNot(giver, parcel)
    return why ? [{ pointer: `/codes/${i}`, detail: `${parcel.code}: ${why}` }] : []
  })
  if (errors.length) throw invalid(errors)
  return giver
}

function whyNot(giver: Side, parcel: HandedParcel): string | null {
  if (!isHeldBy(giver, parcel.holder)) return 'bên giao không giữ bưu gửi này.'
  return parcel.is_lost ? 'đã báo mất, xin báo tìm thấy trước khi giao.' : null
}

/** Another sheet of the same giver; one of somebody who has it no more cannot keep it from being handed on. */
async function refuseListed(trx: Knex, giver: Side, parcels: readonly HandedParcel[]) {
  const { giver_kind, giver_unit, giver_person } = columnsOfSide('giver', giver)
  const waiting = await trx('handover_parcels')
    .join('handovers', 'handovers.id', 'handover_parcels.handover_id')
    .join('parcels', 'parcels.id', 'handover_parcels.parcel_id')
    .whereIn(
      'parcel_id',
      parcels.map(({ id }) => id),
    )
    .where({ state: 'released', giver_kind })
    .where(giver_person === null ? { giver_unit } : { giver_person })
    .first('parcels.code', 'number')
  if (waiting)
    throw conflict('already_listed', `${waiting.code} đang chờ trên bảng ${waiting.number}. Xin hủy bảng đó trước.`)
}

async function insertSheet(
  trx: Knex,
  { giver, taker }: { giver: Side; taker: Side },
  { by, now }: { by: Actor; now: Date },
): Promise<string> {
  const id = uuidv7()
  const day = localDate(now)
  await trx('handovers').insert({
    id,
    number: await dailyNumber(trx, sheetPrefix, giver.unit, day),
    day,
    state: 'released',
    is_implicit: false,
    ...columnsOfSide('giver', giver),
    ...columnsOfSide('taker', taker),
    released_at: now,
    released_by: by.id,
    pick_up_at: await pickUpAt(trx, giver, now),
  })
  return id
}

/** When the post should fetch it by the timetable as it is now; null where nobody wrote down when. */
async function pickUpAt(trx: Knex, giver: Side, now: Date): Promise<Date | null> {
  if (giver.kind !== 'police_unit') return null
  const calendars = await readCalendars(trx)
  const pickUps = (await readDepartures(trx)).filter(({ from_unit }) => from_unit === giver.unit)
  return nextDeparture(pickUps, now, calendars('counter', null))
}
