import { field, numberPages, paragraph, startFlow } from './flow.ts'
import { codeInBars, type FormHeading, formHeading, formName, signatures, title } from './forms.ts'
import { finish, newSheet } from './page.ts'

/** Form 03. */
export type Refusal = FormHeading & {
  /** The official code or, where there is none yet, our reference. */
  code: string
  applicant: string
  address: string
  phone: string
  email: string
  request: string
  reason: string
  /** Who hands in the dossier, or signs for its return. */
  submitter: string
  officer: string
}

const size = 10

/** Phiếu từ chối tiếp nhận giải quyết hồ sơ (form 03, A5). */
export function refusalPdf(refusal: Refusal): Promise<Buffer> {
  const sheet = newSheet('a5', `Phiếu từ chối tiếp nhận giải quyết hồ sơ ${refusal.code}`, refusal.madeAt)
  const flow = startFlow(sheet, 'a5')
  formHeading(flow, refusal)
  title(flow, 'PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ')
  codeInBars(flow, refusal.code)
  field(flow, 'Tiếp nhận hồ sơ của', refusal.applicant, size)
  field(flow, 'Địa chỉ', refusal.address, size)
  field(flow, 'Số điện thoại', refusal.phone, size)
  if (refusal.email) field(flow, 'Email', refusal.email, size)
  field(flow, 'Nội dung yêu cầu giải quyết', refusal.request, size)
  const verdict = 'Qua xem xét, đơn vị thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau'
  field(flow, verdict, refusal.reason, size)
  paragraph(flow, 'Xin thông báo cho Ông/Bà được biết và thực hiện.', { size })
  const signing = [
    { role: 'NGƯỜI NỘP HỒ SƠ', name: refusal.submitter },
    { role: 'NGƯỜI TIẾP NHẬN HỒ SƠ', name: refusal.officer },
  ]
  signatures(flow, signing)
  numberPages(flow, formName('03', refusal.formSet))
  return finish(sheet)
}
