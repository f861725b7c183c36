import { clockTime } from '../../src/kit/time.ts'
import { amountLine, type Money } from './amounts.ts'
import { drawQr, qrModules } from './bar-codes.ts'
import { type DocumentLine, documentTable } from './document-table.ts'
import { type Flow, field, inset, numberPages, paragraph, startFlow } from './flow.ts'
import { codeInBars, dateInWords, type FormHeading, formHeading, formName, signatures, title } from './forms.ts'
import { finish, inMm, mm, newSheet } from './page.ts'

/** Form 01. It is born when the police accept, bears the officer's name and says when the result is due. */
export type Receipt = FormHeading & {
  /** The official dossier code. */
  code: string
  receivedFrom: string
  address: string
  phone: string
  email: string
  identity: string
  /** Nội dung yêu cầu giải quyết: the procedure as the officer writes it. */
  request: string
  documents: DocumentLine[]
  /** How many sets (bộ). */
  copies: number
  /** `08 ngày làm việc` */
  processingTime: string
  receivedAt: Date
  dueAt: Date
  returning: { by: 'post' | 'desk'; place: string }
  fee: Money
  /** Where it stands in the register, when a paper register is kept. */
  register: { volume: string; line: string } | null
  submitter: string
  officer: string
}

const size = 9.2

/** Giấy tiếp nhận hồ sơ và hẹn trả kết quả (form 01, A5). */
export function receiptPdf(receipt: Receipt): Promise<Buffer> {
  const sheet = newSheet('a5', `Giấy tiếp nhận hồ sơ và hẹn trả kết quả ${receipt.code}`, receipt.madeAt)
  const flow = startFlow(sheet, 'a5')
  formHeading(flow, receipt)
  title(flow, 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ')
  codeInBars(flow, receipt.code)
  whose(flow, receipt)
  what(flow, receipt)
  when(flow, receipt)
  const signing = [
    { role: 'NGƯỜI NỘP HỒ SƠ', name: receipt.submitter },
    { role: 'NGƯỜI TIẾP NHẬN HỒ SƠ', name: receipt.officer },
  ]
  signatures(flow, signing)
  numberPages(flow, formName('01', receipt.formSet))
  return finish(sheet)
}

// Beside the QR code, which a phone finds more easily away from the bars.
function whose(flow: Flow, receipt: Receipt) {
  const side = drawCodeBeside(flow, receipt.code)
  const column = inset(flow, 0, flow.width - side - 12)
  field(column, 'Tiếp nhận hồ sơ của', receipt.receivedFrom, size)
  field(column, 'Địa chỉ', receipt.address, size)
  field(column, 'Số điện thoại', receipt.phone, size)
  if (receipt.email) field(column, 'Email', receipt.email, size)
  field(column, 'Số giấy tờ tùy thân', receipt.identity, size)
  flow.y = Math.max(column.y, flow.y + side + 4)
}

function drawCodeBeside(flow: Flow, code: string): number {
  const module = 0.75
  const side = mm(qrModules(code) * module)
  const spot = { x: inMm(flow.x + flow.width - side - 2), y: inMm(flow.y + 2), module }
  drawQr(flow.sheet, code, spot, `Mã QR của mã hồ sơ ${code}`)
  return side
}

function what(flow: Flow, receipt: Receipt) {
  field(flow, 'Nội dung yêu cầu giải quyết', receipt.request, size)
  paragraph(flow, '1. Thành phần hồ sơ nộp gồm:', { size })
  documentTable(flow, receipt.documents)
  field(flow, '2. Số lượng hồ sơ', `${receipt.copies} (bộ)`, size)
  field(flow, '3. Thời gian giải quyết hồ sơ theo quy định', receipt.processingTime, size)
}

function when(flow: Flow, receipt: Receipt) {
  field(flow, '4. Thời gian nhận hồ sơ', moment(receipt.receivedAt), size)
  field(flow, '5. Thời gian trả kết quả giải quyết hồ sơ', moment(receipt.dueAt), size)
  field(flow, `6. Đăng ký nhận kết quả ${way[receipt.returning.by]}`, receipt.returning.place, size)
  field(flow, '7. Phí, lệ phí', amountLine(receipt.fee), size)
  if (!receipt.register) return
  const { volume, line } = receipt.register
  paragraph(flow, `Vào Sổ theo dõi hồ sơ, quyển số: ${volume}, số thứ tự: ${line}`, { size }, 1)
}

const way = { post: 'qua dịch vụ bưu chính công ích', desk: 'tại' } as const

/** `14 giờ 05 phút, ngày 23 tháng 11 năm 2026` */
const moment = (at: Date) => `${clockTime(at)} phút, ${dateInWords(at)}`
