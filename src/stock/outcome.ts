import type { Outcome } from './options.ts'

/** A parcel as a count closes: whether it was scanned and when, and where it is by its facts. */
export type Counted = {
  scanned_at: Date | null
  /** The unit holds it, and it is not reported lost. */
  is_held: boolean
  /** It should be in the cupboard: held, and not yet at the end of its way. */
  is_due: boolean
  /** Since when its holder has it. */
  since: Date
}

/**
 * What came of it. Pure. Whoever scans a cupboard takes their time, and work goes on: what changed hands meanwhile is asked
 * about neither way. Once a fact said that another has it, though, it has no business in the cupboard.
 */
export function outcomeOf({ scanned_at, is_held, is_due, since }: Counted, opened_at: Date): Outcome {
  if (scanned_at) return is_held ? 'matched' : since > scanned_at ? 'moved' : 'over'
  return !is_due || since >= opened_at ? 'moved' : 'short'
}
