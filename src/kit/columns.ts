/** Columns with the name of their table. A list of them is then also the type of the row: `Pick<Row, (typeof list)[number]>`. */
export const columnsOf = (table: string, columns: readonly string[]): string[] =>
  columns.map(column => `${table}.${column}`)
