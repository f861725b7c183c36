import { longTime } from '../../src/kit/time.ts'
import { code128Modules, drawCode128, drawQr, qrModules } from './bar-codes.ts'
import { weightWords } from './label.ts'
import { frame, inverse, labelMargin as margin, rule, text } from './label-draw.ts'
import { finish, newSheet, papers, type Sheet } from './page.ts'

type Unit = { name: string; number: string }

/** A sealed bag: where from and to, and what was said at the seal. Nothing about what is in it but how many. */
export type BagLabel = {
  code: string
  from: Unit
  to: Unit
  seal: string | null
  parcels: number
  weightGrams: number | null
  sealedAt: Date
  /** 0 for the first print, n for the n-th reprint. */
  reprint: number
  madeAt: Date
}

/** One dot of a 203 dpi printer is 0.125 mm: three of them, never two and a half. */
const module = 0.375
const [width, height] = papers['100x150']
const room = width - 2 * margin

/** A bag's label as PDF, as large as a parcel's. */
export function bagLabelPdf(label: BagLabel): Promise<Buffer> {
  const sheet = newSheet('100x150', `Nhãn túi thư ${label.code}`, label.madeAt)
  sheet.doc.addPage()
  drawTop(sheet, label)
  drawCode(sheet, label.code)
  drawDestination(sheet, label)
  drawSeal(sheet, label)
  drawFoot(sheet, label)
  return finish(sheet)
}

function drawTop(sheet: Sheet, { reprint }: BagLabel) {
  text(sheet, 'BƯU CHÍNH CÔNG ÍCH', [margin, 4.4, 34, 5], { size: 8.5, face: 'bold' })
  if (reprint > 0) {
    const x = width - margin - 55.5
    frame(sheet, [x, 3.5, 24, 6])
    text(sheet, `BẢN IN LẠI ${reprint}`, [x + 0.5, 4.2, 23, 5], { size: 9, face: 'bold', align: 'center' })
  }
  inverse(sheet, 'TÚI THƯ', [width - margin - 30, 3.5, 30, 6], 10)
}

/** On whole dots, so that a thermal printer does not have to round one bar and not the next. */
function drawCode(sheet: Sheet, code: string) {
  const x = Math.round((width - code128Modules(code) * module) / 2 / 0.125) * 0.125
  drawCode128(sheet, code, { x, y: 12, module, height: 20 })
  text(sheet, grouped(code), [margin, 32.5, room, 8], { size: 17, face: 'bold', align: 'center' })
  rule(sheet, 41.5, width)
}

/** As it is read aloud: whose it is, the day, and which of that day. */
const grouped = (code: string) => code.replace(/^(TT)(\d{6})(\d{6})(\d{4})$/, '$1 $2 $3 $4')

function drawDestination(sheet: Sheet, { code, to }: BagLabel) {
  const side = qrModules(code)
  drawQr(sheet, code, { x: width - margin - side - 2, y: 47, module: 1 })
  text(sheet, 'NƠI NHẬN TÚI', [margin, 43.5, room - side - 7, 5], { size: 9.5 })
  text(sheet, to.number, [margin, 47.5, room - side - 7, 22], { size: 49, face: 'bold' }, 'H1')
  text(sheet, to.name, [margin, 73.5, room, 24], { size: 27, face: 'bold' })
}

function drawSeal(sheet: Sheet, { seal, parcels, weightGrams }: BagLabel) {
  rule(sheet, 99, width)
  text(sheet, 'NIÊM PHONG SỐ', [margin, 100.5, room / 2, 5], { size: 9.5 })
  text(sheet, seal ?? 'không ghi', [margin, 105, room, 10], { size: 21, face: 'bold' })
  text(sheet, 'SỐ BƯU GỬI', [margin, 117, 30, 5], { size: 9.5 })
  text(sheet, String(parcels), [margin, 121, 30, 12], { size: 27, face: 'bold' })
  text(sheet, weightWords(weightGrams), [margin + 34, 123.5, room - 34, 8], { size: 15, face: 'bold' })
}

function drawFoot(sheet: Sheet, { from, sealedAt }: BagLabel) {
  rule(sheet, height - 13.5, width)
  text(sheet, `Từ: ${from.number} – ${from.name}`, [margin, height - 12.8, room, 5], { size: 10, face: 'bold' })
  text(sheet, `Niêm phong: ${longTime(sealedAt)}`, [margin, height - 8, room, 5], { size: 10 })
}
