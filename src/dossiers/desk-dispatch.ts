import type { Knex } from 'knex'
import { groupBy } from '../kit/group-by.ts'
import type { returnPlaces } from './options.ts'

type Homebound = {
  reference: string
  applicant: string
  procedure: string
  desk_id: string
  return_to: keyof typeof returnPlaces
  office: string | null
  receiver: string
  address: string | null
  identity: string | null
  ready_at: Date
}

/** All that may go home in one envelope: one receiver at one address, from one desk. */
export type Envelope = Omit<Homebound, 'reference' | 'applicant' | 'procedure' | 'identity'> & {
  dossiers: Pick<Homebound, 'reference' | 'applicant' | 'procedure'>[]
}

const most = 200

const read = async (db: Knex, where: string, purpose: string, units: readonly string[]): Promise<Envelope[]> => {
  const { rows } = await db.raw(
    `select dossiers.reference, dossiers.desk_id, dossiers.return_to, offices.name as office,
            applicant.name as applicant, procedures.name as procedure,
            coalesce(receiver.name, applicant.name) as receiver,
            coalesce(receiver.address_text, applicant.address_text) as address,
            encode(case when receiver.dossier_id is null then applicant.id_index else receiver.id_index end, 'hex') as identity,
            coalesce(dossiers.announced_at, dossiers.created_at) as ready_at
     from dossiers
     join procedures on procedures.id = dossiers.procedure_id
     join parties as applicant on applicant.dossier_id = dossiers.id and applicant.part = 'applicant'
     left join parties as receiver on receiver.dossier_id = dossiers.id and receiver.part = 'receiver'
     left join units as offices on offices.id = dossiers.return_office
     where dossiers.desk_id = any(:units) and dossiers.returned_at is null and ${where}
       and not exists (
         select from parcel_contents join parcels on parcels.id = parcel_contents.parcel_id
         join parcel_presents on parcel_presents.parcel_id = parcels.id
         where parcel_contents.dossier_id = dossiers.id and parcels.purpose = :purpose
           and not parcel_presents.is_lost and parcel_presents.last_step is distinct from 'take_back'
       )
     order by ready_at, dossiers.id
     limit :most`,
    { units, purpose, most },
  )
  return envelopes(rows)
}

function envelopes(rows: Homebound[]): Envelope[] {
  const apart = groupBy(rows, row =>
    JSON.stringify([row.desk_id, row.return_to, row.office, row.receiver, row.address]),
  )
  return [...apart.values()].flatMap(byPerson).flatMap(dossiers => {
    const [first] = dossiers
    return first ? [{ ...first, dossiers }] : []
  })
}

/** Two people may bear one name at one address: their papers tell them apart, where they are known. */
function byPerson(rows: Homebound[]): Homebound[][] {
  const known = new Set(rows.flatMap(({ identity }) => identity ?? []))
  return known.size > 1 ? [...groupBy(rows, ({ identity }) => identity ?? '').values()] : [rows]
}

/** Results that were announced and lie here without an envelope, by receiver, the longest wait first. */
export const resultsToSend = (db: Knex, units: readonly string[]): Promise<Envelope[]> =>
  read(db, `dossiers.status = 'result_announced'`, 'result', units)

/** Papers of dossiers that go no further and lie here, by receiver. */
export const papersToSend = (db: Knex, units: readonly string[]): Promise<Envelope[]> =>
  read(
    db,
    `dossiers.status in ('refused', 'stopped', 'withdrawn') and exists (
       select from parcel_contents join parcel_presents on parcel_presents.parcel_id = parcel_contents.parcel_id
       where parcel_contents.dossier_id = dossiers.id
         and parcel_presents.holder_kind = 'police_unit' and parcel_presents.holder_unit = dossiers.desk_id
     )`,
    'refused_papers',
    units,
  )
