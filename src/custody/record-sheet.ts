import type { Knex } from 'knex'
import { v5 as uuidv5 } from 'uuid'
import { hmac } from '../kit/secrets.ts'
import { addMs } from '../kit/time.ts'
import type { Actor } from '../people/actor.ts'
import { holdName } from '../platform/hold-name.ts'
import { retryClashes } from '../platform/retry.ts'
import type { Doing } from './doing.ts'
import type { Sheet } from './read-sheet.ts'
import { recordScans } from './record-scans.ts'
import { type Scan, scanNow } from './scan.ts'

/**
 * Records a form of the scan station, and answers the ids of its scans, in order. The ids follow from the form itself:
 * the same form sent twice, even at the same moment, is recorded once.
 */
export async function recordSheet(db: Knex, sheet: Sheet, { by, now, consequences }: Doing): Promise<string[]> {
  const scans = scansOf(sheet, by, now)
  const ids = scans.map(({ id }) => id)
  await retryClashes(() =>
    db.transaction(async trx => {
      // The second sending waits for the first: it would say another time, and be taken for another scan.
      await holdName(trx, `sheet ${by.id} ${sheet.request}`)
      const known = await trx('scans').whereIn('id', ids).pluck('id')
      const fresh = scans.filter(({ id }) => !known.includes(id))
      if (fresh.length) await recordScans(trx, fresh, { now, consequences })
    }),
  )
  return ids
}

function scansOf(sheet: Sheet, by: Actor, now: Date): Scan[] {
  const { step, detail, unit, paper_at } = sheet
  const occurred_at = paper_at ?? addMs(now, -sheet.waitedMs)
  const source = paper_at ? ('paper' as const) : ('device' as const)
  return sheet.codes.map(code =>
    scanNow({ id: scanId(sheet, code, by), step, code, occurred_at, source, detail, by, unit }, now),
  )
}

/** Ours for all names of this kind; any fixed UUID would do. */
const namespace = '6f1b0c8e-5a47-4b9d-9d0e-3c1f6a2b7e54'

/** What is corrected on the form and sent again is another scan; what is not is the same one. */
const scanId = ({ request, step, detail, unit, paper_at }: Sheet, code: string, by: Actor) =>
  uuidv5(
    JSON.stringify([by.id, request, step, code, unit, Object.entries(detail).sort(), ...(paper_at ? [paper_at] : [])]),
    namespace,
  )

/** The correction of a scan by a person is one, however often it is sent; nobody else can know its id and take it first. */
export const correctionId = (scan: string, { by, keys }: Doing) =>
  uuidv5(hmac(keys.form, `correct ${scan} ${by.id}`).toString('hex'), namespace)
