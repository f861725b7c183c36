import type { Knex } from 'knex'
import { addMs, hour } from '../kit/time.ts'
import type { Fact } from './fact.ts'
import type { History } from './history.ts'
import type { Refusal, Scan } from './scan.ts'

/** How long a person may take back what they scanned or typed in: from when it was recorded, whatever time they said. */
export const shift = 12 * hour

/**
 * Why this person may not take that fact away, or null: who scanned it may, within the shift and while the parcel has not
 * moved on nor both sides signed for it; later a supervisor of their own organisation. Nobody what froze in a sealed bag.
 * Judged under the parcel's lock.
 */
export function mayNotCorrect(
  { facts, standings, present }: History,
  scan: Scan,
  { signed, sealed, recorded }: SpokenAgainst,
): Refusal | null {
  const fact = facts.find(({ id }) => id === scan.corrects)
  if (!fact || fact.step === 'correct') return 'nothing_to_correct'
  if (sealed.has(fact.id)) return 'bag_sealed'
  if (isSupervised(scan, fact)) return null
  const since = recorded.get(fact.id) ?? scan.received_at
  if (fact.person !== scan.by.id || addMs(since, shift) < scan.received_at) return 'not_yours'
  if (signed.has(fact.id)) return 'signed'
  const stands = standings.get(fact.id)?.standing === 'applied'
  return stands && present.last?.id !== fact.id ? 'moved_on' : null
}

/** Which facts two sides have signed for, which a seal has frozen, and when each was recorded. */
type SpokenAgainst = Record<'signed' | 'sealed', ReadonlySet<string>> & { recorded: ReadonlyMap<string, Date> }

const isSupervised = ({ by }: Scan, fact: Fact) =>
  by.assignments.some(
    ({ role, unit_kind }) => role === 'supervisor' && (fact.unit_kind === null || unit_kind === fact.unit_kind),
  )

/** When these facts were recorded; one that comes in the same list is not there yet. */
export async function recordedAt(db: Knex, facts: readonly string[]): Promise<Map<string, Date>> {
  if (!facts.length) return new Map()
  const rows = await db('custody_events').whereIn('id', facts).select('id', 'recorded_at')
  return new Map(rows.map(({ id, recorded_at }) => [id, recorded_at]))
}

/**
 * Of these facts, those that somebody has signed for: they stand on a hand-over sheet that the taker has signed, or by
 * them the giver has what waits on a list. (The other slice's tables are only read.)
 */
export async function signedFacts(db: Knex, facts: readonly string[]): Promise<Set<string>> {
  if (!facts.length) return new Set()
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `select event.id
     from custody_events event
     join handover_parcels listed on listed.parcel_id = event.parcel_id
     join handovers on handovers.id = listed.handover_id
     where event.id = any(:facts) and (listed.event_id = event.id
       or (handovers.state = 'released' and listed.is_listed and event.effective_at <= handovers.released_at))`,
    { facts },
  )
  return new Set(rows.map(({ id }) => id))
}

/** Of these facts, those by which something went into a bag, or came out of it, that is no longer open: its list is frozen. */
export async function sealedFacts(db: Knex, facts: readonly string[]): Promise<Set<string>> {
  if (!facts.length) return new Set()
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `select event.id
     from custody_events event
     join bag_parcels content on content.parcel_id = event.parcel_id
     join bags on bags.id = content.bag_id and bags.state <> 'open'
     where event.id = any(:facts) and ((event.step = 'pack' and event.detail ->> 'bag' = bags.code)
       or (event.step = 'unpack' and event.effective_at >= bags.opened_at))`,
    { facts },
  )
  return new Set(rows.map(({ id }) => id))
}
