import { latest } from '../kit/time.ts'
import { coalesce } from '../platform/coalesce.ts'
import type { WorkingHouse } from './doing.ts'
import { recordScans } from './record-scans.ts'
import type { Scan, Verdict } from './scan.ts'

/** So many single scans share a transaction at most, so that of sixty-four phones half are answered while the other half ask. */
const shared = { most: 32, lanes: 2 }

/** Records lists as they come; single scans that come at the same moment share a transaction, and each gets its own verdict. */
export function recorder(house: WorkingHouse): (scans: Scan[]) => Promise<Verdict[]> {
  const { db, consequences } = house
  const record = (scans: readonly Scan[]) =>
    recordScans(db, scans, { now: latest(scans.map(one => one.received_at)), consequences })
  const together = coalesce(record, shared)
  return async scans => {
    const [single] = scans
    return scans.length === 1 && single ? [await together(single)] : record(scans)
  }
}
