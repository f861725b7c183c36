import type { Knex } from 'knex'
import { v5 as uuidv5 } from 'uuid'
import type { BagsRow } from '../../db/tables.ts'
import { latest } from '../kit/time.ts'
import { effectiveAt, impossibleTime, refused } from './judge-scan.ts'
import { isAmiss, type Refusal, type Scan, type Verdict } from './scan.ts'
import { isStep, ruleOf } from './steps.ts'

/** A bag's code is without the letters that a Vietnamese keyboard program bends (A E I O U Y D W): it is scanned. */
export const bagPrefix = 'TT'

/** `TT` + 6-digit unit number + yyMMdd + 4-digit sequence: no item code looks like it. */
export const isBagCode = (code: string): boolean => /^TT[0-9]{16}$/.test(code)

/** A scan of a bag as the ordinary step of each parcel in it, or why it is none. */
export type BagScan = { scan: Scan; contents: Scan[]; refusal: Refusal | null }

type Bag = Pick<BagsRow, 'code' | 'state' | 'sealed_at' | 'opened_at'> & { parcels: string[]; packed_at: Date }

/**
 * What the scans of bags among these mean, by scan. The contents are frozen at the seal, so the same scan becomes the same
 * facts however late it comes, and their ids follow from its id and their codes (custody: “a scan of a bag is each content's
 * ordinary step”). One statement, and none where no bag is scanned.
 */
export async function bagScans(db: Knex, scans: readonly Scan[]): Promise<Map<Scan, BagScan>> {
  const ofBags = scans.filter(({ code }) => isBagCode(code))
  if (!ofBags.length) return new Map()
  const bags = new Map((await bagsByCode(db, ofBags)).map(bag => [bag.code, bag]))
  return new Map(ofBags.map(scan => [scan, bagScan(scan, bags.get(scan.code))]))
}

const bagsByCode = (db: Knex, scans: readonly Scan[]): Promise<Bag[]> =>
  db('bags')
    .whereIn(
      'code',
      scans.map(({ code }) => code),
    )
    .select('code', 'state', 'sealed_at', 'opened_at', packedAt(db))
    .select(
      db.raw(`array(select parcels.code from bag_parcels join parcels on parcels.id = bag_parcels.parcel_id
                    where bag_id = bags.id order by parcels.code) as parcels`),
    )

/**
 * The moment after the last of what a bag holds was packed, as a column of `bags`: from then on it can have moved. Frozen
 * with its list, because nothing is packed after the seal and no packing taken back.
 */
export const packedAt = (db: Knex) =>
  db.raw(`coalesce((select max(effective_at) + interval '1 millisecond' from bag_parcels
     join custody_events on custody_events.parcel_id = bag_parcels.parcel_id
       and step = 'pack' and detail ->> 'bag' = bags.code
     where bag_id = bags.id), sealed_at) as packed_at`)

function bagScan(scan: Scan, bag: Bag | undefined): BagScan {
  const refusal = refusalOf(scan, bag)
  if (refusal || !bag?.sealed_at) return { scan, contents: [], refusal }
  const packed = { code: bag.code, packed_at: bag.packed_at }
  return { scan, contents: bag.parcels.map(code => contentOf(scan, code, packed)), refusal }
}

function refusalOf(scan: Scan, bag: Bag | undefined): Refusal | null {
  if (!isStep(scan.step)) return 'unknown_step'
  if (!bag) return 'unknown_code'
  if (!ruleOf(scan.step).bag) return 'not_for_a_bag'
  if (!bag.sealed_at) return 'bag_not_sealed'
  const isOpened = bag.opened_at && effectiveAt(scan) > bag.opened_at
  return impossibleTime(scan) ?? (isOpened ? 'bag_opened' : null)
}

/** Ours for all names of this kind; any fixed UUID would do. */
const namespace = 'b1a9c0de-7f5e-4b0e-8d7a-2f6c5e4d3b21'

/**
 * Its time is without the phone's error: of several before the packing that time alone keeps the order. Nothing packed is
 * heard of before its packing, though our own clock went back.
 */
function contentOf(scan: Scan, code: string, bag: NonNullable<Scan['bag']>): Scan {
  const received_at = latest([scan.received_at, bag.packed_at])
  const times = { occurred_at: effectiveAt(scan), sent_at: received_at, received_at }
  return { ...scan, ...times, id: uuidv5(`${scan.id} ${code}`, namespace), code, bag }
}

/** What most of a bag says is said of the bag, in this order; the rest is asked about beside it. */
const precedence = ['recorded_late', 'recorded', 'already_recorded', 'for_review', 'refused'] as const

/** The one verdict of a bag's scan, from those of its contents. It does not tell what is in there: who opens counts unseen. */
export function bagVerdict({ scan, refusal }: BagScan, contents: readonly Verdict[]): Verdict {
  const main = precedence.find(verdict => contents.some(one => one.verdict === verdict))
  const told = contents.find(({ verdict }) => verdict === main)
  if (refusal || !told) return refused(scan, refusal ?? 'bag_not_sealed')
  if (told.verdict === 'refused') return { ...told, id: scan.id, code: scan.code }
  const flags = [...new Set(contents.flatMap(one => one.flags ?? []))]
  return {
    id: scan.id,
    code: scan.code,
    verdict: told.verdict,
    ...(told.reason && { reason: told.reason }),
    ...(flags.length && { flags }),
    ...(contents.some(isAmiss) && { message: 'Có bưu gửi trong túi cần xem xét. Cứ làm tiếp với túi.' }),
    ...(told.parcel && { parcel: { ...told.parcel, code: scan.code } }),
  }
}
