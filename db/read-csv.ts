import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'csv-parse/sync'

/** One line of a reference file. An empty cell is unknown and reads as null; a column that does not exist is a bug. */
export type Line = {
  text(column: string): string
  maybe(column: string): string | null
  yes(column: string): boolean
  number(column: string): number | null
}

/** Reads a reference CSV into lines. Throws when a cell is asked for that the file does not have. */
export async function readCsv(folder: string, name: string): Promise<Line[]> {
  const rows: Record<string, string>[] = parse(await readFile(path.join(folder, name)), { columns: true, bom: true })
  return rows.map(row => line(row, name))
}

function line(row: Record<string, string>, name: string): Line {
  const maybe = (column: string) => {
    const cell = row[column]
    if (cell === undefined) throw new Error(`${name} has no column ${column}`)
    return cell === '' ? null : cell.normalize('NFC')
  }
  const text = (column: string) => {
    const cell = maybe(column)
    if (cell === null) throw new Error(`${name}: ${column} is empty in ${JSON.stringify(row)}`)
    return cell
  }
  const number = (column: string) => (maybe(column) === null ? null : Number(text(column)))
  return { text, maybe, number, yes: column => maybe(column) === 'yes' }
}
