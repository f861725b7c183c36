import { dong } from '../../src/kit/money.ts'
import { inWords, type Money } from './amounts.ts'
import { documentTable } from './document-table.ts'
import { type Flow, field, paragraph, room } from './flow.ts'
import { artifact } from './page.ts'
import { table } from './table.ts'
import type { Party, Waybill } from './waybill.ts'
import { heightOf, type Style, write } from './write.ts'

const size = 8.8

/** Người yêu cầu, người gửi, người nhận; one who is the applicant is not written twice. */
export function waybillParties(flow: Flow, { applicant, submitter, receiver }: Waybill) {
  field(flow, 'Người yêu cầu', party(applicant), size, 1)
  field(flow, 'Người gửi', submitter ? party(submitter) : 'là người yêu cầu', size, 1)
  field(flow, 'Người nhận kết quả', receiver ? party(receiver) : 'là người yêu cầu', size, 1)
}

/** The procedure, and the documents that were counted together. */
export function waybillDossier(flow: Flow, { procedure, documents }: Waybill) {
  const code = procedure.code ? `${procedure.name} (mã ${procedure.code})` : procedure.name
  field(flow, 'Thủ tục', code, size, 1)
  field(flow, 'Cơ quan giải quyết', procedure.agency, size, 1)
  field(flow, 'Lĩnh vực', procedure.field, size, 3)
  documentTable(flow, documents, 8.2)
}

/** State fee and postage, each on its own line and never added up: they are different money. */
export function waybillMoney(flow: Flow, { payment }: Waybill) {
  const columns = [
    { head: 'Khoản thu', share: 0.25 },
    { head: 'Số tiền', share: 0.18, align: 'right' as const },
    { head: 'Bằng chữ; căn cứ', share: 0.57 },
  ]
  const rows = [line('Phí, lệ phí nhà nước', payment.state), line('Cước bưu chính', payment.postage)]
  if (payment.remitting) rows.push(line('Cước chuyển nộp phí', payment.remitting))
  table(flow, columns, rows, 8.2)
  field(flow, 'Thanh toán', payment.terms, size, 1)
}

/** What was agreed, what happens next, and the warning against those who pretend to be the post; `below` has to fit as well. */
export function waybillNotes(flow: Flow, waybill: Waybill, below: number) {
  const notes = notesOf(waybill)
  const heights = notes.map(({ text, style }) => heightOf(flow.sheet, text, flow.width, style) + 1.5)
  // A signature alone on its page could be put under anything.
  room(
    flow,
    heights.reduce((sum, height) => sum + height, below + 2 + warningHeight(flow, waybill)),
  )
  for (const { text, style } of notes) paragraph(flow, text, style, 1.5)
  flow.y += 2
  warning(flow, waybill)
}

const notesOf = ({ deliveryNote }: Waybill): { text: string; style: Style }[] => [
  ...(deliveryNote ? [{ text: `Ghi chú khi phát: ${deliveryNote}`, style: { size } }] : []),
  { text: 'Ngày hẹn trả do cơ quan công an ấn định khi tiếp nhận.', style: { size: 9.2, face: 'bold' } },
  {
    text: 'Hai bên đã cùng kiểm đếm; hồ sơ được niêm phong trước mặt người gửi. Việc tiếp theo: giữ phiếu này; bưu điện báo khi công an tiếp nhận; nhận kết quả cần giấy tờ tùy thân.',
    style: { size: 8.2 },
  },
]

const party = ({ name, address, phone, identity }: Party) =>
  [name, address, phone && `ĐT ${phone}`, identity && `giấy tờ số ${identity}`].filter(Boolean).join('; ')

const line = (name: string, money: Money) => [
  name,
  dong(money.amount),
  [inWords(money), money.note].filter(Boolean).join('; '),
]

const warningStyle: Style = { size: 9, face: 'bold', align: 'center' }
const warningText = ({ hotline }: Waybill) => `Bưu điện không yêu cầu chuyển khoản. Hỏi đáp: ${hotline}`
const warningHeight = (flow: Flow, waybill: Waybill) =>
  heightOf(flow.sheet, warningText(waybill), flow.width - 8, warningStyle) + 7

function warning(flow: Flow, waybill: Waybill) {
  const height = warningHeight(flow, waybill)
  artifact(flow.sheet, () => flow.sheet.doc.lineWidth(1).rect(flow.x, flow.y, flow.width, height).stroke('black'))
  write(flow.sheet, warningText(waybill), { x: flow.x + 4, y: flow.y + 3, width: flow.width - 8 }, warningStyle)
  flow.y += height
}
