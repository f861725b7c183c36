// The few marks a label is made of, placed in millimetres; text shrinks to its area.
import { artifact, mm, type Sheet } from './page.ts'
import { type Style, writeToFit } from './write.ts'

/** x, y, width, height in millimetres. */
export type Area = readonly [x: number, y: number, width: number, height: number]

/** Free on both sides of a label: thermal printers cut it off. */
export const labelMargin = 4

/** Text as large as its style says, or as its area lets it be. */
export function text(sheet: Sheet, words: string, area: Area, style: Style, tag = 'P') {
  if (!words) return
  const [x, y, width, height] = area
  const place = { x: mm(x), y: mm(y), width: mm(width), height: mm(height) }
  writeToFit(sheet, words, place, { leading: 1.15, ...style }, 5, tag)
}

/** White on black, for the one thing that must not be overlooked. */
export function inverse(sheet: Sheet, words: string, area: Area, size: number) {
  const [x, y, width, height] = area
  artifact(sheet, () => sheet.doc.rect(mm(x), mm(y), mm(width), mm(height)).fill('black'))
  const line = (size * 1.362 * 25.4) / 72
  const inside: Area = [x + 1, y + (height - line) / 2, width - 2, line]
  text(sheet, words, inside, { size, face: 'bold', align: 'center', colour: 'white' })
}

/** A frame around an area. */
export const frame = (sheet: Sheet, [x, y, width, height]: Area) =>
  artifact(sheet, () => sheet.doc.lineWidth(1).rect(mm(x), mm(y), mm(width), mm(height)).stroke('black'))

/** A line from margin to margin. */
export const rule = (sheet: Sheet, y: number, width: number) =>
  frame(sheet, [labelMargin, y, width - 2 * labelMargin, 0])
