import { DomainError } from '../kit/errors.ts'
import type { House } from '../platform/house.ts'
import { claimHome } from '../promises/claim-home.ts'
import { type Question, track } from './track.ts'
import type { TrackLimits } from './track-limits.ts'

/** “Tôi có ở nhà”, by whoever holds the slip: its lookup code alone opens this. Answers whether it was taken. */
export async function claimByCode(
  { db, keys, trackLimits: limits }: House & { trackLimits: TrackLimits },
  question: Question,
  now: Date,
): Promise<boolean> {
  try {
    const found = await track(db, question, { keys, limits })
    if (found.opens !== 'timeline') return false
    await claimHome(db, found.tracked.reference, now)
    return true
  } catch (error) {
    if (error instanceof DomainError && (error.kind === 'notFound' || error.code === 'nothing_to_claim')) return false
    throw error
  }
}
