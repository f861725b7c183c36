import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { askReviews } from '../custody/ask-reviews.ts'
import { takingSteps } from '../custody/steps.ts'
import { conflict, notFound } from '../kit/errors.ts'
import { latest } from '../kit/time.ts'
import type { Actor } from '../people/actor.ts'
import { visibleUnits } from '../people/may.ts'
import { afterWorkingDays } from '../places/calendar.ts'
import { readCalendars, unitById } from '../places/queries.ts'
import { type Difference, foundPapers } from './found-papers.ts'
import { listedPapers } from './listed-papers.ts'
import type { OpeningRecord } from './opening-record.ts'
import type { Seal } from './options.ts'

export type Opening = { code: string; seal: Seal; remark?: string | undefined; differences: readonly Difference[] }

/**
 * The desk opens an envelope and compares seal and papers with the list that the post counted at intake (QĐ 45/2016/QĐ-TTg);
 * what differs is asked about. Within one working day of taking it, else the record says so. Throws notFound to other desks,
 * conflict `not_for_the_desk`, `not_at_desk` or `already_opened`, invalid for what is not on the list.
 */
export async function openParcel(db: Knex, opening: Opening, { by, now }: { by: Actor; now: Date }): Promise<void> {
  await db.transaction(async trx => {
    const parcel = await parcelAtDesk(trx, opening.code, by)
    const taken = await takingOf(trx, parcel)
    const listed = await listedPapers(trx, parcel.id)
    const differences = foundPapers(opening.differences, listed)
    const found = {
      seal: opening.seal,
      remark: opening.remark ?? null,
      differs: opening.seal !== 'intact' || opening.remark !== undefined || differences.length > 0,
      is_late: await isLate(trx, parcel.desk, { taken: taken.at, now }),
      taken_at: taken.at,
      // Another clock may be a little ahead of ours.
      opened_at: latest([now, taken.at]),
    }
    const record = {
      ...(await namesOf(trx, parcel)),
      ...found,
      opened_by: by.name,
      has_list: listed.length > 0,
      differences,
    }
    const ids = { id: uuidv7(), parcel_id: parcel.id, event_id: taken.event, desk_id: parcel.desk, opened_by: by.id }
    await trx('openings').insert({ ...ids, ...found, record: record satisfies OpeningRecord })
    if (found.differs) await askReviews(trx, [{ kind: 'opening', parcel_id: parcel.id, event_id: taken.event }], now)
  })
}

/** Locked as every scan locks it: nobody takes the envelope away while it is being opened. */
async function parcelAtDesk(trx: Knex, code: string, by: Actor) {
  const desks = visibleUnits(by, 'open parcel')
  const parcel = await trx('parcel_presents')
    .join('parcels', 'parcels.id', 'parcel_presents.parcel_id')
    .where('parcels.code', code)
    .forUpdate('parcel_presents')
    .first(
      'parcels.id',
      'parcels.code',
      'destination_kind',
      'destination_unit',
      'origin_unit',
      'holder_kind',
      'holder_unit',
    )
  const isMine = (unit: string | null | undefined) => unit != null && desks.includes(unit)
  if (!parcel || ![parcel.destination_unit, parcel.origin_unit, parcel.holder_unit].some(isMine))
    throw notFound('Không có bưu gửi này ở đơn vị của ông/bà.')
  if (parcel.destination_kind !== 'police_unit')
    throw conflict('not_for_the_desk', 'Bưu gửi này trả về cho người dân, không mở ở đây.')
  if (parcel.holder_kind !== 'police_unit' || !isMine(parcel.holder_unit))
    throw conflict('not_at_desk', 'Bưu gửi chưa được quét nhận tại đơn vị. Xin quét mã bưu gửi trước.')
  return { id: parcel.id, code: parcel.code, desk: String(parcel.holder_unit) }
}

type AtDesk = Awaited<ReturnType<typeof parcelAtDesk>>

/** The fact by which this desk took it: opened once for each time it came. */
async function takingOf(trx: Knex, { id, desk }: AtDesk) {
  const fact = await trx('custody_events')
    .join('event_standings', 'event_standings.event_id', 'custody_events.id')
    .where('custody_events.parcel_id', id)
    .where('custody_events.unit_id', desk)
    .where('event_standings.standing', 'applied')
    .whereIn('custody_events.step', takingSteps)
    .orderBy('custody_events.effective_at', 'desc')
    .first('custody_events.id', 'custody_events.effective_at')
  if (!fact) throw conflict('not_at_desk', 'Bưu gửi chưa được quét nhận tại đơn vị. Xin quét mã bưu gửi trước.')
  if (await trx('openings').where({ event_id: fact.id }).first('id'))
    throw conflict('already_opened', 'Bưu gửi này đã có biên bản mở.')
  return { event: fact.id, at: fact.effective_at }
}

async function isLate(trx: Knex, desk: string, { taken, now }: { taken: Date; now: Date }): Promise<boolean> {
  const calendars = await readCalendars(trx)
  return afterWorkingDays(calendars('agency', desk), taken, 1) < now
}

/** What things and people are called today: the record says it for ever. */
async function namesOf(trx: Knex, { id, code, desk }: AtDesk) {
  const { name, level } = await unitById(trx, desk)
  const dossiers = await trx('parcel_contents')
    .join('dossiers', 'dossiers.id', 'parcel_contents.dossier_id')
    .join('units', 'units.id', 'dossiers.intake_unit')
    .where('parcel_contents.parcel_id', id)
    .orderBy('dossiers.reference')
    .select('dossiers.reference', 'units.name as office')
  return {
    code,
    desk: name,
    desk_level: level,
    office: dossiers[0]?.office ?? '',
    dossiers: dossiers.map(({ reference }) => reference),
  }
}
