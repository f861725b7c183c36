import type { Money } from './amounts.ts'
import type { DocumentLine } from './document-table.ts'
import { type Flow, numberPages, startFlow } from './flow.ts'
import { signatures, signaturesHeight } from './forms.ts'
import { finish, newSheet } from './page.ts'
import { waybillDossier, waybillMoney, waybillNotes, waybillParties } from './waybill-body.ts'
import { waybillHead } from './waybill-head.ts'

/** One of the four parties; `identity` only where the form has to bear it. */
export type Party = { name: string; address: string; phone: string; identity: string | null }

/** Everything on Phiếu gửi hồ sơ BCCI, the receipt of intake at the counter. */
export type Waybill = {
  /** Ours, `BT6400002208230001`. */
  reference: string
  /** null while the dossier is not yet in a parcel. */
  itemCode: string | null
  /** For the citizen's copy alone. null when the code is not to be printed again. */
  lookup: { code: string; url: string } | null
  /** `parentBody` and `unit` head the form; `name` and 6-digit `number` say which office it is. */
  office: { parentBody: string; unit: string; name: string; number: string; phone: string }
  takenInAt: Date
  procedure: { name: string; code: string; field: string; agency: string }
  /** Which ways go by post: `Bưu điện nhận hồ sơ và trả kết quả`. */
  way: string
  applicant: Party
  /** null: the applicant. */
  submitter: Party | null
  /** null: the applicant. */
  receiver: Party | null
  documents: DocumentLine[]
  payment: {
    state: Money
    postage: Money
    /** Cước chuyển nộp; null when the post remits nothing. */
    remitting: Money | null
    /** Who pays, when and how: `Người gửi trả tại quầy, tiền mặt`. */
    terms: string
  }
  /** Ghi chú khi phát. */
  deliveryNote: string
  hotline: string
  clerk: string
  madeAt: Date
  reprint: number
}

/** The two copies. Only the first shows the lookup code. */
const copies = ['Liên 1: giao người gửi', 'Liên 2: bưu cục lưu'] as const
export type Copy = (typeof copies)[number]

/** Phiếu gửi hồ sơ BCCI: two copies of one A5 form, each beginning on its own page. */
export function waybillPdf(waybill: Waybill): Promise<Buffer> {
  const sheet = newSheet('a5', `Phiếu gửi hồ sơ ${waybill.reference}`, waybill.madeAt)
  for (const copy of copies) {
    const first = sheet.doc.bufferedPageRange().count
    const flow = startFlow(sheet, 'a5')
    drawCopy(flow, waybill, copy)
    numberPages(flow, `Phiếu gửi hồ sơ BCCI – ${copy}`, first)
  }
  return finish(sheet)
}

function drawCopy(flow: Flow, waybill: Waybill, copy: Copy) {
  waybillHead(flow, waybill, copy)
  waybillParties(flow, waybill)
  waybillDossier(flow, waybill)
  waybillMoney(flow, waybill)
  const sender = (waybill.submitter ?? waybill.applicant).name
  const signing = [
    { role: 'NGƯỜI GỬI', name: sender },
    { role: 'GIAO DỊCH VIÊN', name: waybill.clerk },
  ]
  waybillNotes(flow, waybill, signaturesHeight(flow, signing))
  signatures(flow, signing)
}
