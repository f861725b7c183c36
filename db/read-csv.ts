import { readFile } from 'node:fs/promises'
import path from 'node:path'
import * as csv from '../src/kit/csv.ts'

/** One line of a reference file. An empty cell is unknown and reads as null; a column that does not exist is a bug. */
export type Line = {
  text(column: string): string
  maybe(column: string): string | null
  yes(column: string): boolean
  number(column: string): number | null
}

/** Reads a reference CSV into lines. Throws when a cell is asked for that the file does not have. */
export async function readCsv(folder: string, name: string): Promise<Line[]> {
  const { lines } = csv.readCsv(await readFile(path.join(folder, name), 'utf8'))
  return lines.map(({ cells }) => line(cells, name))
}

function line(row: csv.Cells, name: string): Line {
  const maybe = (column: string) => {
    const cell = row[column]
    if (cell === undefined) throw new Error(`${name} has no column ${column}`)
    return cell === '' ? null : cell
  }
  const text = (column: string) => {
    const cell = maybe(column)
    if (cell === null) throw new Error(`${name}: ${column} is empty in ${JSON.stringify(row)}`)
    return cell
  }
  const number = (column: string) => (maybe(column) === null ? null : Number(text(column)))
  return { text, maybe, number, yes: column => maybe(column) === 'yes' }
}
