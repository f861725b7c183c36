import test from 'ava'
import { faces, font } from '../../templates/documents/fonts.ts'
import { labelPdf } from '../../templates/documents/label.ts'
import { newSheet } from '../../templates/documents/page.ts'
import { receiptPdf } from '../../templates/documents/receipt.ts'
import { refusalPdf } from '../../templates/documents/refusal.ts'
import { waybillPdf } from '../../templates/documents/waybill.ts'
import { pageOrders } from '../documents/ink.ts'
import { texts } from '../documents/paper.ts'
import { documents, heading, inbound, officialCode, outbound, receipt, waybill } from '../documents/samples.ts'

const printed = {
  'an inbound label': () => labelPdf(inbound, '100x150'),
  'a reprinted outbound label': () => labelPdf({ ...outbound, reprint: 1 }, 'a6'),
  'a waybill form': () => waybillPdf({ ...waybill, documents: documents(30), reprint: 1 }),
  'form 01': () => receiptPdf({ ...receipt, documents: documents(30) }),
}

for (const [name, print] of Object.entries(printed)) {
  test(`${name} is PDF 1.7, tagged, in Vietnamese, with a title and nothing but embedded fonts`, async t => {
    const file = (await print()).toString('latin1')
    t.true(file.startsWith('%PDF-1.7'))
    for (const mark of ['/Marked true', '/StructTreeRoot', '/Lang (vi-VN)', '/DisplayDocTitle true'])
      t.true(file.includes(mark), mark)
    t.regex(file, /<pdfuaid:part>1<\/pdfuaid:part>/)
    const fonts = file.match(/\/Subtype \/Type0/g)?.length ?? 0
    t.true(fonts > 0)
    t.is(file.match(/\/FontFile2 /g)?.length, fonts)
    t.false(file.includes('Helvetica'))
  })

  test(`${name} has headings, paragraphs and figures that say what they hold`, async t => {
    const file = (await print()).toString('latin1')
    for (const tag of ['/S /H1', '/S /P\n', '/S /Figure']) t.true(file.includes(tag), tag)
    const figures = file.match(/\/S \/Figure\n/g)?.length
    t.is(file.match(/\/S \/Figure\n[^>]*?\/Alt \(/g)?.length, figures)
  })

  test(`nothing on ${name} is drawn outside its structure`, async t => {
    for (const orders of pageOrders(await print())) t.deepEqual(strays(orders), [])
  })
}

test('the tables of a form are tables, with headings for their columns', async t => {
  const file = (await receiptPdf(receipt)).toString('latin1')
  t.is(file.match(/\/S \/Table\n/g)?.length, 1)
  t.is(file.match(/\/S \/TH\n/g)?.length, 5)
  t.is(file.match(/\/Scope \/Column/g)?.length, 5)
  t.is(file.match(/\/S \/TR\n/g)?.length, 1 + receipt.documents.length)
})

/** Orders that draw while no marked content is open. */
function strays(orders: string): string[] {
  let open = 0
  return orders.split('\n').filter(order => {
    if (/ ?(BDC|BMC)$/.test(order)) open++
    if (order === 'EMC') open--
    return open === 0 && /( TJ| re)$|^(f|S)$/.test(order)
  })
}

test('a document made from the same data has the same bytes', async t => {
  t.true((await labelPdf(outbound, 'a6')).equals(await labelPdf(outbound, 'a6')))
  t.false((await labelPdf(outbound, 'a6')).equals(await labelPdf({ ...outbound, reprint: 1 }, 'a6')))
})

test('a font is parsed once and shared by all documents', t => {
  const used = () => {
    const { doc } = newSheet('a6', 'Nhãn', inbound.madeAt)
    doc.addPage()
    return faces.map(face => (doc.font(face) as unknown as { _font: { font: unknown } })._font.font)
  }
  const [first, second] = [used(), used()]
  faces.forEach((face, i) => {
    t.is(first[i], font(face))
    t.is(second[i], font(face))
  })
})

test('text on paper is composed, whatever the form it arrived in', async t => {
  const names = "Y Bhĭm, H'Hen Niê, Nguyễn Ƀ, K'Tiêng, Đặng Thị Mỹ Lệ, Krông Ŏ, cục, hồ sơ"
  const reason = names.normalize('NFD')
  const paper = {
    ...heading,
    applicant: reason,
    address: reason,
    phone: '',
    email: '',
    request: reason,
    submitter: reason,
  }
  const pdf = await refusalPdf({ ...paper, code: officialCode, reason, officer: reason, unit: reason })
  const text = (await texts(pdf)).join(' ')
  t.is(text, text.normalize('NFC'))
  t.true(text.includes(`như sau: ${names}`))
})

test('a document can be searched for a letter that an earlier one only drew as part of another', async t => {
  const letters = 'ế ằ ố ứ ẫ ự'
  await labelPdf({ ...inbound, to: { ...inbound.to, name: letters } }, 'a6')
  const name = 'Êê Ăă Ôô Ơơ Ưư Ââ Đđ'
  const [text = ''] = await texts(await labelPdf({ ...inbound, to: { ...inbound.to, name } }, 'a6'))
  t.true(text.includes(name))
})

test('invisible characters of a name do not reach the paper', async t => {
  const name = 'Y\u200b Bh\u202eĭm\u0007\nNiê'
  const [text = ''] = await texts(await labelPdf({ ...outbound, receiver: { ...outbound.receiver, name } }, 'a6'))
  t.true(text.includes('Y Bhĭm Niê'))
})
