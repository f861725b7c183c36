import test from 'ava'
import { itemCode } from '../../src/parcels/item-code.ts'
import type { RoundRecord } from '../../src/rounds/record.ts'
import { stopsOf } from '../../src/rounds/stops.ts'
import { roundRecordPdf } from '../../templates/documents/round-record.ts'
import { type PrintedLine, roundSheetPdf } from '../../templates/documents/round-sheet.ts'
import { boxes, collisions, lines, pageOrders } from './ink.ts'
import { codes, pictures, texts } from './paper.ts'

const line = (stop: number, change: Partial<PrintedLine> = {}): PrintedLine => ({
  code: itemCode('PA', 1000 + stop, 'VN'),
  stop,
  state: 'in_hand',
  hands: 'recipient_only',
  name: 'Nguyễn Thị Hoa',
  phone: '+84912345678',
  address: 'Tổ 3, thị trấn Đắk Mâm',
  amount_to_collect: 26_000,
  papers: [],
  ...change,
})
const sheet = (some: PrintedLine[], reprint = 0) =>
  roundSheetPdf({
    number: 'CP6421002611230001',
    unit_name: 'Bưu điện Krông Nô',
    courier: "H'Hen Niê",
    opened_at: new Date('2026-11-23T00:30:00Z'),
    stops: stopsOf(some),
    madeAt: new Date('2026-11-23T01:00:00Z'),
    reprint,
  })

test('the sheet of a round has one row a receiver, with all that is needed at the door', async t => {
  const two = [line(1, { papers: ['old_card'] }), line(1, { code: itemCode('PA', 7, 'VN'), hands: 'household' })]
  const other = line(2, { name: 'Y Bhĭm', phone: null, amount_to_collect: null, hands: 'authorised' })
  const [page = ''] = await texts(await sheet([...two, other]))
  for (const words of ['BẢN KÊ PHÁT (BD13)', 'CP 642100 261123 0001', '52.000 đ', 'thẻ, giấy tờ cũ', '0912 345 678'])
    t.true(page.includes(words), words)
  for (const words of [
    'chính người nhận, người được ủy quyền',
    'Số bưu gửi: 3',
    '52.000 đ, và 1 bưu gửi chưa xác định',
  ])
    t.true(page.includes(words), words)
  t.is(page.split('Nguyễn Thị Hoa').length - 1, 1, 'two parcels of one receiver are one row')
})

test('the number of a round is scanned from its sheet, in letters that no keyboard program bends', async t => {
  for (const page of await pictures(await sheet([line(1)])))
    t.deepEqual(await codes(page), ['Code128 CP6421002611230001'])
  t.notRegex('CP', /[AEIOUYDW]/)
})

test('forty stops with the longest names go on over the page, and no line touches another', async t => {
  const long = {
    name: "H'Lan Niê Kđăm Nguyễn Thị Phương Thảo ".repeat(2),
    address: "Buôn N'Đơng, xã Đắk Wil ".repeat(4),
  }
  const many = Array.from({ length: 40 }, (_, i) => line(i + 1, { ...long, papers: ['old_card', 'receipt', 'other'] }))
  const pdf = await sheet(many, 2)
  const pages = pageOrders(pdf)
  t.true(pages.length > 2)
  for (const orders of pages) {
    t.deepEqual(collisions(lines(pdf, orders)), [])
  }
  const all = (await texts(pdf)).join(' ')
  t.true(all.includes('BƯU TÁ') && all.includes('GIAO DỊCH VIÊN') && all.includes('BẢN IN LẠI 2'))
})

test('a row has room for a signature, however short its words', async t => {
  const [orders = ''] = pageOrders(await sheet([line(1, { name: 'Y Bhĭm', phone: null, address: 'Tổ 3' })]))
  // The last column, where they sign, is 17 % of 190 mm; its heading is lower.
  const cells = boxes(orders).filter(({ width }) => Math.abs(width - 91.6) < 1)
  t.is(cells.length, 2)
  t.true(Math.max(...cells.map(({ height }) => height)) >= 39, '14 mm')
})

test('a row of two codes breaks between them, not in one', async t => {
  const pdf = await sheet([line(1), line(1, { code: itemCode('PA', 2000, 'VN') })])
  const rows = pageOrders(pdf).flatMap(orders => lines(pdf, orders))
  const starts = rows.filter(({ x, size }) => x > 50 && x < 70 && size === 8)
  t.is(starts.length, 2, 'one line a code')
})

const record: RoundRecord = {
  number: 'CP6421002611230001',
  unit: 'Bưu điện Krông Nô',
  courier: "H'Hen Niê",
  opened_at: '2026-11-23T00:30:00.000Z',
  closed_at: '2026-11-23T10:20:00.000Z',
  closed_by: 'Trần Thị Mai',
  parcels: [
    { code: itemCode('PA', 1, 'VN'), stop: 1, state: 'delivered', moved_to: null, reason: null },
    { code: itemCode('PA', 2, 'VN'), stop: 2, state: 'attempted', moved_to: null, reason: 'nobody_home' },
    { code: itemCode('PA', 3, 'VN'), stop: 3, state: 'moved', moved_to: 'Y Bhĭm', reason: null },
    { code: itemCode('PA', 4, 'VN'), stop: 4, state: 'off_round', moved_to: null, reason: null },
  ],
  envelopes: [{ code: itemCode('PA', 9, 'VN'), papers: ['old_card'], state: 'handed_in' }],
  missing_papers: [],
  carried_over: [{ code: itemCode('PA', 1009, 'VN'), round: 'CP6421002611220001' }],
  cash: { to_collect: 52_000, unknown: 1, collected: 50_000, handed_in: 50_000 },
}
const agreeing = { parcels: 1, papers: 0, collected: -2000, handed_in: 0 }

test('the record of a closing says what is not settled before what is, and how much is missing', async t => {
  const [page = ''] = await texts(await roundRecordPdf({ ...record, differences: agreeing, reprint: 0 }))
  for (const words of [
    'BIÊN BẢN CHỐT CHUYẾN PHÁT',
    'chuyển cho Y Bhĭm',
    '50.000 đ (thiếu 2.000 đ)',
    'Phát từ chuyến trước, nay mới tính',
    '(chuyến CP 642100 261122 0001)',
    'Bưu gửi chưa xong: 1',
  ])
    t.true(page.includes(words), words)
  const places = ['Chưa phát được', 'ngoài chuyến', 'chuyển cho Y Bhĭm', 'Đã phát'].map(words => page.indexOf(words))
  t.deepEqual(
    places,
    [...places].sort((a, b) => a - b),
  )
  t.true(page.includes('52.000 đ, và 1 bưu gửi chưa xác định'))
})

test('the record of two hundred parcels goes on over the page, and no line touches another', async t => {
  const parcels = Array.from({ length: 200 }, (_, i) => ({
    ...record.parcels[2],
    code: itemCode('PA', i, 'VN'),
    stop: i + 1,
    state: 'moved' as const,
    moved_to: 'Nguyễn Thị Phương Thảo Y Bhĭm',
    reason: null,
  }))
  const missing_papers = parcels.slice(0, 30).map(({ code }) => ({ code, papers: ['receipt' as const] }))
  const pdf = await roundRecordPdf({ ...record, parcels, missing_papers, differences: agreeing, reprint: 1 })
  for (const orders of pageOrders(pdf)) t.deepEqual(collisions(lines(pdf, orders)), [])
})
