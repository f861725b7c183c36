import type { Knex } from 'knex'
import { type Step, takingSteps } from '../custody/steps.ts'

const besides: readonly Step[] = ['pack', 'unpack', 'report_lost']

/** Steps after which nobody need look for a parcel: somebody had it in hand, or it is a case. Holding or redirecting is done from a desk. */
const proofs = [...takingSteps, ...besides]

/** The last fact that says where each parcel is, said again or not; those nobody ever had in hand are absent. */
export async function lastProofs(db: Knex, parcels: readonly string[]): Promise<Map<string, string>> {
  if (!parcels.length) return new Map()
  const { rows } = await db.raw<{ rows: { parcel_id: string; id: string }[] }>(
    `select distinct on (custody_events.parcel_id) custody_events.parcel_id, custody_events.id
     from custody_events
     join event_standings on event_standings.event_id = custody_events.id
     where custody_events.parcel_id = any(:parcels) and custody_events.step = any(:proofs)
       and event_standings.standing in ('applied', 'restating')
     order by custody_events.parcel_id, effective_at desc, coalesce(device, '') collate "C" desc,
              coalesce(counter, 0) desc, custody_events.id desc`,
    { parcels: [...parcels], proofs },
  )
  return new Map(rows.map(({ parcel_id, id }) => [parcel_id, id]))
}
