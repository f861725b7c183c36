import type { Knex } from 'knex'
import type { Doing } from '../custody/doing.ts'
import { recordScans } from '../custody/record-scans.ts'
import { refold } from '../custody/refold.ts'
import { scanNow } from '../custody/scan.ts'
import { invalid } from '../kit/errors.ts'
import { decrypt } from '../kit/secrets.ts'
import { addressParcel } from '../parcels/address-parcel.ts'
import type { Unit } from '../places/queries.ts'
import { type LockedBlank, lockedBlank } from './locked-blank.ts'

/** The papers of a set: of which office, for which desk, and the time that stands on them. */
export type TypedIn = { code: string; office: Unit; desk: Unit; weight_g: number | null; paper_at: Date | undefined }
export type Blank = { id: string; code: string; lookup_code: string }

/**
 * Types in a blank set that was used: its parcel gets the desk its papers name, and what was known of it is folded anew.
 * Where nobody has scanned it yet the office took it in at the time on the paper. Answers null for a code that is no open
 * set of this office. Throws invalid without a possible time.
 */
export async function typeInBlank(trx: Knex, typed: TypedIn, doing: Doing): Promise<Blank | null> {
  const { code, office, desk, weight_g } = typed
  const blank = await lockedBlank(trx, code)
  if (!blank || blank.unit_id !== office.id) return null
  const from = { from_office: office.id, to_office: desk.lead_post_office ?? office.id }
  await addressParcel(trx, blank.parcel_id, { desk: desk.id, ...from, weight_g })
  await refold(trx, code, doing)
  if (!blank.is_used) await acceptAsWritten(trx, blank, typed, doing)
  await trx('blank_sets')
    .where({ parcel_id: blank.parcel_id })
    .update({ typed_in_at: doing.now, typed_in_by: doing.by.id })
  return { id: blank.parcel_id, code, lookup_code: decrypt(doing.keys.cipher, blank.lookup_cipher) }
}

async function acceptAsWritten(
  trx: Knex,
  { printed_at }: LockedBlank,
  { code, office, paper_at }: TypedIn,
  { by, now, consequences }: Doing,
) {
  if (!paper_at || paper_at < printed_at || paper_at > now)
    throw invalid([
      { pointer: '/paper_at', detail: 'Xin ghi giờ trên phiếu giấy, sau khi in phiếu và không sau bây giờ.' },
    ])
  const said = { step: 'accept', code, occurred_at: paper_at, source: 'paper' as const, by, unit: office.id }
  await recordScans(trx, [scanNow(said, now)], { now, consequences })
}
