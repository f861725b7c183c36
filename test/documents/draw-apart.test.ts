import test from 'ava'
import type { RecordLine, StockRecord } from '../../src/stock/record.ts'
import { drawApart } from '../../templates/documents/draw-apart.ts'
import { stockRecordPdf } from '../../templates/documents/stock-record.ts'

const line: RecordLine = {
  code: 'PA000000005VN',
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
  people: ["H'Hen Niê"],
  lines: Array<RecordLine>(200).fill(line),
  unknown: [],
}

test('what is drawn apart is what would be drawn here, to the byte', async t => {
  const [apart, here] = [await drawApart('stockRecordPdf', record, 0), await stockRecordPdf(record, 0)]
  t.true(apart.equals(here))
})

test('what cannot be drawn is told', async t => {
  await t.throwsAsync(drawApart('stockRecordPdf', { ...record, lines: null } as never, 0))
})
