import test from 'ava'
import { labelPdf } from '../../templates/documents/label.ts'
import { receiptPdf } from '../../templates/documents/receipt.ts'
import { waybillPdf } from '../../templates/documents/waybill.ts'
import { codes, pictures, runs } from './paper.ts'
import { inbound, itemCode, officialCode, outbound, receipt, reference, trackingUrl, waybill } from './samples.ts'

const papers = {
  'an inbound label of 100 x 150': {
    pdf: labelPdf(inbound, '100x150'),
    page: 0,
    holds: [`Code128 ${itemCode}`, `QRCode ${itemCode}`],
  },
  'an inbound A6 label': {
    pdf: labelPdf(inbound, 'a6'),
    page: 0,
    holds: [`Code128 ${itemCode}`, `QRCode ${itemCode}`],
  },
  'an outbound label of 100 x 150': {
    pdf: labelPdf(outbound, '100x150'),
    page: 0,
    holds: [`Code128 ${itemCode}`, `QRCode ${itemCode}`],
  },
  'an outbound A6 label': {
    pdf: labelPdf(outbound, 'a6'),
    page: 0,
    holds: [`Code128 ${itemCode}`, `QRCode ${itemCode}`],
  },
  "the sender's copy of a waybill form": {
    pdf: waybillPdf(waybill),
    page: 0,
    holds: [`Code128 ${reference}`, `QRCode ${trackingUrl}`],
  },
  "the office's copy of a waybill form": { pdf: waybillPdf(waybill), page: 1, holds: [`Code128 ${reference}`] },
  'form 01': { pdf: receiptPdf(receipt), page: 0, holds: [`Code128 ${officialCode}`, `QRCode ${officialCode}`] },
}

const views = {
  'held straight': [0, 0],
  'held askew': [10, 0],
  'held upright': [90, 0],
  'a little out of focus': [0, 0.8],
} as const

for (const [name, { pdf, page, holds }] of Object.entries(papers))
  for (const [how, [degrees, blur]] of Object.entries(views))
    test(`the codes on ${name} are read at 203 dpi, ${how}`, async t => {
      const picture = (await pictures(await pdf))[page]
      t.deepEqual(picture && (await codes(picture, degrees, blur)), holds)
    })

const fine = 32

for (const size of ['100x150', 'a6'] as const)
  test(`a module of the bar code on a label ${size} is exactly 0.375 mm, with 10 modules free on either side`, async t => {
    const [picture] = await pictures(await labelPdf(inbound, size), fine)
    if (!picture) return t.fail()
    const [before = 0, ...bars] = runs(picture, 20 * fine)
    const after = bars.pop() ?? 0
    t.deepEqual(
      bars.filter(run => run % (0.375 * fine) !== 0),
      [],
    )
    t.is(Math.min(...bars), 0.375 * fine)
    t.is(
      bars.reduce((sum, run) => sum + run, 0),
      156 * 0.375 * fine,
    )
    t.true(Math.min(before, after) >= 3.75 * fine)
    t.is((before / fine) % 0.125, 0, 'the first bar begins on a dot of a 203 dpi printer')
  })

test('the bars on a label are at least 12.5 mm high and 15 % of their width', async t => {
  const [picture] = await pictures(await labelPdf(outbound, '100x150'), fine)
  if (!picture) return t.fail()
  const inFirstBar = Math.round((20.75 + 0.3) * fine)
  const column = {
    width: picture.height,
    height: 1,
    pixels: Uint8Array.from({ length: picture.height }, (_, y) => picture.pixels[y * picture.width + inFirstBar] ?? 0),
  }
  const bar = runs(column, 0, 11 * fine, 30 * fine)[1] ?? 0
  t.true(bar >= 12.5 * fine)
  t.true(bar >= 0.15 * 156 * 0.375 * fine)
})
