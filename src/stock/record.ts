import type { HolderKind } from '../custody/steps.ts'
import type { Purpose } from '../parcels/register-parcel.ts'
import type { Outcome } from './options.ts'

/** A parcel of a count, or a bag that is still to be opened: what came of it, who held it by its facts and since when. */
export type RecordLine = {
  code: string
  purpose: Purpose | 'bag'
  outcome: Outcome
  holder: { kind: HolderKind; name: string | null }
  since: string
  /** In how many counts one after the other it was short. */
  times: number
  is_lost: boolean
}

/** Every word of a record of a count (biên bản kiểm kê), as it was at the closing. Moments are RFC 3339. */
export type StockRecord = {
  number: string
  parentBody: string
  unit: string
  opened_at: string
  closed_at: string
  closed_by: string
  /** Everybody who scanned. */
  people: string[]
  lines: RecordLine[]
  /** Scanned, and nobody's. */
  unknown: string[]
}

/** The parcels of one outcome, by code. */
export const linesOf = ({ lines }: Pick<StockRecord, 'lines'>, outcome: Outcome): RecordLine[] =>
  lines.filter(line => line.outcome === outcome)
