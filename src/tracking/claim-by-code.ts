import { DomainError } from '../kit/errors.ts'
import type { House } from '../platform/house.ts'
import { claimHome } from '../promises/claim-home.ts'
import { type Question, track } from './track.ts'
import type { TrackLimits } from './track-limits.ts'

export type Claimed = 'taken' | 'nothing_to_claim' | 'unknown_code'

/** “Tôi có ở nhà”, by whoever holds the slip: its lookup code alone opens this. */
export async function claimByCode(
  { db, keys, trackLimits: limits }: House & { trackLimits: TrackLimits },
  question: Question,
  now: Date,
): Promise<Claimed> {
  try {
    const found = await track(db, question, { keys, limits })
    if (found.opens !== 'timeline') return 'unknown_code'
    await claimHome(db, found.tracked.reference, now)
    return 'taken'
  } catch (error) {
    if (error instanceof DomainError && error.kind === 'notFound') return 'unknown_code'
    if (error instanceof DomainError && error.code === 'nothing_to_claim') return 'nothing_to_claim'
    throw error
  }
}
