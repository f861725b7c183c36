import type { Knex } from 'knex'
import type { Doing } from '../custody/doing.ts'
import { conflict } from '../kit/errors.ts'
import { refuseAbsent } from './accept-dossier.ts'
import { decide } from './decide.ts'
import type { DossierRow } from './queries.ts'

/**
 * The applicant takes the dossier back. The counter that took it in may do so only while it is still with the post: else
 * conflict `at_the_desk`; out of an envelope that others share only while that lies there: else `shared_envelope`.
 */
export async function withdrawDossier(db: Knex, reference: string, reason: string, doing: Doing): Promise<void> {
  await decide(
    db,
    reference,
    { decision: 'withdrawal', detail: { reason } },
    doing,
    async (trx, dossier, { isDesk }) => {
      if (!isDesk) return { status: 'withdrawn', ...(await leftAtCounter(trx, dossier)) }
      // A dossier that the desk asked something of or accepted was there; since then its papers may be on their way back.
      if (dossier.status === 'taken_in') await refuseAbsent(trx, dossier)
      return { status: 'withdrawn' }
    },
  )
}

type Envelope = { id: string; code: string; isHere: boolean }

async function leftAtCounter(trx: Knex, dossier: DossierRow): Promise<{ said?: Record<string, unknown> }> {
  if (dossier.status !== 'taken_in' || (await isWithPolice(trx, dossier.id)))
    throw conflict('at_the_desk', 'Hồ sơ đã ở cơ quan công an. Xin đề nghị rút hồ sơ tại đó.')
  const shared = await sharedEnvelope(trx, dossier)
  if (!shared) return {}
  if (!shared.isHere)
    throw conflict(
      'shared_envelope',
      `Hồ sơ đi chung bưu gửi ${shared.code} với hồ sơ khác và đã rời quầy. Xin rút tại cơ quan công an.`,
    )
  await trx('parcel_contents').where({ parcel_id: shared.id, dossier_id: dossier.id }).delete()
  return { said: { taken_out_of: shared.code } }
}

const isWithPolice = async (trx: Knex, dossier_id: string) =>
  Boolean(
    await trx('parcel_contents')
      .join('parcel_presents', 'parcel_presents.parcel_id', 'parcel_contents.parcel_id')
      .where({ dossier_id, holder_kind: 'police_unit' })
      .first('parcel_contents.parcel_id'),
  )

/** The envelope it shares with dossiers that go on. Its row is locked: it does not leave while something is taken out. */
async function sharedEnvelope(trx: Knex, { id, intake_unit }: DossierRow): Promise<Envelope | null> {
  // A statement of its own: one that waited for the lock would still see the others as they were before.
  await trx('parcel_presents')
    .whereIn('parcel_id', trx('parcel_contents').where({ dossier_id: id }).select('parcel_id'))
    .orderBy('parcel_id')
    .forUpdate()
    .select('parcel_id')
  const others = trx('parcel_contents as other')
    .join('dossiers', 'dossiers.id', 'other.dossier_id')
    .whereRaw('other.parcel_id = parcel_contents.parcel_id')
    .whereNot('other.dossier_id', id)
    .whereNot('dossiers.status', 'withdrawn')
    .select(trx.raw('1'))
  const shared = await trx('parcel_contents')
    .join('parcels', 'parcels.id', 'parcel_contents.parcel_id')
    .join('parcel_presents', 'parcel_presents.parcel_id', 'parcels.id')
    .where('parcel_contents.dossier_id', id)
    .where('parcels.purpose', 'filing')
    .whereExists(others)
    .first('parcels.id', 'parcels.code', 'holder_kind', 'holder_unit')
  if (!shared) return null
  const isHere = shared.holder_kind === 'post_office' && shared.holder_unit === intake_unit
  return { id: shared.id, code: shared.code, isHere }
}
