import type { Knex } from 'knex'
import type { FormHeading } from '../../templates/documents/forms.ts'
import type { Receipt } from '../../templates/documents/receipt.ts'
import type { Refusal } from '../../templates/documents/refusal.ts'
import type { SupplementRequest } from '../../templates/documents/supplement-request.ts'
import type { Doing } from '../custody/doing.ts'
import { conflict } from '../kit/errors.ts'
import { notePrinting } from '../people/note-printing.ts'
import { clocksOf, eventsOf, lastSupplement } from './parts.ts'
import { type PrintSheet, policeHeading, printSheet } from './print-sheet.ts'
import { amounts } from './print-waybill.ts'
import type { DossierRow } from './queries.ts'

type Printing = Pick<Doing, 'by' | 'now' | 'keys'>

/** Form 01, born when the police accept; it promises the hour at which the statutory clock ends. Throws conflict before. */
export async function receiptOf(db: Knex, dossier: DossierRow, printing: Printing): Promise<Receipt> {
  const clock = (await clocksOf(db, dossier.id)).find(one => one.clock === 'processing')
  if (!dossier.accepted_at || !clock)
    throw conflict('not_accepted', 'Giấy tiếp nhận chỉ có sau khi công an tiếp nhận hồ sơ.')
  const sheet = await printSheet(db, dossier, printing.keys)
  const officer = await db('people')
    .where({ id: String(dossier.accepted_by) })
    .first('name')
  return {
    ...(await heading(db, 'receipt', dossier, sheet, printing)),
    code: dossier.official_code ?? dossier.reference,
    receivedFrom: sheet.applicant.name,
    address: sheet.applicant.address,
    phone: sheet.applicant.phone,
    email: '',
    identity: sheet.applicant.identity ?? '',
    request: sheet.procedure.name,
    documents: sheet.documents,
    copies: 1,
    processingTime:
      sheet.procedure.working_days === null
        ? 'theo ngày hẹn'
        : `${String(sheet.procedure.working_days).padStart(2, '0')} ngày làm việc`,
    receivedAt: dossier.accepted_at,
    dueAt: clock.due_at,
    returning: await returning(db, dossier, sheet),
    fee: amounts(dossier).state,
    register: null,
    submitter: sheet.submitter?.name ?? sheet.applicant.name,
    officer: officer?.name ?? '',
  }
}

async function returning(db: Knex, dossier: DossierRow, sheet: PrintSheet): Promise<Receipt['returning']> {
  if (dossier.return_to === 'desk') return { by: 'desk', place: sheet.desk.name }
  const office = await db('units')
    .where({ id: String(dossier.return_office) })
    .first('name')
  return {
    by: 'post',
    place: dossier.return_to === 'address' ? sheet.receiver?.address || sheet.applicant.address : (office?.name ?? ''),
  }
}

/** Form 02: what is missing and why. Throws conflict where nothing was asked for. */
export async function supplementRequestOf(
  db: Knex,
  dossier: DossierRow,
  printing: Printing,
): Promise<SupplementRequest> {
  const request = await lastSupplement(db, dossier.id)
  if (!request) throw conflict('no_request', 'Hồ sơ này chưa có yêu cầu bổ sung.')
  const sheet = await printSheet(db, dossier, printing.keys)
  const officer = await db('people').where({ id: request.requested_by }).first('name')
  return {
    ...(await heading(db, `supplement-request ${request.number}`, dossier, sheet, printing)),
    ...applicantLines(dossier, sheet),
    documents: request.items.map(name => ({ name, original: 0, certifiedCopy: 0, photocopy: 0 })),
    reason: request.reason,
    contact: { name: officer?.name ?? '', phone: sheet.desk.phone ?? '' },
    officer: officer?.name ?? '',
  }
}

/** Form 03. Throws conflict while the dossier is not refused. */
export async function refusalOf(db: Knex, dossier: DossierRow, printing: Printing): Promise<Refusal> {
  const refused = (await eventsOf(db, dossier.id)).findLast(event => event.kind === 'refusal')
  if (!refused) throw conflict('not_refused', 'Hồ sơ này không bị từ chối.')
  const sheet = await printSheet(db, dossier, printing.keys)
  return {
    ...(await heading(db, 'refusal', dossier, sheet, printing)),
    ...applicantLines(dossier, sheet),
    reason: String(refused.detail['reason']),
    submitter: sheet.submitter?.name ?? sheet.applicant.name,
    officer: refused.person,
  }
}

const applicantLines = (dossier: DossierRow, { applicant, procedure }: PrintSheet) => ({
  code: dossier.official_code ?? dossier.reference,
  applicant: applicant.name,
  address: applicant.address,
  phone: applicant.phone,
  email: '',
  request: procedure.name,
})

async function heading(
  db: Knex,
  document: string,
  dossier: DossierRow,
  { desk }: PrintSheet,
  { by, now }: Printing,
): Promise<FormHeading> {
  const reprint = await notePrinting(db, { document, subject: dossier.reference }, { by, now })
  return { formSet: dossier.form_set, ...policeHeading(desk), number: '', madeAt: now, reprint }
}
