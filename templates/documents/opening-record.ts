import { longTime } from '../../src/kit/time.ts'
import type { OpeningRecord } from '../../src/openings/opening-record.ts'
import { countWords, seals } from '../../src/openings/options.ts'
import { groupedItemCode } from './code-groups.ts'
import { type Flow, field, numberPages, startFlow } from './flow.ts'
import { codeInBars, formHeading, signatures, title } from './forms.ts'
import { finish, newSheet } from './page.ts'
import { type Column, table } from './table.ts'

/** Everything on Biên bản mở bưu gửi, đối chiếu hồ sơ. */
export type PrintedOpening = Omit<OpeningRecord, 'desk_level'> & {
  parentBody: string
  unit: string
  place: string
  madeAt: Date
  reprint: number
}

const copies = ['Liên 1: công an giữ', 'Liên 2: bưu điện giữ'] as const
const size = 10

/** Biên bản mở bưu gửi: two copies on A5, each beginning on its own page. */
export function openingRecordPdf(record: PrintedOpening): Promise<Buffer> {
  const sheet = newSheet('a5', `Biên bản mở bưu gửi ${record.code}`, record.madeAt)
  for (const copy of copies) {
    const first = sheet.doc.bufferedPageRange().count
    const flow = startFlow(sheet, 'a5')
    drawCopy(flow, record, copy)
    numberPages(flow, `Biên bản mở bưu gửi ${groupedItemCode(record.code)} – ${copy}`, first)
  }
  return finish(sheet)
}

function drawCopy(flow: Flow, record: PrintedOpening, copy: string) {
  formHeading(flow, { ...record, formSet: '2018', number: '' })
  title(flow, 'BIÊN BẢN MỞ BƯU GỬI, ĐỐI CHIẾU HỒ SƠ', copy)
  codeInBars(flow, record.code, `Mã bưu gửi: ${groupedItemCode(record.code)}`)
  field(flow, 'Hồ sơ', record.dossiers.join(', '), size)
  field(flow, 'Bưu điện đã đếm và niêm phong', record.office, size)
  field(flow, 'Công an nhận lúc', longTime(record.taken_at), size)
  field(flow, 'Mở lúc', `${longTime(record.opened_at)}${record.is_late ? ', sau một ngày làm việc' : ''}`, size)
  field(flow, 'Niêm phong', seals[record.seal], size)
  found(flow, record)
  if (record.remark) field(flow, 'Ghi chú', record.remark, size)
  const signing = [
    { role: 'ĐẠI DIỆN BƯU ĐIỆN', name: '' },
    { role: 'CÁN BỘ MỞ BƯU GỬI', name: record.opened_by },
  ]
  signatures(flow, signing)
}

function found(flow: Flow, { has_list, differences }: PrintedOpening) {
  const whole = has_list ? 'đủ như bảng kê' : 'không có bảng kê đã đếm'
  field(flow, 'Giấy tờ', differences.length ? 'khác bảng kê như sau' : whole, size)
  if (differences.length) table(flow, columns, differences.map(cells), 8.7)
}

const columns: Column[] = [
  { head: 'TT', share: 0.07, align: 'center' },
  { head: 'Giấy tờ', share: 0.47 },
  { head: 'Bảng kê', share: 0.23 },
  { head: 'Đếm được', share: 0.23 },
]

const cells = ({ dossier, document, listed, found }: PrintedOpening['differences'][number], i: number) => [
  String(i + 1),
  `${document} (${dossier})`,
  countWords(listed),
  countWords(found),
]
