import type { Knex } from 'knex'
import { conflict, forbidden, invalid } from '../kit/errors.ts'
import type { IsoDate } from '../kit/time.ts'
import { type Fees, type Leg, quotePostage, stateFee } from '../money/quote.ts'
import type { Actor } from '../people/actor.ts'
import { unitNamed, unitsToActAt } from '../people/unit-named.ts'
import {
  type Commune,
  deliveryOffice,
  deskFor,
  homeOf,
  isConfirmedArea,
  openUnit,
  type Unit,
} from '../places/queries.ts'
import { documentsOf, type ProcedureRow, procedureByKey } from '../procedures/queries.ts'
import { checkDocuments } from './check-documents.ts'
import type { Intake } from './intake.ts'
import { refuseEndless } from './refuse-endless.ts'

export type IntakePlan = {
  procedure: ProcedureRow
  unit: Unit
  desk: Unit
  returnOffice: Unit | null
  fees: Fees
  unverified: readonly string[]
}

/** Everything an intake needs to know and may be refused for, read before anything is written. Throws invalid, conflict or forbidden. */
export async function planIntake(db: Knex, intake: Intake, by: Actor, today: IsoDate): Promise<IntakePlan> {
  const unit = await openUnit(db, intakeUnit(intake, by), today)
  const procedure = await procedureByKey(db, intake.procedure)
  if (intake.due && intake.due < today)
    throw invalid([{ pointer: '/due', detail: 'Ngày hẹn trả không thể ở quá khứ.' }])
  if (intake.service === 'return') refuseEndless(intake, procedure.working_days)
  refuseByFlags(procedure, intake)
  if (intake.service !== 'return') checkDocuments(intake.documents, await documentsOf(db, procedure.id))
  const home = await homeOf(db, intake.applicant.address, '/applicant/address')
  const desk = await deskOf(db, { intake, procedure, unit, home, today })
  const receiverHome = await receiverCommune(db, intake, home)
  const returnOffice = await returnOfficeOf(db, intake, { receiverHome, today })
  const fees = await feesOf(db, intake, { procedure, unit, desk, receiverHome })
  const isInferred =
    intake.return_to === 'address' &&
    returnOffice !== null &&
    !(receiverHome && (await isConfirmedArea(db, { commune_code: receiverHome.code, post_office: returnOffice.id })))
  return { procedure, unit, desk, returnOffice, fees, unverified: isInferred ? ['return_office'] : [] }
}

/** What travels to the police comes in at a counter; what was filed elsewhere is entered by its desk. */
function intakeUnit({ service, unit }: Intake, by: Actor): string {
  const kind = service === 'return' ? 'police_unit' : 'post_office'
  if (!unitsToActAt(by, 'take in', kind).length)
    throw forbidden('Bưu cục nhận hồ sơ gửi đi; hồ sơ chỉ trả kết quả do đơn vị công an nhập.')
  return unitNamed(by, 'take in', { kind, unit })
}

function refuseByFlags(procedure: ProcedureRow, { service, return_to }: Intake) {
  if (service !== 'return' && !procedure.receive_by_post) {
    throw conflict(
      'not_received_by_post',
      `Thủ tục này phải nộp trực tiếp hoặc trực tuyến.${procedure.return_by_post ? ' Bưu điện có thể trả kết quả.' : ''}`,
    )
  }
  if (service !== 'receive' && !procedure.return_by_post)
    throw conflict('not_returned_by_post', 'Kết quả thủ tục này không trả qua bưu điện.')
  if ((service === 'receive') !== (return_to === 'desk')) {
    throw invalid([
      {
        pointer: '/return_to',
        detail:
          service === 'receive'
            ? 'Dịch vụ chỉ nhận: kết quả lấy tại cơ quan công an.'
            : 'Bưu điện trả kết quả tại địa chỉ hoặc tại bưu cục.',
      },
    ])
  }
}

/** An officer enters a dossier at their own desk; a counter sends it to the desk of the procedure's level and the address. */
type Filing = { intake: Intake; procedure: ProcedureRow; unit: Unit; home: Commune | null; today: IsoDate }
async function deskOf(db: Knex, { intake, procedure, unit, home, today }: Filing): Promise<Unit> {
  if (unit.kind === 'police_unit') return unit
  const desk = await openUnit(db, intake.desk ?? (await deskFor(db, procedure, home, today)), today)
  if (desk.kind !== 'police_unit' || desk.level !== procedure.level)
    throw invalid([{ pointer: '/desk', detail: 'Đơn vị này không tiếp nhận thủ tục ở cấp đó.' }])
  return desk
}

const receiverCommune = async (db: Knex, { receiver }: Intake, home: Commune | null) =>
  receiver?.address ? homeOf(db, receiver.address, '/receiver/address') : home

async function returnOfficeOf(
  db: Knex,
  intake: Intake,
  { receiverHome, today }: { receiverHome: Commune | null; today: IsoDate },
): Promise<Unit | null> {
  if (intake.return_to === 'desk') return null
  const chosen = intake.return_to === 'post_office' ? intake.post_office : undefined
  const office = await openUnit(db, chosen ?? (await deliveryOffice(db, receiverHome)), today)
  if (office.kind !== 'post_office') throw invalid([{ pointer: '/post_office', detail: 'Xin chọn một bưu cục.' }])
  return office
}

type Ends = { procedure: ProcedureRow; unit: Unit; desk: Unit; receiverHome: Commune | null }

async function feesOf(db: Knex, intake: Intake, { procedure, unit, desk, receiverHome }: Ends): Promise<Fees> {
  const out: Leg = { from: unit.district_code, to: desk.district_code }
  const home: Leg = { from: desk.district_code, to: receiverHome ? receiverHome.district_code : 'elsewhere' }
  const legs = { both: [out, home], receive: [out], return: [home] }[intake.service]
  const typed = intake.fees?.postage
  const state = intake.fees?.state ? { ...intake.fees.state, currency: 'VND' } : stateFee(procedure)
  const remits = intake.service !== 'return' && (state.amount ?? 0) > 0
  return {
    state,
    postage: typed
      ? { ...typed, is_verified: true }
      : await quotePostage(db, { legs, weight_g: intake.weight_g ?? null, remits }),
  }
}
