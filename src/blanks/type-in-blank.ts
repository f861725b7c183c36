import type { Knex } from 'knex'
import type { Doing } from '../custody/doing.ts'
import { recordScans } from '../custody/record-scans.ts'
import { refold } from '../custody/refold.ts'
import { isAmiss, scanNow } from '../custody/scan.ts'
import { conflict, invalid } from '../kit/errors.ts'
import { decrypt } from '../kit/secrets.ts'
import { addressParcel } from '../parcels/address-parcel.ts'
import type { Unit } from '../places/queries.ts'
import { type LockedBlank, lockedBlank } from './locked-blank.ts'

/** The papers of a set: of which office, for which desk, and the time that stands on them. */
export type TypedIn = { code: string; office: Unit; desk: Unit; weight_g: number | null; paper_at: Date | undefined }
export type Blank = { id: string; code: string; lookup_code: string; received_at: Date }

/**
 * Types in a blank set that was used: its parcel gets the desk its papers name, and what was known of it is folded anew.
 * Where no scan says who took it by then, the office is presumed to have, at the time on the paper: a courier's scan that
 * comes later says otherwise. Answers null for a code that is no open
 * set of this office. Throws invalid without a possible time, conflict `cannot_accept` when custody does not take it.
 */
export async function typeInBlank(trx: Knex, typed: TypedIn, doing: Doing): Promise<Blank | null> {
  const { code, office, desk, weight_g } = typed
  const blank = await lockedBlank(trx, code)
  if (!blank || blank.unit_id !== office.id) return null
  const from = { from_office: office.id, to_office: desk.lead_post_office ?? office.id }
  await addressParcel(trx, blank.parcel_id, { desk: desk.id, ...from, weight_g })
  await refold(trx, code, doing)
  const { received_at, isWritten } = await handing(trx, blank, typed, doing.now)
  if (isWritten) await acceptAsWritten(trx, typed, received_at, doing)
  await trx('blank_sets')
    .where({ parcel_id: blank.parcel_id })
    .update({ typed_in_at: doing.now, typed_in_by: doing.by.id })
  return { id: blank.parcel_id, code, lookup_code: decrypt(doing.keys.cipher, blank.lookup_cipher), received_at }
}

type Handing = { received_at: Date; isWritten: boolean }

/** When it was handed in: by the paper, else by the scan of whoever took it; whether the paper is the first word of it. */
async function handing(
  trx: Knex,
  { parcel_id, printed_at }: LockedBlank,
  { paper_at }: TypedIn,
  now: Date,
): Promise<Handing> {
  const taken = await trx('custody_events')
    .join('event_standings', 'event_standings.event_id', 'custody_events.id')
    .where('custody_events.parcel_id', parcel_id)
    .where('event_standings.standing', 'applied')
    .whereIn('step', ['accept', 'collect'])
    .first('step', 'effective_at')
  if (paper_at ? paper_at < printed_at || paper_at > now : !taken)
    throw invalid([
      { pointer: '/paper_at', detail: 'Xin ghi giờ trên phiếu giấy, sau khi in phiếu và không sau bây giờ.' },
    ])
  // The office scanned its own label when the power was back: what stands on the paper was earlier.
  const isEarlier = taken?.step === 'accept' && paper_at !== undefined && paper_at < taken.effective_at
  return { received_at: paper_at ?? taken?.effective_at ?? now, isWritten: !taken || isEarlier }
}

async function acceptAsWritten(
  trx: Knex,
  { code, office }: TypedIn,
  occurred_at: Date,
  { by, now, consequences }: Doing,
) {
  const said = { step: 'accept', code, occurred_at, source: 'paper' as const, presumed: true as const, by }
  const [verdict] = await recordScans(trx, [scanNow({ ...said, unit: office.id }, now)], { now, consequences })
  if (verdict && isAmiss(verdict))
    throw conflict('cannot_accept', verdict.message ?? `${code}: xin báo người giám sát.`)
}
