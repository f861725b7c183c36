// What a PDF itself says it draws, read from its bytes without the library that wrote them.
import { inflateSync } from 'node:zlib'

/** A stretch of text: where its baseline begins and how long it is, in points from the lower left. */
export type Line = { x: number; y: number; size: number; width: number }
export type Box = { x: number; y: number; width: number; height: number }

/** The drawing orders of each page, in order. */
export function pageOrders(pdf: Buffer): string[] {
  const file = pdf.toString('latin1')
  return [...file.matchAll(/\/Type \/Page\n[\s\S]*?\/Contents (\d+) 0 R/g)].map(([, id]) =>
    stream(pdf, file, Number(id)),
  )
}

function stream(pdf: Buffer, file: string, id: number): string {
  const object = file.indexOf(`\n${id} 0 obj\n`)
  const start = file.indexOf('stream\n', object) + 'stream\n'.length
  return inflateSync(pdf.subarray(start, file.indexOf('\nendstream', start))).toString('latin1')
}

/** Every rectangle of a page, in points. */
export const boxes = (orders: string): Box[] =>
  [...orders.matchAll(/([\d.-]+) ([\d.-]+) ([\d.-]+) ([\d.-]+) re\n/g)].map(([, x, y, width, height]) => ({
    x: Number(x),
    y: Number(y),
    width: Number(width),
    height: Number(height),
  }))

/** Every stretch of text of a page, with its length computed from the widths in the embedded fonts. */
export function lines(pdf: Buffer, orders: string): Line[] {
  const widths = fontWidths(pdf.toString('latin1'))
  const found: Line[] = []
  let font = ''
  let size = 0
  let at = { x: 0, y: 0 }
  for (const [, tmX, tmY, name, points, glyphs] of orders.matchAll(
    /1 0 0 1 ([\d.-]+) ([\d.-]+) Tm|\/(F\d+) ([\d.]+) Tf|\[(<.*>.*)\] TJ/g,
  )) {
    if (tmX && tmY) at = { x: Number(tmX), y: Number(tmY) }
    if (name && points) [font, size] = [name, Number(points)]
    if (glyphs) found.push({ ...at, size, width: (length(glyphs, widths.get(font) ?? []) * size) / 1000 })
  }
  return found
}

function length(glyphs: string, widths: number[]): number {
  let sum = 0
  for (const [, hex, back] of glyphs.matchAll(/<([0-9a-f]+)>|(-?[\d.]+)/g)) {
    if (back) sum -= Number(back)
    for (const [glyph] of (hex ?? '').matchAll(/.{4}/g)) sum += widths[Number.parseInt(glyph, 16)] ?? 0
  }
  return sum
}

function fontWidths(file: string): Map<string, number[]> {
  const found = new Map<string, number[]>()
  for (const [, name, id] of file.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
    const descendant = object(file, id).match(/\/DescendantFonts \[(\d+) 0 R\]/)?.[1]
    const list = object(file, descendant).match(/\/W \[0 \[([^\]]*)\]/)?.[1] ?? ''
    if (name) found.set(name, list.split(' ').map(Number))
  }
  return found
}

function object(file: string, id: string | undefined): string {
  const start = file.indexOf(`\n${id} 0 obj\n`)
  return file.slice(start, file.indexOf('endobj', start))
}

/** Pairs of lines that stand on each other: side by side in the same row is well, one over the other needs most of its size. */
export const collisions = (page: Line[]): [Line, Line][] =>
  page.flatMap((upper, i) =>
    page.slice(i + 1).flatMap(lower => (collide(upper, lower) ? [[upper, lower] as [Line, Line]] : [])),
  )

function collide(a: Line, b: Line): boolean {
  const across = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)
  const lower = a.y < b.y ? a : b
  return across > 1 && Math.abs(a.y - b.y) < 0.95 * lower.size
}
