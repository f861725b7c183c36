import type { Knex } from 'knex'
import type { IsoDate } from '../kit/time.ts'
import { dueUnverified } from '../promises/due-unverified.ts'
import { type Part, part, type Slice } from './desk-parcels.ts'

export type DeskDossier = {
  reference: string
  official_code: string | null
  applicant: string
  procedure: string
  created_at: Date
  /** Since when its envelope lies here. */
  since: Date | null
  due_on: IsoDate | null
  due_at: Date | null
  at_risk_at: Date | null
  paused_at: Date | null
  paused_until: Date | null
  is_unverified: boolean | null
  until: IsoDate | null
}

const read = async (
  db: Knex,
  { where, order }: { where: string; order: string },
  units: readonly string[],
  slice: Slice,
): Promise<Part<DeskDossier>> => {
  const { rows } = await db.raw(
    `select dossiers.reference, dossiers.official_code, dossiers.created_at, dossiers.due_on,
            parties.name as applicant, procedures.name as procedure,
            here.since, clock.due_at, clock.at_risk_at, clock.paused_at, clock.paused_until, clock.is_unverified, supplement_requests.until,
            count(*) over () as total
     from dossiers
     join procedures on procedures.id = dossiers.procedure_id
     join parties on parties.dossier_id = dossiers.id and parties.part = 'applicant'
     left join supplement_requests on supplement_requests.dossier_id = dossiers.id and supplement_requests.received_at is null
     left join lateral (
       select min(parcel_presents.since) as since, count(*) as parcels
       from parcel_contents join parcel_presents on parcel_presents.parcel_id = parcel_contents.parcel_id
       where parcel_contents.dossier_id = dossiers.id
         and parcel_presents.holder_kind = 'police_unit' and parcel_presents.holder_unit = dossiers.desk_id
     ) as here on true
     left join lateral (
       select due_at, at_risk_at, paused_at, paused_until, ${dueUnverified} as is_unverified
       from clocks join promise_policies on promise_policies.id = clocks.policy_id
       where clocks.dossier_id = dossiers.id and promise_policies.clock = 'processing' and clocks.stopped_at is null
       order by due_at limit 1
     ) as clock on true
     where dossiers.desk_id = any(:units) and dossiers.returned_at is null and ${where}
     order by ${order}, dossiers.id
     limit :limit offset :offset`,
    { units, ...slice },
  )
  return part(rows)
}

type Read = (db: Knex, units: readonly string[], slice: Slice) => Promise<Part<DeskDossier>>

/** Lies at the desk and was not looked at yet; what was entered here without an envelope too. The longest wait first. */
export const toCheck: Read = (db, units, slice) =>
  read(
    db,
    {
      where: `dossiers.status = 'taken_in'
        and (here.parcels > 0 or not exists (select from parcel_contents where dossier_id = dossiers.id))`,
      order: 'coalesce(here.since, dossiers.created_at)',
    },
    units,
    slice,
  )

/** Waits for papers from the applicant, the nearest limit first. */
export const awaitingSupplement: Read = (db, units, slice) =>
  read(db, { where: `dossiers.status = 'supplement_requested'`, order: 'supplement_requests.until' }, units, slice)

/** Accepted and being worked on, the least time left first. */
export const inWork: Read = (db, units, slice) =>
  read(
    db,
    { where: `dossiers.status = 'accepted'`, order: 'coalesce(clock.due_at, dossiers.due_on) nulls last' },
    units,
    slice,
  )
