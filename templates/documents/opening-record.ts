import { longTime } from '../../src/kit/time.ts'
import type { Count } from '../../src/openings/listed-papers.ts'
import { type Seal, seals } from '../../src/openings/options.ts'
import { groupedItemCode } from './code-groups.ts'
import { type Flow, field, numberPages, startFlow } from './flow.ts'
import { codeInBars, formHeading, signatures, title } from './forms.ts'
import { finish, newSheet } from './page.ts'
import { type Column, table } from './table.ts'

/** Everything on Biên bản mở bưu gửi, đối chiếu hồ sơ. */
export type PrintedOpening = {
  code: string
  parentBody: string
  unit: string
  place: string
  desk: string
  /** The post office that counted the papers in. */
  office: string | null
  taken_at: Date
  opened_at: Date
  opened_by: string
  seal: Seal
  remark: string | null
  is_late: boolean
  dossiers: string[]
  differences: { dossier: string; document: string; listed: Count; found: Count }[]
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
  field(flow, 'Bưu điện đã đếm và niêm phong', record.office ?? '', size)
  field(flow, 'Công an nhận lúc', longTime(record.taken_at), size)
  field(flow, 'Mở lúc', `${longTime(record.opened_at)}${record.is_late ? ', sau một ngày làm việc' : ''}`, size)
  field(flow, 'Niêm phong', seals[record.seal], size)
  found(flow, record)
  if (record.remark) field(flow, 'Ghi thêm', record.remark, size)
  const signing = [
    { role: 'ĐẠI DIỆN BƯU ĐIỆN', name: '' },
    { role: 'CÁN BỘ MỞ BƯU GỬI', name: record.opened_by },
  ]
  signatures(flow, signing)
}

function found(flow: Flow, { differences }: PrintedOpening) {
  field(flow, 'Giấy tờ', differences.length ? 'khác bảng kê như sau' : 'đủ như bảng kê', size)
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
  counted(listed),
  counted(found),
]

const kinds = { originals: 'bản chính', certified: 'chứng thực', copies: 'bản sao' } as const

const counted = (count: Count) =>
  Object.entries(kinds)
    .flatMap(([kind, name]) => (count[kind as keyof Count] ? [`${count[kind as keyof Count]} ${name}`] : []))
    .join(', ') || 'không có'
