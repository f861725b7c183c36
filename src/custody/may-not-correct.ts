import { addMs, hour } from '../kit/time.ts'
import type { Fact } from './fact.ts'
import type { History } from './history.ts'
import type { Refusal, Scan } from './scan.ts'

/** How long a person may take back what they scanned. */
export const shift = 12 * hour

/**
 * Why this person may not take that fact away, or null: who scanned it may, within the shift and while the parcel has not
 * moved on; later a supervisor of their own organisation. Judged under the parcel's lock.
 */
export function mayNotCorrect({ facts, standings, present }: History, scan: Scan): Refusal | null {
  const fact = facts.find(({ id }) => id === scan.corrects)
  if (!fact || fact.step === 'correct') return 'nothing_to_correct'
  if (isSupervised(scan, fact)) return null
  if (fact.person !== scan.by.id || addMs(fact.effective_at, shift) < scan.received_at) return 'not_yours'
  const stands = standings.get(fact.id)?.standing === 'applied'
  return stands && present.last?.id !== fact.id ? 'moved_on' : null
}

const isSupervised = ({ by }: Scan, fact: Fact) =>
  by.assignments.some(
    ({ role, unit_kind }) => role === 'supervisor' && (fact.unit_kind === null || unit_kind === fact.unit_kind),
  )
