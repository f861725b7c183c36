// What the forms of the one-stop desk have in common: the heading in two columns, the title, the signatures.
import { localDate } from '../../src/kit/time.ts'
import { code128Modules, drawCode128 } from './bar-codes.ts'
import { codeInWords } from './code-groups.ts'
import { type Flow, inset, paragraph, room } from './flow.ts'
import { artifact, content, inMm, mm, type Sheet } from './page.ts'
import { heightOf, put, type Style, write } from './write.ts'

/** The rules a dossier was received under: TT 01/2018/TT-VPCP or TT 03/2025/TT-VPCP. */
export type FormSet = '2018' | '2025'

/** What every form says of itself. */
export type FormHeading = {
  formSet: FormSet
  /** `CÔNG AN TỈNH ĐẮK NÔNG` */
  parentBody: string
  /** The unit that issues it, bold and underlined. */
  unit: string
  /** With its symbol, `12/TNHS`. Empty: dots to write on. */
  number: string
  place: string
  madeAt: Date
  /** 0 for the first print, n for the n-th reprint. */
  reprint: number
}

const circulars: Record<FormSet, string> = { '2018': 'TT 01/2018/TT-VPCP', '2025': 'TT 03/2025/TT-VPCP' }

/** `Mẫu số 01 – TT 01/2018/TT-VPCP` */
export const formName = (number: string, formSet: FormSet) => `Mẫu số ${number} – ${circulars[formSet]}`

/** `ngày 23 tháng 11 năm 2026` */
export function dateInWords(at: Date) {
  const [year, month, date] = localDate(at).split('-')
  return `ngày ${date} tháng ${month} năm ${year}`
}

/** The common heading: body, unit and number on the left; the state, its motto, place and date on the right. */
export function formHeading(flow: Flow, heading: FormHeading) {
  const gap = mm(4)
  const left = inset(flow, 0, flow.width * 0.43)
  const right = inset(flow, left.width + gap, flow.width - left.width - gap)
  centred(left, heading.parentBody, { size: 8 })
  underlined(left, heading.unit)
  centred(left, `Số: ${heading.number || '…………………'}`, { size: 8.5 })
  centred(right, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { size: 8.2, face: 'bold' })
  underlined(right, 'Độc lập - Tự do - Hạnh phúc')
  centred(right, `${heading.place}, ${dateInWords(heading.madeAt)}`, { size: 8.5, face: 'italic' })
  flow.y = Math.max(left.y, right.y) + 7
  reprintMark(flow, heading.reprint)
}

/** `BẢN IN LẠI 2` in a frame on a line of its own; nothing on a first print. */
export function reprintMark(flow: Flow, reprint: number) {
  if (reprint === 0) return
  const width = Math.min(mm(32), flow.width)
  const x = flow.x + (flow.width - width) / 2
  artifact(flow.sheet, () => flow.sheet.doc.lineWidth(1).rect(x, flow.y, width, 15).stroke('black'))
  write(flow.sheet, `BẢN IN LẠI ${reprint}`, { x, y: flow.y + 1.5, width }, { size: 9, face: 'bold', align: 'center' })
  flow.y += 19
}

/** The name of the form, in the middle. */
export function title(flow: Flow, words: string, below = '') {
  paragraph(flow, words, { size: 13.5, face: 'bold', align: 'center' }, below ? 1 : 6, 'H1')
  if (below) paragraph(flow, below, { size: 8.5, face: 'italic', align: 'center' }, 5)
}

/** A code as bars, with what it is and its characters below, in the middle of the column. */
export function codeInBars(flow: Flow, code: string, words = codeInWords(code)) {
  const modules = code128Modules(code)
  // The official code is long: at 0.375 mm its bars would have to be a hand high.
  const module = modules > 200 ? 0.3 : 0.375
  const height = barHeight(modules * module)
  room(flow, mm(height) + 16)
  drawCode128(flow.sheet, code, {
    x: inMm(flow.x + flow.width / 2) - (modules * module) / 2,
    y: inMm(flow.y),
    module,
    height,
  })
  flow.y += mm(height) + 1
  paragraph(flow, words, { size: 10.5, face: 'bold', align: 'center' }, 4)
}

/** High enough for a reader held 10 degrees askew to cross every bar. Millimetres. */
export const barHeight = (width: number) => Math.max(12.5, 0.19 * width)

/** One who signs: the role in capitals and the name below the space for the signature; an empty name leaves the space. */
export type Signature = { role: string; name: string }

const signingSpace = mm(12)

/** How much room the signatures take: for what must not stand on another page than they do. */
export function signaturesHeight(flow: Flow, signing: Signature[]): number {
  const names = signing.map(({ name }) => heightOf(flow.sheet, name, flow.width / 2 - 8, { size: 9.5, face: 'bold' }))
  return 26 + signingSpace + Math.max(...names)
}

/** Signatures side by side, never separated from their names by the end of a page. One alone stands on the right. */
export function signatures(flow: Flow, signing: Signature[]) {
  room(flow, signaturesHeight(flow, signing))
  const width = flow.width / 2
  const top = flow.y + 5
  signing.forEach(({ role, name }, i) => {
    const column = { ...inset(flow, (i + 2 - signing.length) * width + 4, width - 8), y: top }
    centred(column, role, { size: 9, face: 'bold' })
    centred(column, '(Ký, ghi rõ họ tên)', { size: 8, face: 'italic' })
    column.y += signingSpace
    centred(column, name, { size: 9.5, face: 'bold' })
    flow.y = Math.max(flow.y, column.y)
  })
}

function centred(flow: Flow, text: string, style: Style) {
  flow.y = write(flow.sheet, text, flow, { align: 'center', ...style })
}

// Drawn, not underlined letter by letter: the rule is short, as on official paper, and no content.
function underlined(flow: Flow, text: string) {
  const style: Style = { size: 8.5, face: 'bold', align: 'center' }
  content(flow.sheet, 'P', () => put(flow.sheet, text, flow, style))
  flow.y += heightOf(flow.sheet, text, flow.width, style)
  const length = Math.min(flow.sheet.doc.widthOfString(text.normalize('NFC')), flow.width)
  shortRule(flow.sheet, flow.x + (flow.width - length) / 2, flow.y, length)
  flow.y += 2.5
}

const shortRule = (sheet: Sheet, x: number, y: number, length: number) =>
  artifact(sheet, () =>
    sheet.doc
      .lineWidth(0.7)
      .moveTo(x, y)
      .lineTo(x + length, y)
      .stroke('black'),
  )
