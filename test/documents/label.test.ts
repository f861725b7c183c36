import test from 'ava'
import { type Label, labelPdf } from '../../templates/documents/label.ts'
import { labelZpl } from '../../templates/documents/label-zpl.ts'
import { collisions, lines, pageOrders } from './ink.ts'
import { texts } from './paper.ts'
import { identity, inbound, lookupCode, outbound, procedure } from './samples.ts'

const sizes = ['100x150', 'a6'] as const
const textOn = async (label: Label, size: (typeof sizes)[number]) =>
  (await texts(await labelPdf(label, size))).join(' ')

for (const size of sizes) {
  test(`an outbound label ${size} says all that a courier needs without a device`, async t => {
    const text = await textOn(outbound, size)
    const { receiver } = outbound
    const wanted = [
      '641090',
      'Bưu cục Quảng Thành',
      receiver.name,
      receiver.phone,
      'THU 126.000 đ',
      'Một trăm hai mươi sáu nghìn đồng',
    ]
    for (const words of [...wanted, 'PA 000 000 005 VN', '640000', '120 g', '23/11/2026'])
      t.true(text.includes(words), words)
    t.true(text.includes("Buôn N'Đơng, xã Đắk Wil, huyện Cư Jút, tỉnh"))
  })

  test(`an inbound label ${size} shows the police unit and no person`, async t => {
    // What a careless caller might hand over beside what the type asks for.
    const careless = { ...outbound, ...inbound, lookupCode, procedure, identity }
    const text = await textOn(careless, size)
    t.true(text.includes('067106') && text.includes('Phòng Cảnh sát Quản lý hành chính'))
    for (const secret of [outbound.receiver.name, outbound.receiver.phone, 'THU ', lookupCode, identity, procedure])
      t.false(text.includes(secret), secret)
  })

  test(`a label ${size} tells neither procedure nor identity nor lookup code, not even by the rule of a fee`, async t => {
    const careless = { ...outbound, lookupCode, procedure, identity }
    const text = await textOn({ ...careless, collect: { amount: null, note: 'theo TT 59/2019/TT-BTC' } }, size)
    for (const secret of [lookupCode, '7K3M', procedure, identity, 'TT 59/2019']) t.false(text.includes(secret), secret)
    t.true(text.includes('HỎI BƯU CỤC SỐ TIỀN THU'))
  })

  test(`a label ${size} keeps to one page and its lines apart, however long the names`, async t => {
    const long = 'Nguyễn Thị Phương Thảo Y Bhĭm '.repeat(6)
    const far = 'Thôn Đắk R’Moan, số nhà 1234, hẻm 56/78 đường Hai Bà Trưng, '.repeat(8)
    const receiver = { name: long, address: far, phone: '0912 345 678, 0987 654 321' }
    for (const label of [
      {
        ...outbound,
        receiver,
        to: { name: long, number: '641090' },
        from: { name: far, number: '640000' },
        reprint: 12,
      },
      { ...inbound, to: { name: far, number: '067106', address: far } },
      { ...outbound, receiver: { ...receiver, name: 'Ư'.repeat(80) } },
    ]) {
      const pdf = await labelPdf(label, size)
      const pages = pageOrders(pdf).map(orders => lines(pdf, orders))
      t.is(pages.length, 1)
      t.deepEqual(collisions(pages.flat()), [])
      const width = ((size === 'a6' ? 105 : 100) * 72) / 25.4
      for (const { x, width: length } of pages.flat()) t.true(x > 10 && x + length < width - 10)
    }
  })
}

test('a long word on a label is made smaller, not broken', async t => {
  const name = 'Krajan'.repeat(8)
  t.true((await textOn({ ...outbound, receiver: { ...outbound.receiver, name } }, 'a6')).includes(name))
})

test('a reprinted label says so, a first print does not', async t => {
  t.true((await textOn({ ...inbound, reprint: 2 }, 'a6')).includes('BẢN IN LẠI 2'))
  t.false((await textOn(inbound, 'a6')).includes('BẢN IN LẠI'))
  t.true(labelZpl({ ...inbound, reprint: 2 }).includes('BẢN IN LẠI 2'))
})

test('an amount of nought is said in words, not left out', async t =>
  t.true((await textOn({ ...outbound, collect: { amount: 0, note: '' } }, 'a6')).includes('KHÔNG THU TIỀN')))
