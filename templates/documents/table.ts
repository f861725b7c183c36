import { type Flow, room } from './flow.ts'
import { artifact, content, type Sheet, within } from './page.ts'
import { heightOf, put, type Style } from './write.ts'

/** A column: its heading, its share of the width and how its cells are set. */
export type Column = { head: string; share: number; align?: 'left' | 'center' | 'right' }

const pad = 2

/**
 * A table with ruled cells. It goes on over the page, with its heading again, and never breaks a row. `least` points high is
 * a row in which somebody has to write.
 */
export function table(flow: Flow, columns: Column[], rows: string[][], size: number, least = 0) {
  const widths = columns.map(column => column.share * flow.width)
  const grid = { columns, widths, size, least }
  const heading = columns.map(column => column.head)
  within(flow.sheet, 'Table', part => {
    const inner: Flow = { ...flow, sheet: part }
    room(inner, rowHeight(part, heading, grid, 'bold') + rowHeight(part, rows[0] ?? heading, grid))
    row(inner, heading, grid, 'TH')
    for (const cells of rows) {
      if (room(inner, rowHeight(part, cells, grid))) headingAgain(inner, heading, grid)
      row(inner, cells, grid, 'TD')
    }
    flow.y = inner.y + 4
  })
}

type Grid = { columns: Column[]; widths: number[]; size: number; least: number }

function row(flow: Flow, cells: string[], grid: Grid, tag: 'TH' | 'TD') {
  const bold = tag === 'TH'
  const height = rowHeight(flow.sheet, cells, grid, bold ? 'bold' : 'regular')
  frames(flow, grid, height)
  within(flow.sheet, 'TR', part => {
    eachCell(flow, cells, grid, bold, (text, place, style) =>
      content(part, tag, () => put(part, text, place, style), bold ? { scope: 'Column' } : {}),
    )
  })
  flow.y += height
}

// For the eye only: to a reader of the structure the table has one heading.
function headingAgain(flow: Flow, cells: string[], grid: Grid) {
  const height = rowHeight(flow.sheet, cells, grid, 'bold')
  frames(flow, grid, height)
  artifact(flow.sheet, () => eachCell(flow, cells, grid, true, (text, at, style) => put(flow.sheet, text, at, style)))
  flow.y += height
}

type Draw = (text: string, place: { x: number; y: number; width: number }, style: Style) => void

function eachCell({ x, y }: Flow, cells: string[], { columns, widths, size }: Grid, bold: boolean, draw: Draw) {
  let left = x
  cells.forEach((text, i) => {
    const width = widths[i] ?? 0
    const align = bold ? 'center' : (columns[i]?.align ?? 'left')
    draw(
      text,
      { x: left + pad, y: y + pad - 1.2, width: width - 2 * pad },
      { size, align, face: bold ? 'bold' : 'regular' },
    )
    left += width
  })
}

function frames(flow: Flow, { widths }: Grid, height: number) {
  const { doc } = flow.sheet
  artifact(flow.sheet, () => {
    let left = flow.x
    for (const width of widths) {
      doc.rect(left, flow.y, width, height)
      left += width
    }
    doc.lineWidth(0.5).stroke('black')
  })
}

function rowHeight(sheet: Sheet, cells: string[], { widths, size, least }: Grid, face: 'regular' | 'bold' = 'regular') {
  const heights = cells.map((text, i) => heightOf(sheet, text, (widths[i] ?? 0) - 2 * pad, { size, face }))
  return Math.max(Math.max(...heights) + 2 * pad - 1.4, face === 'regular' ? least : 0)
}
