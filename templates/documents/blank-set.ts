import { drawQr, qrModules } from './bar-codes.ts'
import { groupedItemCode, groupedLookupCode } from './code-groups.ts'
import { type Flow, field, inset, numberPages, paragraph, startFlow } from './flow.ts'
import { codeInBars, signatures, title } from './forms.ts'
import { artifact, content, finish, inMm, mm, newSheet, type Sheet } from './page.ts'
import { table } from './table.ts'
import { put } from './write.ts'

type BlankSet = { itemCode: string; lookup: { code: string; url: string } }

/** Blank sets of one office, to be filled in by hand. */
export type BlankSets = {
  office: { name: string; number: string; phone: string }
  sets: BlankSet[]
  hotline: string
  madeAt: Date
  reprint: number
}

const copies = ['Liên 1: giao người gửi', 'Liên 2: bưu cục lưu'] as const
const size = 9
const lineHeight = mm(5.6)

/** Of each set the waybill in two copies, of which the sender's alone bears the lookup code, and the label. A5. */
export function blankSetsPdf(blanks: BlankSets): Promise<Buffer> {
  const sheet = newSheet('a5', `Bộ phiếu in sẵn ${blanks.office.name}`, blanks.madeAt)
  for (const set of blanks.sets) {
    for (const copy of copies) drawPage(sheet, set, copy, flow => waybill(flow, blanks, set, copy))
    drawPage(sheet, set, 'Nhãn bưu gửi', flow => label(flow, blanks, set))
  }
  return finish(sheet)
}

function drawPage(sheet: Sheet, { itemCode }: BlankSet, name: string, draw: (flow: Flow) => void) {
  const first = sheet.doc.bufferedPageRange().count
  const flow = startFlow(sheet, 'a5')
  draw(flow)
  numberPages(flow, `${groupedItemCode(itemCode)} – ${name}`, first)
}

function waybill(flow: Flow, { office, hotline, reprint }: BlankSets, set: BlankSet, copy: (typeof copies)[number]) {
  paragraph(flow, 'BƯU ĐIỆN TỈNH ĐẮK NÔNG', { size: 8 }, 0)
  paragraph(flow, `${office.name} (${office.number}) – ĐT ${office.phone}`, { size: 8.8, face: 'bold' }, 3)
  const again = reprint ? ` – BẢN IN LẠI ${reprint}` : ''
  title(flow, 'PHIẾU GỬI HỒ SƠ BƯU CHÍNH CÔNG ÍCH', `${copy} – ghi tay, nhập máy sau${again}`)
  codeInBars(flow, set.itemCode, `Mã bưu gửi: ${groupedItemCode(set.itemCode)}`)
  if (copy === copies[0]) lookup(flow, set)
  for (const [name, lines] of Object.entries(asked)) ruled(flow, name, lines)
  flow.y += 3
  table(flow, documentColumns, Array.from({ length: 4 }, () => ['', '', '', '', '']).map(numbered), 10.5)
  for (const [name, lines] of Object.entries(money)) ruled(flow, name, lines)
  flow.y += 2
  const words = 'Hai bên đã cùng kiểm đếm; hồ sơ được niêm phong trước mặt người gửi.'
  paragraph(flow, `${words} Bưu điện không yêu cầu chuyển khoản. Hỏi đáp: ${hotline}`, { size: 8.2 }, 0)
  const signing = [
    { role: 'NGƯỜI GỬI', name: '' },
    { role: 'NGƯỜI NHẬN HỒ SƠ', name: '' },
  ]
  signatures(flow, signing)
}

/** What is asked for, and on how many lines one may write. */
const asked: Record<string, number> = {
  'Nhận lúc (giờ, ngày)': 1,
  'Người yêu cầu': 1,
  'Số giấy tờ, điện thoại': 1,
  'Địa chỉ': 1,
  'Người nhận, địa chỉ nhận': 2,
  'Thủ tục': 2,
  'Cơ quan giải quyết': 1,
  'Trả kết quả tại': 1,
}
const money: Record<string, number> = { 'Phí, lệ phí nhà nước': 1, 'Cước bưu chính': 1 }

/** A name, and lines to write on by hand: high enough for a pen. */
function ruled(flow: Flow, name: string, lines: number) {
  const from = flow.x + flow.width * 0.36
  content(flow.sheet, 'P', () =>
    put(flow.sheet, name, { x: flow.x, y: flow.y + 5, width: flow.width * 0.35 }, { size }),
  )
  for (let i = 0; i < lines; i++) {
    flow.y += lineHeight
    artifact(flow.sheet, () =>
      flow.sheet.doc
        .lineWidth(0.5)
        .moveTo(from, flow.y)
        .lineTo(flow.x + flow.width, flow.y)
        .stroke('black'),
    )
  }
}

const documentColumns = [
  { head: 'TT', share: 0.07, align: 'center' as const },
  { head: 'Giấy tờ', share: 0.57 },
  { head: 'Bản chính', share: 0.12 },
  { head: 'Chứng thực', share: 0.12 },
  { head: 'Bản sao', share: 0.12 },
]
const numbered = ([, ...cells]: string[], i: number) => [String(i + 1), ...cells]

function lookup(flow: Flow, { lookup: { code, url } }: BlankSet) {
  const side = mm(18)
  const left = inset(flow, 0, flow.width - side - mm(4))
  drawQr(
    flow.sheet,
    url,
    { x: inMm(flow.x + flow.width - side), y: inMm(flow.y), module: 18 / qrModules(url) },
    qrWords,
  )
  paragraph(left, `Mã tra cứu: ${groupedLookupCode(code)}`, { size: 14, face: 'bold' }, 2)
  paragraph(left, 'Giữ kín mã này. Tra cứu được sau khi bưu cục nhập hồ sơ vào máy.', { size: 8.5 }, 0)
  flow.y += side
}

const qrWords = 'Mã QR mở trang tra cứu hồ sơ'

/** Cut out and stuck on the envelope: where it goes is written by hand. */
function label(flow: Flow, { office }: BlankSets, { itemCode }: BlankSet) {
  title(flow, 'BƯU CHÍNH CÔNG ÍCH', 'Cắt và dán lên phong bì')
  codeInBars(flow, itemCode, groupedItemCode(itemCode))
  field(flow, 'Bưu cục gửi', `${office.name} (${office.number})`, 11)
  ruled(flow, 'Đơn vị công an nhận', 2)
  ruled(flow, 'Khối lượng (g)', 1)
}
