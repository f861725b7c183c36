import type { Knex } from 'knex'
import type { Change, Consequence } from '../custody/consequence.ts'
import { type DossierSpan, reconcileDossierClocks } from '../promises/dossier-clocks.ts'

/** The time an announced result still lies with the police, for the dossiers whose envelopes left the desk or did not after all. */
export const reconcileHandBack: Consequence = async (db, changes, { now }) => {
  const left = changes.filter(({ parcel, ...states }) => parcel.destination_kind === 'recipient' && isNew(states))
  if (!left.length) return
  const parcels = left.map(({ parcel }) => parcel.id)
  const dossiers = await db('parcel_contents').whereIn('parcel_id', parcels).distinct().pluck('dossier_id')
  await handBackOf(db, dossiers, now)
}

const isNew = ({ before, after }: Pick<Change, 'before' | 'after'>) => leftAt(before) !== leftAt(after)

/** What the desk gave to its receiver never was with the post. */
const leftAt = ({ handed_back_at, ended_at }: Change['after']) => (handed_back_at ?? ended_at)?.getTime()

/** The same for these dossiers. What the citizen fetches at the desk is handed to nobody. */
export async function handBackOf(db: Knex, dossiers: readonly string[], now: Date): Promise<void> {
  const { rows } = await db
    .raw<{ rows: DossierSpan[] }>(
      `select dossiers.id as dossier_id, dossiers.desk_id as unit_id, dossiers.announced_at as start,
         min(coalesce(parcel_presents.handed_back_at, parcel_presents.ended_at)) as stopped_at
       from dossiers
       left join (parcel_contents
         join parcels on parcels.id = parcel_contents.parcel_id and parcels.purpose = 'result'
         join parcel_presents on parcel_presents.parcel_id = parcels.id) on parcel_contents.dossier_id = dossiers.id
       where dossiers.id = any(:dossiers) and dossiers.announced_at is not null and dossiers.return_to <> 'desk'
       group by dossiers.id`,
      { dossiers },
    )
    .options({ name: 'announced dossiers' })
  await reconcileDossierClocks(db, 'hand_back', rows, now)
}
