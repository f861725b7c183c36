import type { Knex } from 'knex'
import type { Waybill } from '../../templates/documents/waybill.ts'
import type { Doing } from '../custody/doing.ts'
import { nationalPhone } from '../kit/phone.ts'
import { writeLookupCode } from '../kit/secrets.ts'
import { notePrinting } from '../people/note-printing.ts'
import { unitById } from '../places/queries.ts'
import { lookupCodeOf } from './lookup-code.ts'
import { payers, paymentMethods, paymentTimes, services } from './options.ts'
import { parcelsOf } from './parts.ts'
import { printSheet } from './print-sheet.ts'
import type { DossierRow } from './queries.ts'

/** Phiếu gửi hồ sơ BCCI: the receipt of intake, whose first copy carries the lookup code and its QR. */
export async function waybillOf(
  db: Knex,
  dossier: DossierRow,
  doing: Pick<Doing, 'by' | 'now' | 'keys'> & { publicUrl: string; hotline: string },
): Promise<Waybill> {
  const sheet = await printSheet(db, dossier, doing.keys)
  const [parcel] = await parcelsOf(db, dossier.id)
  const office = await unitById(db, dossier.intake_unit)
  const clerk = await db('people').where({ id: dossier.created_by }).first('name')
  const code = await lookupCodeOf(db, dossier.id, doing.keys)
  const { applicant, submitter, receiver, documents, desk, procedure } = sheet
  return {
    reference: dossier.reference,
    itemCode: parcel?.code ?? null,
    lookup: code === null ? null : { code: writeLookupCode(code), url: `${doing.publicUrl}/tra-cuu/${code}` },
    office: {
      parentBody: 'BƯU ĐIỆN TỈNH ĐẮK NÔNG',
      unit: office.name.toUpperCase(),
      name: office.name,
      number: office.number,
      phone: phoneOf(office.phone, doing.hotline),
    },
    takenInAt: dossier.created_at,
    procedure: { name: procedure.name, code: procedure.code ?? '', field: procedure.field_name, agency: desk.name },
    way: services[dossier.service],
    applicant,
    submitter,
    receiver,
    documents,
    payment: { ...amounts(dossier), remitting: null, terms: terms(dossier) },
    deliveryNote: deliveryNotes[procedure.hands as keyof typeof deliveryNotes],
    hotline: doing.hotline,
    clerk: clerk?.name ?? '',
    madeAt: doing.now,
    reprint: await notePrinting(db, { document: 'waybill', subject: dossier.reference }, doing),
  }
}

const phoneOf = (phone: string | null, hotline: string) => (phone ? nationalPhone(phone) : hotline)

/** State fee and postage stand apart: they are different money. */
export const amounts = (dossier: DossierRow) => ({
  state: { amount: dossier.state_fee_amount, note: dossier.state_fee_note },
  postage: { amount: dossier.postage_amount, note: dossier.postage_note },
})

const terms = ({ payer, payment_when, payment_method }: DossierRow) =>
  `${payers[payer]} trả ${paymentTimes[payment_when]}, ${paymentMethods[payment_method]}`

const deliveryNotes = {
  recipient_only: 'Phát tận tay người nhận, xem giấy tờ tùy thân.',
  authorised: 'Phát cho người nhận hoặc người được ủy quyền có giấy ủy quyền.',
  household: 'Phát cho người nhận hoặc người cùng hộ.',
}
