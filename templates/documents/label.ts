import { dong } from '../../src/kit/money.ts'
import { localDate, shortDate } from '../../src/kit/time.ts'
import { inWords, type Money } from './amounts.ts'
import { code128Modules, drawCode128, drawQr, qrModules } from './bar-codes.ts'
import { groupedItemCode } from './code-groups.ts'
import { frame, inverse, labelMargin as margin, rule, text } from './label-draw.ts'
import { finish, newSheet, papers, type Sheet } from './page.ts'

/** A unit and the 6 digits the post sorts by. */
type Unit = { name: string; number: string }

type Parcel = {
  itemCode: string
  /** The post office that sends. */
  from: Unit
  weightGrams: number | null
  madeAt: Date
  /** 0 for the first print, n for the n-th reprint. */
  reprint: number
}

/** To a police unit, and nothing about any person. */
export type InboundLabel = Parcel & { kind: 'inbound'; to: Unit & { address: string } }

/** To a receiver through a post office; it must reach the door even where no device works. */
export type OutboundLabel = Parcel & {
  kind: 'outbound'
  to: Unit
  receiver: { name: string; address: string; phone: string }
  /** Its note stays off the label: the rule that gave a fee tells the procedure. */
  collect: Money
}

export type Label = InboundLabel | OutboundLabel

/** One dot of a 203 dpi printer is 0.125 mm: three of them, never two and a half. */
const module = 0.375
const parcelNature = 'BƯU CHÍNH CÔNG ÍCH'

/** What the label says about money: never a silent nothing. */
export const collectWords = ({ amount }: Money) =>
  amount === 0 ? 'KHÔNG THU TIỀN' : amount === null ? 'HỎI BƯU CỤC SỐ TIỀN THU' : `THU ${dong(amount)}`

/** `Khối lượng: 120 g`, or that nobody weighed it. */
export const weightWords = (grams: number | null) => `Khối lượng: ${grams === null ? 'chưa cân' : `${grams} g`}`

/** A parcel label as PDF. Never procedure, field, identity number or lookup code (domain: labels). */
export function labelPdf(label: Label, size: '100x150' | 'a6'): Promise<Buffer> {
  const sheet = newSheet(size, `Nhãn bưu gửi ${groupedItemCode(label.itemCode)}`, label.madeAt)
  const [width, height] = papers[size]
  sheet.doc.addPage()
  drawTop(sheet, label, width)
  drawItemCode(sheet, label.itemCode, width)
  drawDestination(sheet, label, width)
  if (label.kind === 'inbound') drawUnit(sheet, label, width, height)
  else drawReceiver(sheet, label, width, height)
  drawFoot(sheet, label, width, height)
  return finish(sheet)
}

function drawTop(sheet: Sheet, label: Label, width: number) {
  text(sheet, parcelNature, [margin, 4.4, 34, 5], { size: 8.5, face: 'bold' })
  if (label.reprint > 0) {
    const x = width - margin - 55.5
    frame(sheet, [x, 3.5, 24, 6])
    text(sheet, `BẢN IN LẠI ${label.reprint}`, [x + 0.5, 4.2, 23, 5], { size: 9, face: 'bold', align: 'center' })
  }
  const kind = label.kind === 'inbound' ? 'ĐẾN CÔNG AN' : 'PHÁT TẬN TAY'
  inverse(sheet, kind, [width - margin - 30, 3.5, 30, 6], 10)
}

function drawItemCode(sheet: Sheet, code: string, width: number) {
  // On whole dots, so that a thermal printer does not have to round one bar and not the next.
  const x = Math.round((width - code128Modules(code) * module) / 2 / 0.125) * 0.125
  drawCode128(sheet, code, { x, y: 12, module, height: 17 })
  text(sheet, groupedItemCode(code), [margin, 29.5, width - 2 * margin, 8], { size: 18, face: 'bold', align: 'center' })
  rule(sheet, 38.5, width)
}

function drawDestination(sheet: Sheet, label: Label, width: number) {
  const side = qrModules(label.itemCode)
  drawQr(sheet, label.itemCode, { x: width - margin - side - 2, y: 43, module: 1 })
  const room = width - 2 * margin - side - 7
  text(sheet, label.kind === 'inbound' ? 'NƠI ĐẾN – CÔNG AN' : 'BƯU CỤC PHÁT', [margin, 40, room, 5], { size: 9.5 })
  text(sheet, label.to.number, [margin, 43.5, room, 22], { size: 49, face: 'bold' }, 'H1')
}

function drawUnit(sheet: Sheet, { to }: InboundLabel, width: number, height: number) {
  const room = width - 2 * margin
  rule(sheet, 68.5, width)
  text(sheet, to.name, [margin, 70, room, height - 113], { size: 27, face: 'bold' })
  text(sheet, to.address, [margin, height - 41, room, 12], { size: 13 })
  inverse(sheet, 'Giao cho đơn vị, không giao cho cá nhân', [margin, height - 27, room, 8], 12)
}

function drawReceiver(sheet: Sheet, { to, receiver, collect }: OutboundLabel, width: number, height: number) {
  const room = width - 2 * margin
  text(sheet, to.name, [margin, 66, room, 13], { size: 21, face: 'bold' })
  rule(sheet, 79.7, width)
  text(sheet, 'NGƯỜI NHẬN', [margin, 80.6, room, 5], { size: 9.5 })
  text(sheet, receiver.name, [margin, 85.3, room, 9.5], { size: 19, face: 'bold' })
  text(sheet, receiver.address, [margin, 95, room, height - 132], { size: 13 })
  text(sheet, `Điện thoại: ${receiver.phone}`, [margin, height - 36.5, room, 7], { size: 15, face: 'bold' })
  inverse(sheet, collectWords(collect), [margin, height - 28.5, room, 9], 18)
  text(sheet, inWords(collect), [margin, height - 19, room, 5], { size: 9.5, align: 'center' })
}

function drawFoot(sheet: Sheet, label: Label, width: number, height: number) {
  const room = width - 2 * margin
  rule(sheet, height - 13.5, width)
  const { from } = label
  text(sheet, `Từ: ${from.number} – ${from.name}`, [margin, height - 12.8, room, 5], { size: 10, face: 'bold' })
  text(sheet, weightWords(label.weightGrams), [margin, height - 8, room / 2, 5], { size: 10 })
  const date = `Ngày: ${shortDate(localDate(label.madeAt))}`
  text(sheet, date, [margin + room / 2, height - 8, room / 2, 5], { size: 10, align: 'right' })
}
