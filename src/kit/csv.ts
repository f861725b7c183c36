import { CsvError, type Info, parse } from 'csv-parse/sync'

/** A line of a CSV file, its cells by the column they stand under; `at` is its number, the heading is the first. */
export type CsvLine = { at: number; cells: Cells }
export type Cells = Record<string, string>
export type Csv = { columns: string[]; lines: CsvLine[] }

/** What cannot be read as CSV, and where. */
export class CsvFault extends Error {
  constructor(
    readonly at: number,
    message: string,
  ) {
    super(message)
  }
}

/**
 * Reads CSV as a spreadsheet saves or copies it: separated by commas, semicolons or tabs, as its heading is; empty lines are
 * passed over, cells trimmed and composed (NFC). Throws CsvFault.
 */
export function readCsv(text: string): Csv {
  const [heading, ...rows] = records(text)
  if (!heading) throw new CsvFault(1, 'Chưa có dòng tiêu đề.')
  const columns = heading.record
  return { columns, lines: rows.map(row => ({ at: row.info.lines, cells: cellsOf(columns, row) })) }
}

type CsvRecord = { record: string[]; info: Info }

function records(text: string): CsvRecord[] {
  const options = { delimiter: separatorOf(text), info: true, bom: true, trim: true, relax_column_count: true }
  try {
    return parse(text.normalize('NFC'), { ...options, skip_empty_lines: true }) as unknown as CsvRecord[]
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    throw new CsvFault(Number(error['lines'] ?? 1), 'Dấu ngoặc kép mở ra mà không đóng lại, hoặc đặt giữa ô.')
  }
}

const separatorOf = (text: string) => /[,;\t]/.exec(text.trimStart().split('\n', 1)[0] ?? '')?.[0] ?? ','

function cellsOf(columns: readonly string[], { record, info }: CsvRecord): Cells {
  if (record.length > columns.length) throw new CsvFault(info.lines, 'Nhiều ô hơn số cột của tiêu đề.')
  return Object.fromEntries(columns.map((column, i) => [column, record[i] ?? '']))
}

/** The same the other way, for whoever edits it and sends it back. */
export const csvOf = (columns: readonly string[], rows: readonly Cells[]): string =>
  [columns, ...rows.map(row => columns.map(column => row[column] ?? ''))]
    .map(cells => `${cells.map(quoted).join(',')}\n`)
    .join('')

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
