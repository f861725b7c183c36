import test from 'ava'
import { openingRecordPdf, type PrintedOpening } from '../../templates/documents/opening-record.ts'
import { collisions, lines, pageOrders } from './ink.ts'
import { texts } from './paper.ts'
import { itemCode, reference } from './samples.ts'

const at = new Date('2026-11-23T07:05:00Z')
const one = {
  dossier: reference,
  position: 0,
  document: 'Tờ khai đăng ký cư trú theo mẫu CT01, có ý kiến đồng ý của chủ hộ và xác nhận của nơi ở hiện tại',
  listed: { originals: 1, certified: 0, copies: 2 },
  found: { originals: 0, certified: 0, copies: 0 },
}
const record: PrintedOpening = {
  code: itemCode,
  parentBody: 'CÔNG AN TỈNH ĐẮK NÔNG',
  unit: 'CÔNG AN HUYỆN KRÔNG NÔ',
  place: 'Đắk Nông',
  desk: 'Công an huyện Krông Nô',
  office: 'Bưu điện Krông Nô',
  taken_at: at,
  opened_at: at,
  opened_by: 'Nguyễn Thị Hồng Ngọc',
  seal: 'intact',
  remark: null,
  differs: true,
  is_late: true,
  has_list: true,
  dossiers: [reference],
  differences: [one],
  madeAt: at,
  reprint: 0,
}

test('a record of an opening says when, by whom, and what was listed and found', async t => {
  const [police = '', post = ''] = await texts(await openingRecordPdf(record))
  const words = [
    '1 bản chính, 2 bản sao',
    'không có',
    'sau một ngày làm việc',
    'Nguyễn Thị Hồng Ngọc',
    'Bưu điện Krông Nô',
  ]
  for (const page of [police, post]) for (const word of words) t.true(page.includes(word), word)
  t.true(police.includes('công an giữ') && post.includes('bưu điện giữ'))
})

test('a long record goes on over the page, and nothing lies on anything', async t => {
  const pdf = await openingRecordPdf({ ...record, differences: Array.from({ length: 30 }, () => one) })
  t.true((await texts(pdf)).length > 3)
  for (const orders of pageOrders(pdf)) t.deepEqual(collisions(lines(pdf, orders)), [])
})
