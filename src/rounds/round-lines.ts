import type { Knex } from 'knex'
import type { ParcelPresentsRow, ParcelsRow, RoundParcelsRow } from '../../db/tables.ts'
import type { AttemptMeasure, AttemptReason } from '../custody/reasons.ts'
import { takingSteps } from '../custody/steps.ts'
import { type IsoDate, localDate, localMoment } from '../kit/time.ts'
import type { Collectable, ParcelState } from './options.ts'
import { papersOf } from './papers-of.ts'
import { parcelState, type Whereabouts } from './parcel-state.ts'

export type Attempt = { reason: AttemptReason; measure: AttemptMeasure; again_on?: IsoDate }
type Row = Whereabouts &
  Pick<RoundParcelsRow, 'stop'> &
  Pick<ParcelsRow, 'id' | 'code' | 'hands' | 'amount_to_collect'> &
  Pick<ParcelPresentsRow, 'held_until' | 'since'> & {
    papers: Collectable[]
    name: string
    phone: string | null
    address: string
    attempt: Attempt | null
    notices: number
    noticed_at: Date | null
  }
export type RoundLine = Row & { state: ParcelState }
type Of = { id: string; courier_id: string; unit_id: string; opened_at: Date }

/** The parcels of a round by stop, each with its receiver and what became of it, read from the facts at this moment. */
export async function roundLines(db: Knex, round: Of): Promise<RoundLine[]> {
  const { rows } = await db.raw<{ rows: Row[] }>(sql, {
    round: round.id,
    courier: round.courier_id,
    since: localMoment(localDate(round.opened_at)),
    taking: [...takingSteps],
  })
  return rows.map(row => ({ ...row, state: parcelState(row, round) }))
}

const sql = `
  select round_parcels.stop, ${papersOf} as papers, moved.name as moved_to,
         parcels.id, parcels.code, parcels.hands, parcels.amount_to_collect,
         coalesce(parcel_addressees.name, '') as name, parcel_addressees.phone,
         coalesce(parcel_addressees.address, '') as address,
         holder_kind, holder_unit, holder_person, is_lost, held_until, since, last_fact->>'person' as last_person,
         last_fact->>'role' = 'courier' and not exists (
           select from round_parcels as theirs join rounds on rounds.id = theirs.round_id
           where theirs.parcel_id = parcels.id and courier_id::text = last_fact->>'person') as is_off_round,
         coalesce(said.was_taken, false) as was_taken, said.attempted_at, said.attempt,
         said.notices, said.noticed_at
  from round_parcels
  join parcels on parcels.id = round_parcels.parcel_id
  join parcel_presents on parcel_presents.parcel_id = parcels.id
  left join parcel_addressees on parcel_addressees.parcel_id = parcels.id
  left join rounds as other on other.id = round_parcels.moved_to
  left join people as moved on moved.id = other.courier_id
  cross join lateral (
    select bool_or(step = any(:taking) and person_id = :courier and effective_at >= :since) as was_taken,
           max(effective_at) filter (where step = 'attempt' and person_id = :courier and effective_at >= :since) as attempted_at,
           (array_agg(detail order by effective_at desc) filter (where step = 'attempt'))[1] as attempt,
           count(distinct detail->>'number') filter (where step = 'invite')::integer as notices,
           max(effective_at) filter (where step = 'invite') as noticed_at
    from custody_events
    join event_standings on event_standings.event_id = custody_events.id
    where custody_events.parcel_id = parcels.id and standing = 'applied') as said
  where round_parcels.round_id = :round
  order by round_parcels.stop, parcels.code`
