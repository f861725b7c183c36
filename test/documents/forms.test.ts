import test from 'ava'
import { receiptPdf } from '../../templates/documents/receipt.ts'
import { refusalPdf } from '../../templates/documents/refusal.ts'
import { supplementRequestPdf } from '../../templates/documents/supplement-request.ts'
import { collisions, lines, pageOrders } from './ink.ts'
import { texts } from './paper.ts'
import { documents, heading, identity, officialCode, outbound, procedure, receipt, reference } from './samples.ts'

const { address, phone } = outbound.receiver
const papers = { applicant: 'Y Bhĭm', address, phone, email: '', request: procedure, officer: receipt.officer }
const supplement = {
  ...heading,
  ...papers,
  number: '45/HDHS',
  code: reference,
  documents: documents(2),
  reason: 'Tờ khai chưa có chữ ký của người đề nghị',
  contact: { name: 'Bộ phận một cửa PC06', phone: '0261 3544 444' },
}
const refusal = { ...heading, ...papers, code: officialCode, reason: 'Không thuộc thẩm quyền', submitter: 'Y Bhĭm' }

function inOrder(text: string, wanted: string[]): string[] {
  let from = 0
  return wanted.filter(words => {
    const at = text.indexOf(words, from)
    if (at >= 0) from = at + words.length
    return at < 0
  })
}

test('form 01 has all its fields, in their order', async t => {
  const pages = await texts(await receiptPdf(receipt))
  t.is(pages.length, 1)
  const wanted = [
    ...['CÔNG AN TỈNH ĐẮK NÔNG', 'Số: 0123/TNHS', 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'Độc lập - Tự do - Hạnh phúc'],
    ...['Gia Nghĩa, ngày 23 tháng 11 năm 2026', 'GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ', `Mã hồ sơ: ${officialCode}`],
    ...["Tiếp nhận hồ sơ của: H'Hen Niê", `Địa chỉ: ${address}`, `Số điện thoại: ${phone}`, 'Email: hhen.nie@vidu.vn'],
    ...[`Số giấy tờ tùy thân: ${identity}`, `Nội dung yêu cầu giải quyết: ${procedure}`, '1. Thành phần hồ sơ'],
    ...['TT Thành phần hồ sơ Bản chính Bản chứng thực Bản photo', '2. Số lượng hồ sơ: 1 (bộ)'],
    ...['3. Thời gian giải quyết hồ sơ theo quy định: 08 ngày làm việc'],
    ...['4. Thời gian nhận hồ sơ: 14 giờ 05 phút, ngày 23 tháng 11 năm 2026'],
    ...['5. Thời gian trả kết quả giải quyết hồ sơ: 16 giờ 30 phút, ngày 03 tháng 12 năm 2026'],
    ...['6. Đăng ký nhận kết quả qua dịch vụ bưu chính công ích: Bưu cục Cư Jút'],
    ...['7. Phí, lệ phí: 50.000 đ (Năm mươi nghìn đồng). Theo TT 59/2019/TT-BTC', 'quyển số: 02/2026, số thứ tự: 0412'],
    ...['NGƯỜI NỘP HỒ SƠ', 'NGƯỜI TIẾP NHẬN HỒ SƠ', 'Đại úy Nguyễn Thị Hồng Ngọc', 'Mẫu số 01 – TT 01/2018/TT-VPCP'],
  ]
  t.deepEqual(inOrder(pages[0] ?? '', wanted), [])
})

test('form 02 lists what is missing, why, and whom to ask', async t => {
  const [text = ''] = await texts(await supplementRequestPdf(supplement))
  const wanted = [
    ...[
      'Số: 45/HDHS',
      'PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ',
      'Mã tham chiếu: BT 640000 261123 0001',
      'Hồ sơ của: Y Bhĭm',
    ],
    ...['Yêu cầu hoàn thiện hồ sơ gồm', 'Giấy tờ thứ 2', 'Lý do: Tờ khai chưa có chữ ký', 'Bộ phận một cửa PC06'],
    ...['0261 3544 444', 'NGƯỜI HƯỚNG DẪN', receipt.officer, 'Mẫu số 02 – TT 01/2018/TT-VPCP'],
  ]
  t.deepEqual(inOrder(text, wanted), [])
})

test('form 03 gives the reason and is signed by both sides', async t => {
  const [text = ''] = await texts(await refusalPdf(refusal))
  const wanted = [
    ...['PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ', 'Tiếp nhận hồ sơ của: Y Bhĭm', 'như sau: Không thuộc thẩm quyền'],
    ...['NGƯỜI NỘP HỒ SƠ', 'NGƯỜI TIẾP NHẬN HỒ SƠ', 'Mẫu số 03 – TT 01/2018/TT-VPCP'],
  ]
  t.deepEqual(inOrder(text, wanted), [])
})

test('a form names the rules its dossier was received under', async t => {
  const [text = ''] = await texts(await receiptPdf({ ...receipt, formSet: '2025' }))
  t.true(text.includes('TT 03/2025/TT-VPCP'))
  t.false(text.includes('TT 01/2018/TT-VPCP'))
})

test('a fee nobody knows is said to be unknown', async t => {
  const [text = ''] = await texts(
    await receiptPdf({ ...receipt, fee: { amount: null, note: 'chờ thông báo của cơ quan thuế' } }),
  )
  t.true(text.includes('7. Phí, lệ phí: chưa xác định. chờ thông báo của cơ quan thuế'))
})

test('reprints of forms are marked, first prints are not', async t => {
  const again = [
    await receiptPdf({ ...receipt, reprint: 3 }),
    await supplementRequestPdf({ ...supplement, reprint: 3 }),
    await refusalPdf({ ...refusal, reprint: 3 }),
  ]
  for (const pdf of again) t.true((await texts(pdf))[0]?.includes('BẢN IN LẠI 3'))
  t.false((await texts(await receiptPdf(receipt)))[0]?.includes('BẢN IN LẠI'))
})

test('no line of a form touches another or leaves the paper, however much has to be said', async t => {
  const long = 'Nguyễn Thị Phương Thảo Y Bhĭm '.repeat(5)
  const who = { unit: long, parentBody: long, officer: long, address: long.repeat(3), request: long.repeat(2) }
  const lists = { documents: documents(30), receivedFrom: long, identity: 'Ư'.repeat(90) }
  const printed = [
    await receiptPdf(receipt),
    await receiptPdf({ ...receipt, ...who, ...lists, submitter: long }),
    await supplementRequestPdf({ ...supplement, ...who, ...lists, reason: long.repeat(4) }),
    await refusalPdf({ ...refusal, ...who, reason: long.repeat(12) }),
  ]
  for (const pdf of printed)
    for (const orders of pageOrders(pdf)) {
      const page = lines(pdf, orders)
      t.deepEqual(collisions(page), [])
      for (const { x, y, width } of page) t.true(x > 25 && x + width < 396 && y > 12, `${x} ${y} ${width}`)
    }
})

test('thirty documents on form 01 go on over the page, and its pages are counted', async t => {
  const pages = await texts(await receiptPdf({ ...receipt, documents: documents(30) }))
  t.is(pages.length, 2)
  pages.forEach((page, i) => {
    t.true(page.includes(`Trang ${i + 1}/2`))
  })
  for (let i = 1; i <= 30; i++) t.true(pages.join(' ').includes(`Giấy tờ thứ ${i}`))
})
