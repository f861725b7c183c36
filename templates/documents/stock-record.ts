import { localDate, longTime, shortDate } from '../../src/kit/time.ts'
import { type Outcome, outcomes } from '../../src/stock/options.ts'
import type { RecordLine, StockRecord } from '../../src/stock/record.ts'
import { holderWords } from '../custody/holder-words.ts'
import { lineWords } from '../stock/line-words.ts'
import { groupedItemCode, groupedReference } from './code-groups.ts'
import { type Flow, field, numberPages, startFlow } from './flow.ts'
import { codeInBars, formHeading, signatures, title } from './forms.ts'
import { finish, newSheet } from './page.ts'
import { type Column, table } from './table.ts'

/** Biên bản kiểm kê tồn, A4: what was in the cupboard, what was missing and what did not belong there. */
export function stockRecordPdf(record: StockRecord, reprint: number): Promise<Buffer> {
  const { number, parentBody, unit, closed_at, closed_by } = record
  const madeAt = new Date(closed_at)
  const name = `Biên bản kiểm kê tồn ${groupedReference(number)}`
  const sheet = newSheet('a4', name, madeAt)
  const flow = startFlow(sheet, 'a4')
  const heading = { parentBody, unit: unit.toUpperCase(), number, place: 'Đắk Nông', madeAt, reprint }
  formHeading(flow, { formSet: '2018', ...heading })
  title(flow, 'BIÊN BẢN KIỂM KÊ TỒN', 'Quét hết bưu gửi trong tủ trước khi xem danh sách')
  codeInBars(flow, number, `Số biên bản: ${groupedReference(number)}`)
  facts(flow, record)
  if (record.lines.length) table(flow, columns, inOrder(record.lines).map(cells), 8)
  totals(flow, record)
  signatures(flow, [
    { role: 'NGƯỜI KIỂM KÊ', name: closed_by },
    { role: 'PHỤ TRÁCH ĐƠN VỊ', name: '' },
  ])
  numberPages(flow, name)
  return finish(sheet)
}

const size = 9

function facts(flow: Flow, { unit, opened_at, closed_at, people }: StockRecord) {
  field(flow, 'Đơn vị', unit, size)
  field(flow, 'Bắt đầu', longTime(new Date(opened_at)), size)
  field(flow, 'Chốt lúc', longTime(new Date(closed_at)), size)
  field(flow, 'Người quét', people.join(', ') || 'không ai, tủ trống', size)
  flow.y += 3
}

const columns: Column[] = [
  { head: 'STT', share: 0.06, align: 'center' },
  { head: 'Mã bưu gửi', share: 0.17 },
  { head: 'Loại', share: 0.19 },
  { head: 'Kết quả', share: 0.17 },
  { head: 'Theo sổ', share: 0.24 },
  { head: 'Ghi chú', share: 0.17 },
]

const order = Object.keys(outcomes) as Outcome[]

/** What does not agree first. */
const inOrder = (lines: readonly RecordLine[]) =>
  [...lines].sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome))

const cells = (line: RecordLine, i: number) => [
  String(i + 1),
  groupedItemCode(line.code),
  lineWords[line.purpose],
  outcomes[line.outcome],
  `${holderOf(line)}, từ ${shortDate(localDate(new Date(line.since)))}`,
  noteOf(line) || '–',
]

/** Who holds it by the record, as a person says it. */
const holderOf = ({ holder: { kind, name } }: RecordLine) =>
  holderWords({ holder_kind: kind, holder_unit: name, holder_person: name })

const noteOf = ({ times, is_lost }: RecordLine) =>
  [times > 1 && `thiếu ${times} lần liền`, is_lost && 'đã báo mất'].filter(Boolean).join(', ')

function totals(flow: Flow, { lines, unknown }: StockRecord) {
  const count = (outcome: Outcome) => String(lines.filter(line => line.outcome === outcome).length)
  for (const outcome of order) field(flow, outcomes[outcome], count(outcome), size)
  if (unknown.length) field(flow, 'Mã không rõ của ai', unknown.join(', '), size)
}
