import type { Knex } from 'knex'
import { type Changes, changesBetween } from '../kit/changes-between.ts'
import { type Cells, csvOf } from '../kit/csv.ts'
import { invalid } from '../kit/errors.ts'
import { type Fault, readSheet, type Said, type Sheet } from '../platform/sheet.ts'

export type Asked = {
  csv: string
  /** Replaces the whole table, not only what the lines name. */
  isWhole: boolean
}

/** What an import would change, and doing it. */
export type Plan = { shown: Changes<Cells>; scopes: string[]; apply: (trx: Knex) => Promise<void> }

/** A sheet without its type: what it holds, and what some CSV would make of it. */
export type Importable = {
  name: string
  columns: string[]
  isFixed: boolean
  csv: (db: Knex) => Promise<string>
  /** Throws invalid with all that is to be corrected, line by line. */
  plan: (db: Knex, asked: Asked, now: Date) => Promise<Plan>
}

/**
 * Takes a sheet and answers what administrators do with it: `csv` writes what its table holds now, `plan` reads what they
 * wrote and answers what that adds, changes and removes of the scopes it names, or of the whole table. Nothing is written
 * until the plan is applied, in a transaction of whoever does. `plan` throws invalid, once for all lines.
 */
export function importable<Row>(sheet: Sheet<Row>): Importable {
  const { name, line, write, isFixed = false } = sheet
  const columns = Object.keys(line.shape)
  return {
    name,
    columns,
    isFixed,
    csv: async db => csvOf(columns, (await sheet.present(db)).map(write)),
    async plan(db, { csv, isWhole }, now) {
      const wanted = await rowsOf(sheet, db, csv, now)
      const present = await sheet.present(db)
      const named = new Set([...wanted, ...(isWhole && !isFixed ? present : [])].map(sheet.scope))
      const replaced = present.filter(row => named.has(sheet.scope(row)))
      const changes = changesBetween(
        { present: replaced, wanted },
        { keyOf: row => keyOf(sheet, row), written: row => JSON.stringify(inOrder(columns, write(row))) },
      )
      return { shown: shown(changes, write), scopes: [...named].sort(), apply: trx => sheet.apply(trx, changes, now) }
    },
  }
}

async function rowsOf<Row>(sheet: Sheet<Row>, db: Knex, csv: string, now: Date): Promise<Row[]> {
  const { said, faults } = readSheet(sheet, csv)
  const all = [...faults, ...repeated(sheet, said), ...((await sheet.check?.(db, said, now)) ?? [])]
  if (!all.length && !said.length) all.push({ at: 2, detail: 'chưa có dòng nào.' })
  if (all.length)
    throw invalid(
      all.sort((a, b) => a.at - b.at).map(({ at, detail }) => ({ pointer: '/csv', detail: `Dòng ${at}: ${detail}` })),
    )
  return said.map(({ row }) => row)
}

function repeated<Row>(sheet: Sheet<Row>, said: readonly Said<Row>[]): Fault[] {
  const first = new Map<string, number>()
  return said.flatMap(({ at, row }) => {
    const before = first.get(keyOf(sheet, row))
    if (before === undefined) first.set(keyOf(sheet, row), at)
    return before === undefined ? [] : [{ at, detail: `lặp lại dòng ${before}.` }]
  })
}

const inOrder = (columns: readonly string[], cells: Cells) => columns.map(column => cells[column] ?? '')
const keyOf = <Row>({ key, write }: Sheet<Row>, row: Row) => JSON.stringify(inOrder(key, write(row)))

const shown = <Row>({ added, changed, removed }: Changes<Row>, write: (row: Row) => Cells): Changes<Cells> => ({
  added: added.map(write),
  changed: changed.map(({ before, after }) => ({ before: write(before), after: write(after) })),
  removed: removed.map(write),
})
