import { localDate, shortDate } from '../../src/kit/time.ts'
import { inWords } from './amounts.ts'
import { groupedItemCode } from './code-groups.ts'
import { collectWords, type InboundLabel, type Label, type OutboundLabel, weightWords } from './label.ts'
import { printable } from './page.ts'

/** Field data under `^FH`: what could end a field or begin a command is written as hexadecimal, so a name stays a name. */
export const zplText = (text: string) =>
  printable(text).replace(/[\^~\\_]/g, sign => `_${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** The same label in ZPL for a 203 dpi printer, 100 x 150 mm. Its font 0 must hold Vietnamese; where it does not, print the PDF. */
export function labelZpl(label: Label): string {
  const place = label.kind === 'inbound' ? unit(label) : receiver(label)
  return ['^XA', '^CI28', '^PW800', '^LL1200', '^LH0,0', ...top(label), ...place, ...foot(label), '^XZ'].join('\n')
}

const top = (label: Label) => [
  words('BƯU CHÍNH CÔNG ÍCH', 32, 36, 300, 26, 1),
  ...(label.reprint > 0 ? [words(`BẢN IN LẠI ${label.reprint}`, 340, 36, 220, 26, 1)] : []),
  words(label.kind === 'inbound' ? 'ĐẾN CÔNG AN' : 'PHÁT TẬN TAY', 560, 36, 210, 28, 1),
  // 156 modules of 3 dots are 468: the bars stand in the middle of 800 with more than 10 modules free on both sides.
  `^FO166,96^BY3,3,136^BCN,136,N,N,N,A^FH^FD${zplText(label.itemCode)}^FS`,
  words(groupedItemCode(label.itemCode), 32, 244, 736, 56, 1, 'C'),
  line(308),
  `^FO592,330^BQN,2,8^FH^FDMA,${zplText(label.itemCode)}^FS`,
  words(label.to.number, 32, 380, 530, 136, 1),
]

const unit = ({ to }: InboundLabel) => [
  words('NƠI ĐẾN – CÔNG AN', 32, 326, 530, 30, 1),
  line(540),
  words(to.name, 32, 560, 736, 66, 5),
  words(to.address, 32, 880, 736, 36, 2),
  words('Giao cho đơn vị, không giao cho cá nhân', 32, 990, 736, 36, 1, 'C'),
]

const receiver = ({ to, receiver, collect }: OutboundLabel) => [
  words('BƯU CỤC PHÁT', 32, 326, 530, 30, 1),
  words(to.name, 32, 540, 736, 50, 2),
  line(650),
  words('NGƯỜI NHẬN', 32, 664, 736, 28, 1),
  words(receiver.name, 32, 698, 736, 50, 2),
  words(receiver.address, 32, 802, 736, 36, 3),
  words(`Điện thoại: ${receiver.phone}`, 32, 916, 736, 44, 1),
  '^FO32,966^GB736,74,3^FS',
  words(collectWords(collect), 40, 980, 720, 52, 1, 'C'),
  words(inWords(collect), 32, 1050, 736, 26, 1, 'C'),
]

const foot = (label: Label) => [
  line(1092),
  words(`Từ: ${label.from.number} – ${label.from.name}`, 32, 1104, 736, 30, 1),
  words(weightWords(label.weightGrams), 32, 1146, 360, 28, 1),
  words(`Ngày: ${shortDate(localDate(label.madeAt))}`, 400, 1146, 368, 28, 1, 'R'),
]

/** A block at x, y in dots: as wide as said, `height` a line, no more than `lines` lines. */
const words = (text: string, x: number, y: number, width: number, height: number, lines: number, align = 'L') =>
  `^FO${x},${y}^A0N,${height},${height}^FB${width},${lines},0,${align}^FH^FD${zplText(text)}^FS`

const line = (y: number) => `^FO32,${y}^GB736,3,3^FS`
