import test from 'ava'
import { itemCode as codeOf } from '../../src/parcels/item-code.ts'
import { type HandoverSheet, handoverSheetPdf } from '../../templates/documents/handover-sheet.ts'
import { collisions, lines, pageOrders } from './ink.ts'
import { codes, pictures, texts } from './paper.ts'
import { itemCode, procedure, reference } from './samples.ts'

const madeAt = new Date('2026-11-23T07:05:00Z')
const line = {
  code: itemCode,
  dossier: reference,
  applicant: "H'Hen Niê",
  procedure,
  papers: 3,
  collect: null,
  note: '',
}
const sheet: HandoverSheet = {
  number: 'BG6400002611230001',
  parentBody: 'BƯU ĐIỆN TỈNH ĐẮK NÔNG',
  unit: 'BƯU CỤC ĐĂK NÔNG',
  direction: 'Bưu điện giao công an',
  giver: { unit: 'Bưu cục Đăk Nông', person: 'Y Bhĭm', at: madeAt },
  taker: { unit: 'Công an huyện Krông Nô', person: 'Nguyễn Thị Hồng Ngọc', at: madeAt },
  mode: 'Quét từng mã',
  paperNumber: null,
  reservation: null,
  marks: [],
  lines: [line, { ...line, code: 'PA000000014VN', procedure: null, papers: 2, collect: 126_000, note: 'ướt' }],
  short: [],
  over: [],
  checkpoint: { size: 1234, root: 'ab'.repeat(32) },
  madeAt,
  digest: 'cd'.repeat(32),
}

test('a hand-over sheet says who gave what to whom, when, and how much it is', async t => {
  const pages = await texts(await handoverSheetPdf(sheet))
  t.is(pages.length, 2, 'one copy for each side')
  for (const [i, page] of pages.entries()) {
    const words = ['BẢNG KÊ GIAO NHẬN', 'BG 640000 261123 0001', 'Bên giao: Bưu cục Đăk Nông – Y Bhĭm', 'Quét từng mã']
    const said = ['Nhận lúc: thứ Hai 23/11/2026, 14 giờ 05', 'Cộng: 2 bưu gửi, 2 hồ sơ, 5 giấy tờ; thu hộ 126.000 đ']
    const rest = [
      'PA 000 000 005 VN',
      reference,
      'Thiếu: không',
      'Thừa: không',
      'cd'.repeat(32),
      `1234 sự việc, ${'ab'.repeat(32)}`,
      ['bên giao giữ', 'bên nhận giữ'][i] ?? '',
    ]
    for (const word of [...words, ...said, ...rest]) t.true(page.includes(word), word)
  }
})

test('what has to be said of a sheet stands on it in capitals', async t => {
  const marks = ['tự giao nhận', 'không có bảng giao']
  const [page = ''] = await texts(await handoverSheetPdf({ ...sheet, marks }))
  for (const mark of marks) t.true(page.includes(mark.toUpperCase()))
})

test('the number of a sheet is scanned from both copies, in letters that no keyboard program bends', async t => {
  for (const page of await pictures(await handoverSheetPdf(sheet)))
    t.deepEqual(await codes(page), [`Code128 ${sheet.number}`])
  t.notRegex(sheet.number, /[AEIOUYDW]/)
})

test('forty parcels go on over the page, and no line touches another', async t => {
  const name = 'Nguyễn Thị Phương Thảo Y Bhĭm '.repeat(2)
  const many = Array.from({ length: 40 }, () => ({ ...line, applicant: name, note: 'thiếu, dán lại' }))
  const short = Array.from({ length: 40 }, () => itemCode)
  const pdf = await handoverSheetPdf({ ...sheet, lines: many, short, reservation: name.repeat(3) })
  for (const orders of pageOrders(pdf)) t.deepEqual(collisions(lines(pdf, orders)), [])
  t.true((await texts(pdf)).length > 2)
})

test('the same words give the same bytes', async t => {
  t.true((await handoverSheetPdf(sheet)).equals(await handoverSheetPdf(sheet)))
})

test('a list of five hundred short and five hundred over loses none of them', async t => {
  const many = (from: number) => Array.from({ length: 500 }, (_, i) => codeOf('PA', from + i, 'VN'))
  const [short, over] = [many(1), many(1000)]
  const pdf = await handoverSheetPdf({ ...sheet, short, over })
  const paper = (await texts(pdf)).join('\n')
  t.deepEqual(
    [...short, ...over].filter(code => !paper.includes(code)),
    [],
  )
  for (const orders of pageOrders(pdf)) t.true(Math.min(...lines(pdf, orders).map(({ y }) => y)) > 0, 'on the page')
})
