import { attemptReasons } from '../../src/custody/reasons.ts'
import { dong } from '../../src/kit/money.ts'
import { longTime } from '../../src/kit/time.ts'
import {
  type Collectable,
  collectables,
  envelopeStates,
  isSettled,
  type ParcelState,
  parcelStates,
} from '../../src/rounds/options.ts'
import type { RecordParcel, RoundRecord } from '../../src/rounds/record.ts'
import { groupedItemCode, groupedReference } from './code-groups.ts'
import { type Flow, field, numberPages, startFlow } from './flow.ts'
import { codeInBars, formHeading, signatures, title } from './forms.ts'
import { finish, newSheet } from './page.ts'
import { type Column, table } from './table.ts'

/** What a round closed with, and what does not agree. */
export type PrintedClosing = RoundRecord & {
  differences: Record<'parcels' | 'papers' | 'collected' | 'handed_in', number>
  reprint: number
}

/** Biên bản chốt chuyến phát, A4: parcels, papers and cash, as they were. It names no receiver. */
export function roundRecordPdf(record: PrintedClosing): Promise<Buffer> {
  const { number, unit, courier, closed_at, closed_by, reprint } = record
  const madeAt = new Date(closed_at)
  const name = `Biên bản chốt chuyến phát ${groupedReference(number)}`
  const sheet = newSheet('a4', name, madeAt)
  const flow = startFlow(sheet, 'a4')
  const heading = { parentBody: 'BƯU ĐIỆN TỈNH ĐẮK NÔNG', unit: unit.toUpperCase(), number, place: 'Đắk Nông' }
  formHeading(flow, { formSet: '2018', ...heading, madeAt, reprint })
  title(flow, 'BIÊN BẢN CHỐT CHUYẾN PHÁT', 'Đối chiếu bưu gửi, giấy tờ thu lại và tiền thu hộ')
  codeInBars(flow, number, `Số chuyến: ${groupedReference(number)}`)
  facts(flow, record)
  if (record.parcels.length) table(flow, columns, inOrder(record.parcels).map(cells), 8.5)
  papers(flow, record)
  cash(flow, record)
  signatures(flow, [
    { role: 'BƯU TÁ', name: courier },
    { role: 'GIAO DỊCH VIÊN', name: closed_by },
  ])
  numberPages(flow, name)
  return finish(sheet)
}

const size = 9

function facts(flow: Flow, { unit, courier, opened_at, closed_at }: PrintedClosing) {
  field(flow, 'Bưu cục', unit, size)
  field(flow, 'Bưu tá', courier, size)
  field(flow, 'Mở chuyến', longTime(new Date(opened_at)), size)
  field(flow, 'Chốt lúc', longTime(new Date(closed_at)), size)
  flow.y += 3
}

const columns: Column[] = [
  { head: 'STT', share: 0.07, align: 'center' },
  { head: 'Điểm phát', share: 0.11, align: 'center' },
  { head: 'Mã bưu gửi', share: 0.24 },
  { head: 'Kết quả', share: 0.24 },
  { head: 'Ghi chú', share: 0.34 },
]

const order = Object.keys(parcelStates) as ParcelState[]

/** What is not settled first. */
const inOrder = (parcels: readonly RecordParcel[]) =>
  [...parcels].sort(
    (a, b) =>
      Number(isSettled(a.state)) - Number(isSettled(b.state)) ||
      order.indexOf(a.state) - order.indexOf(b.state) ||
      a.stop - b.stop,
  )

const cells = ({ stop, code, state, moved_to, reason }: RecordParcel, i: number) => [
  String(i + 1),
  String(stop),
  groupedItemCode(code),
  parcelStates[state],
  moved_to ? `chuyển cho ${moved_to}` : reason ? attemptReasons[reason] : '–',
]

const listed = (some: readonly Collectable[]) => some.map(paper => collectables[paper]).join(', ')

function papers(flow: Flow, { envelopes, missing_papers, carried_over }: PrintedClosing) {
  const got = envelopes.map(one => `${groupedItemCode(one.code)} (${listed(one.papers)}): ${envelopeStates[one.state]}`)
  field(flow, 'Giấy tờ thu lại', got.join('; ') || 'không có', size)
  const missing = missing_papers.map(({ code, papers: some }) => `${groupedItemCode(code)}: ${listed(some)}`)
  if (missing.length) field(flow, 'Giấy tờ chưa thu được', missing.join('; '), size)
  const late = carried_over.map(({ code, round }) => `${groupedItemCode(code)} (chuyến ${groupedReference(round)})`)
  if (late.length) field(flow, 'Phát từ chuyến trước, nay mới tính', late.join('; '), size)
}

function cash(flow: Flow, { cash: { to_collect, unknown, collected, handed_in }, differences }: PrintedClosing) {
  const more = unknown ? `, và ${unknown} bưu gửi chưa xác định` : ''
  field(flow, 'Phải thu', `${dong(to_collect)}${more}`, size)
  field(flow, 'Đã thu', `${dong(collected)}${difference(differences.collected)}`, size)
  field(flow, 'Đã nộp', `${dong(handed_in)}${difference(differences.handed_in)}`, size)
  field(flow, 'Bưu gửi chưa xong', String(differences.parcels), size)
}

const difference = (amount: number) =>
  amount === 0 ? '' : ` (${amount > 0 ? 'thừa' : 'thiếu'} ${dong(Math.abs(amount))})`
