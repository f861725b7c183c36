import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import type { DossiersRow } from '../../db/tables.ts'
import type { Doing } from '../custody/doing.ts'
import { writeLookupCode } from '../kit/secrets.ts'
import { localDate } from '../kit/time.ts'
import type { Fees } from '../money/quote.ts'
import { putInParcel } from './filing-parcel.ts'
import type { Intake } from './intake.ts'
import { issueLookupCode } from './lookup-code.ts'
import { nextReference } from './next-reference.ts'
import { holdOfficialCode, readForeignCode } from './official-code.ts'
import { type IntakePlan, planIntake } from './plan-intake.ts'
import { reconcileProcessing } from './reconcile-processing.ts'
import { storeParties } from './store-parties.ts'

export type TakenIn = {
  reference: string
  official_code: string | null
  lookup_code: string
  status: 'taken_in' | 'accepted'
  parcel: { code: string } | null
  fees: Fees
}

/**
 * Takes a dossier in: at a post office's counter (custody's `accept` is recorded with it), or at a police desk for one
 * filed elsewhere whose result the post returns. Throws invalid, conflict or forbidden with what the clerk can do.
 * Source: QĐ 45/2016/QĐ-TTg on intake; services per procedure by the agreement's two flags.
 */
export async function takeIn(db: Knex, intake: Intake, doing: Doing): Promise<TakenIn> {
  const plan = await planIntake(db, intake, doing.by, localDate(doing.now))
  const official_code = intake.official_code ? await readForeignCode(db, intake.official_code) : null
  return db.transaction(async trx => {
    if (official_code) await holdOfficialCode(trx, official_code)
    const id = uuidv7()
    const parcel = await filingParcel(trx, intake, plan, doing)
    // On paper it was received when the paper says so (QĐ 45/2016/QĐ-TTg), whenever it is typed in.
    const received = parcel?.received_at ?? doing.now
    const reference = await nextReference(trx, plan.unit.number, doing.now)
    const status = intake.service === 'return' ? ('accepted' as const) : ('taken_in' as const)
    await trx('dossiers').insert(
      dossierRow({ id, reference, official_code, status, created_at: received }, intake, plan, doing),
    )
    await storeParties(trx, id, intake, doing.keys)
    await storeDocuments(trx, id, intake)
    if (parcel) await trx('parcel_contents').insert({ parcel_id: parcel.id, dossier_id: id })
    await trx('dossier_events').insert({
      id: uuidv7(),
      dossier_id: id,
      kind: status === 'accepted' ? 'acceptance' : status,
      at: received,
      person_id: doing.by.id,
      unit_id: plan.unit.id,
    })
    if (status === 'accepted') await reconcileProcessing(trx, id, doing.now)
    const { by, now, keys } = doing
    const lookup = await issueLookupCode(trx, id, { by: by.id, now, keys, code: parcel?.lookup_code })
    return {
      reference,
      official_code,
      lookup_code: writeLookupCode(lookup),
      status,
      parcel: parcel && { code: parcel.code },
      fees: plan.fees,
    }
  })
}

const filingParcel = (trx: Knex, intake: Intake, plan: IntakePlan, doing: Doing) =>
  intake.service === 'return' ? null : putInParcel(trx, intake, plan, doing)

type Numbered = Pick<DossiersRow, 'id' | 'reference' | 'official_code' | 'created_at'> & {
  status: 'taken_in' | 'accepted'
}

function dossierRow(numbered: Numbered, intake: Intake, plan: IntakePlan, { by, now }: Doing) {
  const isAccepted = numbered.status === 'accepted'
  return {
    ...numbered,
    procedure_id: plan.procedure.id,
    service: intake.service,
    intake_unit: plan.unit.id,
    desk_id: plan.desk.id,
    return_to: intake.return_to,
    return_office: plan.returnOffice?.id ?? null,
    // TT 03/2025/TT-VPCP replaces the forms of 2018 only where an administrator has applied the new structure.
    form_set: '2018' as const,
    state_fee_amount: plan.fees.state.amount,
    state_fee_note: plan.fees.state.note,
    postage_amount: plan.fees.postage.amount,
    postage_note: plan.fees.postage.note,
    postage_is_verified: plan.fees.postage.is_verified,
    payer: intake.payment.payer,
    payment_when: intake.payment.when,
    payment_method: intake.payment.method,
    notify: intake.notify,
    accepted_at: isAccepted ? now : null,
    accepted_by: isAccepted ? by.id : null,
    due_typed: isAccepted ? (intake.due ?? null) : null,
    created_by: by.id,
  }
}

async function storeDocuments(trx: Knex, dossier_id: string, { documents }: Intake) {
  if (documents.length)
    await trx('dossier_documents').insert(
      documents.map((document, position) => ({ dossier_id, position, ...document })),
    )
}
