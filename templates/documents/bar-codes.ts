import bwip from 'bwip-js'
import { content, mm, type Sheet } from './page.ts'

/** Where a code begins (its first dark module, without the quiet zone) and how wide one module is, all in millimetres. */
type Spot = { x: number; y: number; module: number }

/** Widths in modules, alternately dark and light, beginning and ending dark. */
function code128Widths(text: string): number[] {
  const [symbol] = bwip.raw({ bcid: 'code128', text })
  if (!symbol || !('sbs' in symbol)) throw new Error('code 128 gave no bars')
  return symbol.sbs
}

/** How wide the bars of this text are, in modules; leave 10 more on either side. */
export const code128Modules = (text: string) => code128Widths(text).reduce((sum, width) => sum + width, 0)

/** Draws Code 128 as vectors, so that a module is exactly what was asked for on any printer. `height` in millimetres. */
export function drawCode128(sheet: Sheet, text: string, spot: Spot & { height: number }) {
  const draw = () => {
    let at = 0
    code128Widths(text).forEach((width, i) => {
      if (i % 2 === 0) bar(sheet, spot.x + at * spot.module, spot.y, width * spot.module, spot.height)
      at += width
    })
    sheet.doc.fill('black')
  }
  const width = code128Modules(text) * spot.module
  figure(sheet, draw, `Mã vạch: ${text}`, { ...spot, width, height: spot.height })
}

/** How many modules a side of this QR code has; leave 4 more on every side. */
export const qrModules = (text: string) => matrix(text).pixx

/** Draws a QR code as vectors and answers its side in millimetres. `alt` says what it holds to those who cannot see it. */
export function drawQr(sheet: Sheet, text: string, spot: Spot, alt = `Mã QR: ${text}`): number {
  const { pixs, pixx, pixy } = matrix(text)
  const draw = () => {
    for (let row = 0; row < pixy; row++)
      for (const [from, length] of darkRuns(pixs.slice(row * pixx, (row + 1) * pixx)))
        bar(sheet, spot.x + from * spot.module, spot.y + row * spot.module, length * spot.module, spot.module)
    sheet.doc.fill('black')
  }
  const side = pixx * spot.module
  figure(sheet, draw, alt, { ...spot, width: side, height: side })
  return side
}

function matrix(text: string) {
  const [symbol] = bwip.raw({ bcid: 'qrcode', text, eclevel: 'M' } as Parameters<typeof bwip.raw>[0])
  if (!symbol || !('pixs' in symbol)) throw new Error('qr code gave no modules')
  return symbol
}

// Runs, not single squares: printers leave hairlines between squares that only touch.
function darkRuns(row: number[]): [from: number, length: number][] {
  const runs: [number, number][] = []
  row.forEach((dark, i) => {
    const last = runs.at(-1)
    if (dark && last && last[0] + last[1] === i) last[1]++
    else if (dark) runs.push([i, 1])
  })
  return runs
}

const bar = ({ doc }: Sheet, x: number, y: number, width: number, height: number) =>
  doc.rect(mm(x), mm(y), mm(width), mm(height))

type Area = { x: number; y: number; width: number; height: number }

function figure(sheet: Sheet, draw: () => void, alt: string, { x, y, width, height }: Area) {
  const bbox: [number, number, number, number] = [mm(x), mm(y), mm(x + width), mm(y + height)]
  content(sheet, 'Figure', draw, { alt, placement: 'Block', bbox })
}
