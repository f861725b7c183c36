import type { Knex } from 'knex'
import { askAnew } from '../custody/ask-anew.ts'

/**
 * Asks about what is listed and signed for and is not so by the facts: the fact stands no more, or another gave it than the
 * sheet says. What agrees again is no longer asked. `parcels`: those whose history or sheet has changed.
 */
export async function askOfSigned(db: Knex, parcels: readonly string[], now: Date): Promise<void> {
  const { rows } = await db.raw<{ rows: { parcel_id: string; event_id: string }[] }>(
    `select signed.parcel_id, signed.event_id
     from handover_parcels signed
     join handovers h on h.id = signed.handover_id
     join event_standings s on s.event_id = signed.event_id
     left join crossings c on c.event_id = signed.event_id
     where signed.parcel_id = any(:parcels) and (s.standing not in ('applied', 'restating') or (signed.is_listed
       and (c.giver_kind, coalesce(c.giver_person::text, c.giver_unit)) <> (h.giver_kind, coalesce(h.giver_person::text, h.giver_unit))))`,
    { parcels },
  )
  await askAnew(db, 'signed_sheet', { asked: rows, settled: parcels }, now)
}
