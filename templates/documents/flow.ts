// Running text down one page and on to the next: the forms are written with it, the labels are not.
import { artifact, mm, type Paper, papers, type Sheet } from './page.ts'
import { heightOf, heightOfRuns, put, type Run, type Style, write, writeRuns } from './write.ts'

/** Where the next line goes. `y` moves down as things are written, and back up when a page is turned. */
export type Flow = {
  readonly sheet: Sheet
  readonly x: number
  readonly width: number
  readonly top: number
  readonly bottom: number
  y: number
}

const margin = mm(10)
const top = mm(7)
// Below the text stand the page number and the name of the form.
const footer = mm(5)

/** Turns to a fresh page and answers the column to write in. */
export function startFlow(sheet: Sheet, paper: Paper): Flow {
  const [width, height] = papers[paper]
  sheet.doc.addPage()
  return { sheet, x: margin, width: mm(width) - 2 * margin, top, bottom: mm(height) - mm(5) - footer, y: top }
}

/** Makes sure that `height` points are free, on this page or on a new one; answers whether a page was turned. */
export function room(flow: Flow, height: number): boolean {
  if (flow.y + height <= flow.bottom) return false
  flow.sheet.doc.addPage()
  flow.y = flow.top
  return true
}

/** The same column on another sheet or part of the structure, inset from both sides. */
export const inset = (flow: Flow, left: number, width: number): Flow => ({ ...flow, x: flow.x + left, width })

/** One paragraph, and a little air below it. */
export function paragraph(flow: Flow, text: string, style: Style, after = 3, tag = 'P') {
  room(flow, heightOf(flow.sheet, text, flow.width, style))
  flow.y = write(flow.sheet, text, flow, style, tag) + after
}

/** `1. Tên: giá trị` with the value in bold; an empty value leaves dots to write on. */
export function field(flow: Flow, label: string, value: string, size: number, after = 2.5) {
  const runs: Run[] = [{ text: `${label}: ` }, { text: value || '…………………………', face: 'bold' }]
  room(flow, heightOfRuns(flow.sheet, runs, flow.width, { size }))
  flow.y = writeRuns(flow.sheet, runs, flow, { size }) + after
}

/** Writes `text` and `Trang 1/2` below every page from the number `from` to the last one drawn. */
export function numberPages(flow: Flow, text: string, from = 0) {
  const { doc } = flow.sheet
  const { count } = doc.bufferedPageRange()
  for (let page = from; page < count; page++) {
    doc.switchToPage(page)
    const place = { x: flow.x, y: flow.bottom + 3, width: flow.width }
    artifact(flow.sheet, () => {
      put(flow.sheet, text, place, { size: 7 })
      put(flow.sheet, `Trang ${page - from + 1}/${count - from}`, place, { size: 7, align: 'right' })
    })
  }
}
