import test from 'ava'
import { waybillPdf } from '../../templates/documents/waybill.ts'
import { collisions, lines, pageOrders } from './ink.ts'
import { texts } from './paper.ts'
import { documents, identity, waybill } from './samples.ts'

const sender = 'Liên 1: giao người gửi'
const office = 'Liên 2: bưu cục lưu'

test('a waybill form is two copies on two pages, each to be signed by both sides', async t => {
  const pages = await texts(await waybillPdf(waybill))
  t.is(pages.length, 2)
  t.true(pages[0]?.includes(sender) && pages[1]?.includes(office))
  for (const page of pages) {
    t.true(page.includes('NGƯỜI GỬI') && page.includes('GIAO DỊCH VIÊN'))
    t.true(page.includes('Y Bhĭm') && page.includes('Nguyễn Ƀ'))
    t.true(page.includes('Trang 1/1'))
  }
})

test("the lookup code stands on the sender's copy alone", async t => {
  const [first = '', second = ''] = await texts(await waybillPdf(waybill))
  t.true(first.includes('7K3M-9QXT-2VHC'))
  t.false(second.includes('7K3M'))
  t.false(second.includes('Mã tra cứu'))
})

test('a lookup code that may not be printed again leaves no trace on either copy', async t => {
  const pages = await texts(await waybillPdf({ ...waybill, lookup: null, reprint: 1 }))
  for (const page of pages) t.false(page.includes('tra cứu'))
  for (const page of pages) t.true(page.includes('BẢN IN LẠI 1'))
})

test('both copies say what was agreed, what is unknown and what comes next', async t => {
  const wanted = [
    ...['BT 640000 261123 0001', 'PA 000 000 005 VN', '1.004222', identity, 'là người yêu cầu'],
    ...['chưa xác định', 'theo TT 59/2019/TT-BTC', '56.000 đ', 'Năm mươi sáu nghìn đồng', 'Tám nghìn đồng'],
    ...[
      'Ngày hẹn trả do cơ quan công an ấn định khi tiếp nhận',
      'Bưu điện không yêu cầu chuyển khoản',
      '1900 54 54 81',
    ],
    ...['Gọi trước khi phát', 'Bản chính Bản chứng thực Bản photo', 'thứ Hai 23/11/2026, 14 giờ 05'],
  ]
  for (const page of await texts(await waybillPdf(waybill)))
    for (const words of wanted) t.true(page.includes(words), words)
})

test('state fee and postage are never added up', async t => {
  const payment = { ...waybill.payment, state: { amount: 50_000, note: '' } }
  const text = (await texts(await waybillPdf({ ...waybill, payment }))).join(' ')
  for (const sum of ['106.000', '114.000', '64.000']) t.false(text.includes(sum), sum)
  for (const part of ['50.000 đ', '56.000 đ', '8.000 đ']) t.true(text.includes(part), part)
})

test('thirty documents go on over the page, every one of them, in both copies', async t => {
  const pdf = await waybillPdf({ ...waybill, documents: documents(30) })
  const pages = await texts(pdf)
  t.is(pages.length, 4)
  for (const copy of [pages.slice(0, 2).join(' '), pages.slice(2).join(' ')])
    for (let i = 1; i <= 30; i++)
      t.true(copy.includes(`Giấy tờ thứ ${i} `) || copy.includes(`Giấy tờ thứ ${i},`), `${i}`)
  t.true(pages[1]?.includes('Thành phần hồ sơ'), 'the heading of the table is repeated')
})

test('no signature stands alone on a page, however many the documents', async t => {
  for (let count = 1; count <= 12; count++) {
    const pages = await texts(await waybillPdf({ ...waybill, documents: documents(count) }))
    const signed = pages.filter(page => page.includes('GIAO DỊCH VIÊN'))
    t.is(signed.length, 2)
    for (const page of signed) t.true(page.includes('Ngày hẹn trả do cơ quan công an'), `${count} documents`)
  }
})

test('no line of a waybill form touches another or leaves the paper, however long the names', async t => {
  const long = 'Nguyễn Thị Phương Thảo Y Bhĭm '.repeat(5)
  const party = { name: long, address: long.repeat(2), phone: '0912345678901234567890', identity: 'Ư'.repeat(90) }
  const office = { ...waybill.office, unit: long, name: long }
  const procedure = { name: long, code: '1.004222', field: long, agency: long }
  for (const many of [
    waybill,
    { ...waybill, documents: documents(30) },
    {
      ...waybill,
      office,
      procedure,
      applicant: party,
      receiver: party,
      clerk: long,
      deliveryNote: long,
      hotline: long,
    },
  ]) {
    const pdf = await waybillPdf(many)
    for (const orders of pageOrders(pdf)) {
      const page = lines(pdf, orders)
      t.deepEqual(collisions(page), [])
      for (const { x, y, width } of page) t.true(x > 25 && x + width < 396 && y > 12, `${x} ${y} ${width}`)
    }
  }
})
