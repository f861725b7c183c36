import type { Knex } from 'knex'
import type { z } from 'zod'
import type { Changes } from '../kit/changes-between.ts'
import { type Cells, CsvFault, readCsv } from '../kit/csv.ts'

/** A row as a line of CSV said it. */
export type Said<Row> = { at: number; row: Row }
/** What is to be corrected in a line. */
export type Fault = { at: number; detail: string }

/** A table that administrators exchange as CSV: how a line reads and is written, and how changes are put into effect. */
export type Sheet<Row> = {
  name: string
  /** The columns and what each takes. */
  line: z.ZodObject & z.ZodType<Row>
  write: (row: Row) => Cells
  /** The columns by which a row is known. */
  key: readonly string[]
  /** What a row belongs to: an import replaces all of what it names, and leaves the rest. */
  scope: (row: Row) => string
  /** Its rows are changed, none are added or removed. */
  isFixed?: true
  present: (db: Knex) => Promise<Row[]>
  /** What only the database, or several lines together, can say. */
  check?: (db: Knex, said: readonly Said<Row>[], now: Date) => Promise<Fault[]>
  apply: (trx: Knex, changes: Changes<Row>, now: Date) => Promise<void>
}

/** Reads CSV by the columns of a sheet: the lines that can be read, and what is to be corrected in the others. */
export function readSheet<Row>(
  { line }: Pick<Sheet<Row>, 'line'>,
  text: string,
): { said: Said<Row>[]; faults: Fault[] } {
  try {
    const { columns, lines } = readCsv(text)
    const faults = headingFaults(Object.keys(line.shape), columns)
    if (faults.length) return { said: [], faults }
    const read = lines.map(({ at, cells }) => ({ at, read: line.safeParse(cells) }))
    return {
      said: read.flatMap(({ at, read }) => (read.success ? [{ at, row: read.data }] : [])),
      faults: read.flatMap(({ at, read }) => (read.success ? [] : read.error.issues.map(issue => faultOf(at, issue)))),
    }
  } catch (error) {
    if (!(error instanceof CsvFault)) throw error
    return { said: [], faults: [{ at: error.at, detail: error.message }] }
  }
}

function headingFaults(wanted: readonly string[], columns: readonly string[]): Fault[] {
  const missing = wanted.filter(column => !columns.includes(column)).map(column => `Thiếu cột ${column}.`)
  const foreign = columns.filter(column => !wanted.includes(column)).map(column => `Không có cột nào tên “${column}”.`)
  const twice = columns.filter((column, i) => columns.indexOf(column) < i).map(column => `Cột ${column} có hai lần.`)
  return [...missing, ...foreign, ...twice].map(detail => ({ at: 1, detail }))
}

const faultOf = (at: number, { path, message }: z.core.$ZodIssue): Fault => ({
  at,
  detail: path.length ? `cột ${path.join('.')}: ${message}` : message,
})
