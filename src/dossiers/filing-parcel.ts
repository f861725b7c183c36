import type { Knex } from 'knex'
import { beginCustody } from '../custody/begin-custody.ts'
import type { Doing } from '../custody/doing.ts'
import { recordScans } from '../custody/record-scans.ts'
import { scanNow } from '../custody/scan.ts'
import { conflict } from '../kit/errors.ts'
import { normaliseItemCode } from '../parcels/item-code.ts'
import { registerParcel } from '../parcels/register-parcel.ts'
import type { Intake } from './intake.ts'
import type { IntakePlan } from './plan-intake.ts'

/** The parcel a dossier travels to the police in: a new one accepted over this counter, or one that is still here open for the same desk. */
export const putInParcel = (trx: Knex, intake: Intake, plan: IntakePlan, doing: Doing) =>
  intake.parcel_code ? sharedParcel(trx, intake.parcel_code, plan) : newFilingParcel(trx, intake, plan, doing)

/** A family's three dossiers travel in one envelope: as long as it lies at this counter and goes to the same desk. */
async function sharedParcel(trx: Knex, written: string, { unit, desk }: IntakePlan) {
  const code = normaliseItemCode(written)
  const parcel = await trx('parcels')
    .join('parcel_presents', 'parcel_presents.parcel_id', 'parcels.id')
    .where({
      code,
      purpose: 'filing',
      holder_kind: 'post_office',
      holder_unit: unit.id,
      is_over: false,
      is_lost: false,
    })
    .forShare('parcel_presents')
    .first('parcels.id', 'parcels.code', 'parcels.destination_unit')
  if (!parcel) throw conflict('parcel_not_here', `Bưu gửi ${code} không còn ở quầy này. Xin dùng bưu gửi mới.`)
  if (parcel.destination_unit !== desk.id)
    throw conflict('other_desk', `Bưu gửi ${code} gửi đến đơn vị công an khác. Xin dùng bưu gửi mới.`)
  return parcel
}

async function newFilingParcel(
  trx: Knex,
  intake: Intake,
  { unit, desk }: IntakePlan,
  { by, now, consequences }: Doing,
) {
  const parcel = await registerParcel(
    trx,
    {
      purpose: 'filing',
      origin: { kind: 'applicant', unit: null },
      destination: { kind: 'police_unit', unit: desk.id },
      from_office: unit.id,
      to_office: desk.lead_post_office ?? unit.id,
      hands: null,
      is_collected: false,
      weight_g: intake.weight_g ?? null,
      amount_to_collect: null,
      addressee: null,
      item_code: intake.item_code ?? null,
    },
    { by: by.id, unit: unit.id, now },
  )
  await beginCustody(trx, parcel.id)
  await recordScans(trx, [scanNow({ step: 'accept', code: parcel.code, by, unit: unit.id }, now)], {
    now,
    consequences,
  })
  return parcel
}
