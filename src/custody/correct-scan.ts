import type { Knex } from 'knex'
import { conflict, forbidden, notFound } from '../kit/errors.ts'
import { addMs, hour } from '../kit/time.ts'
import type { Actor } from '../people/actor.ts'
import type { Doing } from './doing.ts'
import { recordScans } from './record-scans.ts'
import { scanNow, type Verdict } from './scan.ts'

export type Correction = { id: string; corrects: string; reason: string }
/** How long a person may take back what they scanned. */
export const shift = 12 * hour

/**
 * Takes a fact away by another fact; nothing is deleted. The person who scanned may, within the shift and while the parcel
 * has not moved on; later a supervisor. Throws notFound, conflict `moved_on`, forbidden.
 */
export async function correctScan(
  db: Knex,
  { id, corrects, reason }: Correction,
  { by, now, consequences }: Doing,
): Promise<Verdict> {
  const told = await toldBefore(db, { id, corrects, reason }, by)
  if (told) return told
  const fact = await db('custody_events')
    .join('parcels', 'parcels.id', 'custody_events.parcel_id')
    .join('parcel_presents', 'parcel_presents.parcel_id', 'parcels.id')
    .where('custody_events.id', corrects)
    .first(
      'custody_events.person_id',
      'custody_events.recorded_at',
      'custody_events.step',
      'parcels.code',
      'parcel_presents.last_event',
    )
  if (!fact || fact.step === 'correct') throw notFound('Không có lần quét này.')
  refuseOthers(fact, corrects, by, now)
  const scan = scanNow({ id, step: 'correct', code: fact.code, corrects, detail: { reason }, by }, now)
  const [verdict] = await recordScans(db, [scan], { now, consequences })
  if (!verdict) throw new Error('one scan has one verdict')
  return verdict
}

/** Sent again because the answer was lost: by then the scan is gone, and the first answer is the right one. */
async function toldBefore(db: Knex, { id, corrects, reason }: Correction, by: Actor): Promise<Verdict | null> {
  const row = await db('scans')
    .where({ id, person_id: by.id })
    .whereRaw(`body @> ?::jsonb`, [JSON.stringify({ corrects, detail: { reason } })])
    .first('answer')
  return row ? (row.answer as Verdict) : null
}

type Corrected = { person_id: string; recorded_at: Date; last_event: string | null }

function refuseOthers(fact: Corrected, corrects: string, by: Actor, now: Date) {
  if (by.assignments.some(({ role }) => role === 'supervisor')) return
  if (fact.person_id !== by.id || addMs(fact.recorded_at, shift) < now)
    throw forbidden('Chỉ người đã quét, trong ca, hoặc người giám sát mới hủy được lần quét này.')
  if (fact.last_event !== corrects) throw conflict('moved_on', 'Bưu gửi đã đi tiếp. Xin nhờ người giám sát.')
}
