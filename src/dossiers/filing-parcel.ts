import type { Knex } from 'knex'
import { typeInBlank } from '../blanks/type-in-blank.ts'
import { beginCustody } from '../custody/begin-custody.ts'
import type { Doing } from '../custody/doing.ts'
import { recordScans } from '../custody/record-scans.ts'
import { scanNow } from '../custody/scan.ts'
import { conflict, type DomainError, invalid } from '../kit/errors.ts'
import { longTime } from '../kit/time.ts'
import { normaliseItemCode } from '../parcels/item-code.ts'
import { registerParcel } from '../parcels/register-parcel.ts'
import type { Intake } from './intake.ts'
import type { IntakePlan } from './plan-intake.ts'

/** Of a blank set also the code that stands on its slip, and when it was handed in. */
export type FilingParcel = { id: string; code: string; lookup_code?: string; received_at?: Date }

/**
 * The parcel a dossier travels to the police in: a new one accepted over this counter, one that is still here open for the
 * same desk, or the blank set whose papers are typed in. Throws conflict `typed_in_before` with who typed that waybill in
 * and when.
 */
export async function putInParcel(trx: Knex, intake: Intake, plan: IntakePlan, doing: Doing): Promise<FilingParcel> {
  const { parcel_code } = intake
  const blank = await blankParcel(trx, intake, plan, doing)
  if (blank) return blank
  if (intake.paper_at) throw await noOpenSet(trx, parcel_code ?? '', plan)
  return parcel_code ? sharedParcel(trx, parcel_code, plan) : newFilingParcel(trx, intake, plan, doing)
}

async function blankParcel(trx: Knex, intake: Intake, { unit, desk }: IntakePlan, doing: Doing) {
  const written = intake.parcel_code ?? intake.item_code
  if (!written) return null
  const weight_g = intake.weight_g ?? null
  const typed = { code: normaliseItemCode(written), office: unit, desk, weight_g, paper_at: intake.paper_at }
  return typeInBlank(trx, typed, doing)
}

/** A waybill is typed in once: whoever comes second is told of the first. */
async function noOpenSet(trx: Knex, written: string, { unit }: IntakePlan): Promise<DomainError> {
  const code = normaliseItemCode(written)
  const first = await trx('blank_sets')
    .join('parcels', 'parcels.id', 'blank_sets.parcel_id')
    .join('people', 'people.id', 'blank_sets.typed_in_by')
    .join('parcel_contents', 'parcel_contents.parcel_id', 'parcels.id')
    .join('dossiers', 'dossiers.id', 'parcel_contents.dossier_id')
    .where('parcels.code', code)
    .where('blank_sets.unit_id', unit.id)
    .orderBy('dossiers.id')
    .first('people.name as by', 'typed_in_at', 'dossiers.reference')
  if (!first?.typed_in_at)
    return invalid([{ pointer: '/paper_at', detail: 'Chỉ ghi giờ này khi nhập bộ phiếu in sẵn đang chờ nhập.' }])
  return conflict(
    'typed_in_before',
    `Bộ phiếu ${code} đã được ${first.by} nhập lúc ${longTime(first.typed_in_at)}: hồ sơ ${first.reference}. Nếu trong bưu gửi này còn hồ sơ khác, xin bỏ trống giờ trên phiếu giấy.`,
  )
}

/** At this counter; or handed in with a set of paper of ours, whose other dossiers are still to be typed in. */
const isHere = `((holder_kind = 'post_office' and holder_unit = :unit)
  or exists (select from blank_sets where parcel_id = parcels.id and unit_id = :unit and typed_in_at is not null))`

/** A family's three dossiers travel in one envelope: as long as it lies at this counter and goes to the same desk. */
async function sharedParcel(trx: Knex, written: string, { unit, desk }: IntakePlan) {
  const code = normaliseItemCode(written)
  const parcel = await trx('parcels')
    .join('parcel_presents', 'parcel_presents.parcel_id', 'parcels.id')
    .where({
      code,
      purpose: 'filing',
      is_over: false,
      is_lost: false,
    })
    .whereRaw(isHere, { unit: unit.id })
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
      zone: null,
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
