import { type DocumentLine, documentTable } from './document-table.ts'
import { field, numberPages, paragraph, startFlow } from './flow.ts'
import { codeInBars, type FormHeading, formHeading, formName, signatures, title } from './forms.ts'
import { finish, newSheet } from './page.ts'

/** Form 02. Its `number` is `…/HDHS`. */
export type SupplementRequest = FormHeading & {
  /** The official code or, where there is none yet, our reference. */
  code: string
  applicant: string
  address: string
  phone: string
  email: string
  request: string
  /** What is to be completed or handed in. */
  documents: DocumentLine[]
  reason: string
  contact: { name: string; phone: string }
  officer: string
}

const size = 9.6

/** Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ (form 02, A5). */
export function supplementRequestPdf(request: SupplementRequest): Promise<Buffer> {
  const sheet = newSheet('a5', `Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ ${request.code}`, request.madeAt)
  const flow = startFlow(sheet, 'a5')
  formHeading(flow, request)
  title(flow, 'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ')
  codeInBars(flow, request.code)
  field(flow, 'Hồ sơ của', request.applicant, size)
  field(flow, 'Nội dung yêu cầu giải quyết', request.request, size)
  field(flow, 'Địa chỉ', request.address, size)
  field(flow, 'Số điện thoại', request.phone, size)
  if (request.email) field(flow, 'Email', request.email, size)
  paragraph(flow, 'Yêu cầu hoàn thiện hồ sơ gồm những nội dung sau:', { size })
  documentTable(flow, request.documents, 9)
  field(flow, 'Lý do', request.reason, size)
  paragraph(flow, help(request), { size })
  signatures(flow, [{ role: 'NGƯỜI HƯỚNG DẪN', name: request.officer }])
  numberPages(flow, formName('02', request.formSet))
  return finish(sheet)
}

const help = ({ contact }: SupplementRequest) =>
  `Trong quá trình hoàn thiện hồ sơ nếu có vướng mắc, Ông/Bà liên hệ với ${contact.name}, số điện thoại ${contact.phone}, để được hướng dẫn.`
