// Text on a page: measured first, wrapped always, shrunk where the place is fixed.
import type { Face } from './fonts.ts'
import { content, printable, type Sheet } from './page.ts'

export type Style = {
  size: number
  face?: Face
  align?: 'left' | 'center' | 'right'
  colour?: string
  leading?: number
}
export type Place = { x: number; y: number; width: number }
type Fixed = Place & { height: number }
export type Run = { text: string; face?: Face }

// Noto Sans asks for 1.36 of its size a line; forms on A5 read well at 1.2.
const lineGap = (style: Style) => style.size * ((style.leading ?? 1.2) - 1.362)

const choose = ({ doc }: Sheet, style: Style) => doc.font(style.face ?? 'regular', style.size)
const dress = (sheet: Sheet, style: Style) => choose(sheet, style).fillColor(style.colour ?? 'black')

/** How high the text stands in a column of this width. */
export function heightOf(sheet: Sheet, text: string, width: number, style: Style): number {
  return choose(sheet, style).heightOfString(printable(text) || ' ', { width, lineGap: lineGap(style) })
}

/** Writes a paragraph, wrapped to its place, and answers the y below it. */
export function write(sheet: Sheet, text: string, place: Place, style: Style, tag = 'P'): number {
  content(sheet, tag, () => put(sheet, text, place, style))
  return place.y + heightOf(sheet, text, place.width, style)
}

/** The same letters without an element of their own: for the inside of a cell, a figure or an artifact. */
export function put(sheet: Sheet, text: string, { x, y, width }: Place, style: Style) {
  dress(sheet, style).text(printable(text), x, y, { width, align: style.align ?? 'left', lineGap: lineGap(style) })
}

/** Writes into a place of fixed height: as large as `style.size`, smaller when the text is long, never below `smallest`. */
export function writeToFit(sheet: Sheet, text: string, place: Fixed, style: Style, smallest = 5, tag = 'P'): number {
  const sized = { ...style, size: largestSize(sheet, text, place, style, smallest) }
  return write(sheet, cut(sheet, text, place, sized), place, sized, tag)
}

function largestSize(sheet: Sheet, text: string, place: Fixed, style: Style, smallest: number) {
  let size = style.size
  while (size > smallest && !fitsAt(sheet, text, place, { ...style, size })) size -= 0.5
  return Math.max(size, smallest)
}

function fitsAt(sheet: Sheet, text: string, place: Fixed, style: Style) {
  choose(sheet, style)
  // A word broken in the middle is a failure too: better all of it, smaller.
  const longest = Math.max(
    ...printable(text)
      .split(' ')
      .map(word => sheet.doc.widthOfString(word)),
  )
  return longest <= place.width && heightOf(sheet, text, place.width, style) <= place.height
}

// Past the smallest size the end is left out and said to be: a cut line misleads less than two lines on top of each other.
function cut(sheet: Sheet, text: string, place: Fixed, style: Style): string {
  let kept = printable(text)
  while (kept.length > 1 && heightOf(sheet, kept, place.width, style) > place.height)
    kept = `${kept.slice(0, Math.ceil((kept.length - 1) * 0.97) - 1)}…`
  return kept
}

/** Writes one paragraph in several faces (`Địa chỉ: ` light, the address bold) and answers the y below it. */
export function writeRuns(sheet: Sheet, runs: Run[], { x, y, width }: Place, style: Style): number {
  content(sheet, 'P', () => {
    runs.forEach((run, i) => {
      dress(sheet, { ...style, ...run })
      const how = { width, align: style.align ?? 'left', lineGap: lineGap(style), continued: i < runs.length - 1 }
      if (i === 0) sheet.doc.text(printable(run.text), x, y, how)
      else sheet.doc.text(printable(run.text), how)
    })
  })
  return sheet.doc.y
}

/** An upper bound of what `writeRuns` needs: all of it in bold. */
export const heightOfRuns = (sheet: Sheet, runs: Run[], width: number, style: Style) =>
  heightOf(sheet, runs.map(run => run.text).join(''), width, { ...style, face: 'bold' })
