import test from 'ava'
import { type Label, labelPdf } from '../../templates/documents/label.ts'
import { receiptPdf } from '../../templates/documents/receipt.ts'
import { waybillPdf } from '../../templates/documents/waybill.ts'
import { boxes, pageOrders } from './ink.ts'
import { codes, type Picture, pictures, runs } from './paper.ts'
import { inbound, itemCode, officialCode, outbound, receipt, reference, trackingUrl, waybill } from './samples.ts'

/** Each paper is drawn once, by the first test that looks at it. */
function drawn(pdf: Promise<Buffer>) {
  let pages: Promise<Picture[]> | undefined
  return () => (pages ??= pdf.then(bytes => pictures(bytes)))
}

const papers = {
  'an inbound label of 100 x 150': {
    drawn: drawn(labelPdf(inbound, '100x150')),
    page: 0,
    holds: [`Code128 ${itemCode}`, `QRCode ${itemCode}`],
  },
  'an inbound A6 label': {
    drawn: drawn(labelPdf(inbound, 'a6')),
    page: 0,
    holds: [`Code128 ${itemCode}`, `QRCode ${itemCode}`],
  },
  'an outbound label of 100 x 150': {
    drawn: drawn(labelPdf(outbound, '100x150')),
    page: 0,
    holds: [`Code128 ${itemCode}`, `QRCode ${itemCode}`],
  },
  'an outbound A6 label': {
    drawn: drawn(labelPdf(outbound, 'a6')),
    page: 0,
    holds: [`Code128 ${itemCode}`, `QRCode ${itemCode}`],
  },
  "the sender's copy of a waybill form": {
    drawn: drawn(waybillPdf(waybill)),
    page: 0,
    holds: [`Code128 ${reference}`, `QRCode ${trackingUrl}`],
  },
  "the office's copy of a waybill form": {
    drawn: drawn(waybillPdf(waybill)),
    page: 1,
    holds: [`Code128 ${reference}`],
  },
  'form 01': {
    drawn: drawn(receiptPdf(receipt)),
    page: 0,
    holds: [`Code128 ${officialCode}`, `QRCode ${officialCode}`],
  },
}

const views = {
  'held straight': [0, 0],
  'held askew': [10, 0],
  'held upright': [90, 0],
  'a little out of focus': [0, 0.8],
} as const

for (const [name, { drawn, page, holds }] of Object.entries(papers))
  for (const [how, [degrees, blur]] of Object.entries(views))
    test(`the codes on ${name} are read at 203 dpi, ${how}`, async t => {
      const picture = (await drawn())[page]
      t.deepEqual(picture && (await codes(picture, degrees, blur)), holds)
    })

const mm = (points: number) => (points * 25.4) / 72
const bars = async (label: Label, size: '100x150' | 'a6') => {
  const drawn = boxes(pageOrders(await labelPdf(label, size))[0] ?? '').map(box => ({
    x: mm(box.x),
    width: mm(box.width),
    height: mm(box.height),
  }))
  return drawn.filter(box => box.height > 12 && box.width < 2)
}

for (const size of ['100x150', 'a6'] as const)
  test(`a module of the bar code on a label ${size} is exactly 0.375 mm and begins on a dot of a 203 dpi printer`, async t => {
    const found = await bars(inbound, size)
    const widths = found.map(bar => bar.width / 0.375)
    t.is(found.length, 43)
    for (const width of widths) t.true(Math.abs(width - Math.round(width)) < 0.0001)
    t.is(Math.round(Math.min(...widths)), 1)
    for (const { x } of found) t.true(Math.abs(x / 0.125 - Math.round(x / 0.125)) < 0.0001)
    const [first, last] = [found[0], found.at(-1)]
    t.is(first && last && Math.round((last.x + last.width - first.x) / 0.375), 156)
  })

for (const size of ['100x150', 'a6'] as const)
  test(`the bars on a label ${size} have 10 modules free on either side and are at least 12.5 mm high`, async t => {
    const dots = 16
    const [picture] = await pictures(await labelPdf(outbound, size), dots)
    const [before = 0, ...rest] = picture ? runs(picture, 20 * dots) : []
    t.true(before >= 3.75 * dots && (rest.at(-1) ?? 0) >= 3.75 * dots)
    for (const { height } of await bars(outbound, size)) t.true(height >= 12.5 && height >= 0.15 * 58.5)
  })
