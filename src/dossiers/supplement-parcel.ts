import type { Knex } from 'knex'
import type { Doing } from '../custody/doing.ts'
import { conflict, invalid, notFound } from '../kit/errors.ts'
import { registerParcel } from '../parcels/register-parcel.ts'
import type { Actor } from '../people/actor.ts'
import { unitsToActAt } from '../people/unit-named.ts'
import { unitById } from '../places/queries.ts'
import type { DossierRow } from './queries.ts'
import type { ParcelRequest } from './schemas.ts'

/** The envelope in which what was missing follows its dossiers: from the counter that took them in. Throws notFound, invalid or conflict. */
export async function supplementParcel(trx: Knex, request: ParcelRequest, dossiers: DossierRow[], { by, now }: Doing) {
  const [first] = dossiers
  if (!first || !unitsToActAt(by, 'make parcel', 'post_office').length)
    throw invalid([{ pointer: '/purpose', detail: 'Bưu gửi bổ sung do bưu cục nhận tại quầy.' }])
  const { unit } = counterOf(by, dossiers, first)
  const waits = dossiers.every(({ status, desk_id }) => status === 'supplement_requested' && desk_id === first.desk_id)
  if (!waits)
    throw conflict('not_awaited', 'Chỉ hồ sơ đang chờ bổ sung, cùng một đơn vị công an, mới gửi chung bưu gửi bổ sung.')
  for (const dossier of dossiers) await refuseUnderWay(trx, dossier)
  const desk = await unitById(trx, first.desk_id)
  return registerParcel(
    trx,
    {
      purpose: 'supplement',
      origin: { kind: 'applicant', unit: null },
      destination: { kind: 'police_unit', unit: desk.id },
      zone: null,
      from_office: unit,
      to_office: desk.lead_post_office ?? unit,
      hands: null,
      is_collected: false,
      weight_g: request.weight_g ?? null,
      amount_to_collect: null,
      addressee: null,
      item_code: request.item_code ?? null,
    },
    { by: by.id, unit, now },
  )
}

/** All came in at one counter, the one where this clerk works. */
function counterOf(by: Actor, dossiers: DossierRow[], { intake_unit }: DossierRow) {
  if (dossiers.some(dossier => dossier.intake_unit !== intake_unit))
    throw conflict('other_counter', 'Các hồ sơ này nhận ở những bưu cục khác nhau. Xin làm từng bưu gửi.')
  const here = unitsToActAt(by, 'make parcel', 'post_office').find(({ unit }) => unit === intake_unit)
  if (!here) throw notFound('Không có hồ sơ này ở đơn vị của ông/bà.')
  return here
}

/** One supplement at a time: a second envelope for the same papers would be a parcel that nobody sends. */
async function refuseUnderWay(trx: Knex, dossier: DossierRow) {
  const open = await trx('parcel_contents')
    .join('parcels', 'parcels.id', 'parcel_contents.parcel_id')
    .join('parcel_presents', 'parcel_presents.parcel_id', 'parcels.id')
    .where({ dossier_id: dossier.id, purpose: 'supplement', is_over: false, is_lost: false })
    .whereNot('holder_kind', 'police_unit')
    .first('parcels.code')
  if (open) throw conflict('already_in_parcel', `Hồ sơ ${dossier.reference} đã có bưu gửi bổ sung ${open.code}.`)
}
