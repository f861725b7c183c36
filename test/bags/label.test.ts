import test from 'ava'
import { bagLabelPdf } from '../../templates/documents/bag-label.ts'
import { codes, pictures, texts } from '../documents/paper.ts'

const label = {
  code: 'TT6421002611230001',
  from: { name: 'Bưu điện Krông Nô', number: '642100' },
  to: { name: 'Bưu điện tỉnh Đắk Nông', number: '640000' },
  seal: 'NP000123',
  parcels: 40,
  weightGrams: 4200,
  sealedAt: new Date('2026-11-23T02:00:00Z'),
  reprint: 2,
  madeAt: new Date('2026-11-23T02:05:00Z'),
}

test('a bag’s label is read by any scanner, and says where it goes and what was said at the seal', async t => {
  const pdf = await bagLabelPdf(label)
  const [picture] = await pictures(pdf)
  t.deepEqual(picture && (await codes(picture)), [`Code128 ${label.code}`, `QRCode ${label.code}`])
  const [words = ''] = await texts(pdf)
  for (const said of ['TT 642100 261123 0001', '640000', label.to.name, 'NP000123', '40', '4200 g', 'BẢN IN LẠI 2'])
    t.true(words.includes(said), `${said} in ${words}`)
})

test('a bag without a numbered seal that nobody weighed says so', async t => {
  const [words = ''] = await texts(await bagLabelPdf({ ...label, seal: null, weightGrams: null, reprint: 0 }))
  t.regex(words, /không ghi/)
  t.regex(words, /chưa cân/)
  t.false(words.includes('BẢN IN LẠI'))
})
