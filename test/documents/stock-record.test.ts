import test from 'ava'
import type { RecordLine, StockRecord } from '../../src/stock/record.ts'
import { stockRecordPdf } from '../../templates/documents/stock-record.ts'
import { collisions, lines, pageOrders } from './ink.ts'
import { codes, pictures, texts } from './paper.ts'
import { itemCode } from './samples.ts'

const line: RecordLine = {
  code: itemCode,
  purpose: 'filing',
  outcome: 'matched',
  holder: { kind: 'post_office', name: 'Bưu cục Krông Nô' },
  since: '2026-11-21T02:00:00.000Z',
  times: 1,
  is_lost: false,
}
const record: StockRecord = {
  number: 'KK6421002611230001',
  parentBody: 'BƯU ĐIỆN TỈNH ĐẮK NÔNG',
  unit: 'Bưu cục Krông Nô',
  opened_at: '2026-11-23T10:00:00.000Z',
  closed_at: '2026-11-23T10:20:00.000Z',
  closed_by: "H'Hen Niê",
  people: ["H'Hen Niê", 'Y Bhĭm'],
  lines: [
    line,
    { ...line, code: 'PA000000014VN', purpose: 'result', outcome: 'short', times: 3 },
    { ...line, code: 'PA000000028VN', outcome: 'over', holder: { kind: 'courier', name: 'Trần Văn Hùng' } },
    { ...line, code: 'PA000000031VN', outcome: 'over', is_lost: true },
  ],
  unknown: ['RR123456785VN'],
}

test('the record of a count says who counted what when, and what did not agree before what did', async t => {
  const pages = await texts(await stockRecordPdf(record, 0))
  t.is(pages.length, 1)
  const [page = ''] = pages
  const words = ['BIÊN BẢN KIỂM KÊ TỒN', 'KK 642100 261123 0001', 'Chốt lúc: thứ Hai 23/11/2026, 17 giờ 20']
  const said = ['thiếu 3 lần liền', 'Trần Văn Hùng, từ 21/11/2026', 'đã báo mất', 'Thiếu: 1', 'Thừa: 2', 'Đủ: 1']
  for (const word of [...words, ...said, "Người quét: H'Hen Niê, Y Bhĭm", 'RR123456785VN'])
    t.true(page.includes(word), word)
  t.true(page.indexOf('PA 000 000 014 VN') < page.indexOf('PA 000 000 005 VN'))
})

test('the number of a record is scanned from it, in letters that no keyboard program bends', async t => {
  for (const page of await pictures(await stockRecordPdf(record, 0)))
    t.deepEqual(await codes(page), [`Code128 ${record.number}`])
  t.notRegex(record.number, /[AEIOUYDW]/)
})

test('a full cupboard goes on over the page, an empty one has no table, and no line touches another', async t => {
  const name = 'Nguyễn Thị Phương Thảo Y Bhĭm '.repeat(2)
  const many = Array.from({ length: 60 }, () => ({ ...line, holder: { kind: 'courier' as const, name }, times: 12 }))
  const full = await stockRecordPdf({ ...record, lines: many, unknown: many.map(() => 'RR123456785VN') }, 3)
  for (const orders of pageOrders(full)) t.deepEqual(collisions(lines(full, orders)), [])
  t.true((await texts(full)).length > 1)
  const [empty = ''] = await texts(await stockRecordPdf({ ...record, lines: [], people: [], unknown: [] }, 0))
  t.true(empty.includes('không ai, tủ trống'))
})
