import type { Knex } from 'knex'
import { conditions } from '../custody/reasons.ts'
import { differenceKinds } from './options.ts'
import type { Condition } from './take-parcels.ts'

/** A line of the sheet: a dossier in a parcel, or a parcel without one. */
export type SheetLine = {
  code: string
  dossier: string | null
  applicant: string | null
  procedure: string | null
  papers: number | null
  collect: number | null
  is_listed: boolean
  is_accepted: boolean | null
  condition: Condition | null
}

/**
 * What lies in the parcels of a sheet, in the order of their codes. A sensitive procedure is not named; papers are counted
 * only where they travel themselves, on the way out; money stands once for each parcel. Of what nobody has listed only
 * the code: whoever scans a stranger's code learns nothing.
 */
export async function sheetLines(db: Knex, handover: string): Promise<SheetLine[]> {
  const { rows } = await db.raw(
    `select parcels.code, coalesce(dossiers.official_code, dossiers.reference) as dossier, parties.name as applicant,
            case when not procedure_fields.is_sensitive then procedures.name end as procedure,
            case when parcels.destination_kind = 'police_unit' then
              (select sum(originals + certified + copies)::integer from dossier_documents where dossier_id = dossiers.id)
            end as papers,
            case when row_number() over (partition by parcels.id order by dossiers.reference) = 1
              and handover_parcels.is_listed then parcels.amount_to_collect end as collect,
            handover_parcels.is_listed, handover_parcels.is_accepted, handover_parcels.condition
     from handover_parcels
     join handovers on handovers.id = handover_parcels.handover_id
     join parcels on parcels.id = handover_parcels.parcel_id
     left join parcel_contents on parcel_contents.parcel_id = parcels.id and handover_parcels.is_listed and not handovers.is_implicit
     left join dossiers on dossiers.id = parcel_contents.dossier_id
     left join parties on parties.dossier_id = dossiers.id and parties.part = 'applicant'
     left join procedures on procedures.id = dossiers.procedure_id
     left join procedure_fields on procedure_fields.id = procedures.field_id
     where handover_parcels.handover_id = :handover
     order by parcels.code, dossiers.reference`,
    { handover },
  )
  return rows
}

/** What stands beside a line: that it is missing or came besides, and how it looked. */
export function noteOf({ is_listed, is_accepted, condition }: SheetLine): string {
  const difference = !is_listed ? 'over' : is_accepted === false ? 'short' : null
  const looks = condition && condition !== 'intact' ? conditions[condition] : null
  return [difference && differenceKinds[difference].toLowerCase(), looks].filter(Boolean).join(', ')
}
