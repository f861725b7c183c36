// For who reads a million rows: what is compared and hashed as it is written needs no object made of it.
import pg from 'pg'

/** A row as `texts` reads it: moments in ISO 8601 with milliseconds, bytes in hex. */
export type AsText<Row> = { [Column in keyof Row]: Text<Row[Column]> }
type Text<Value> = Value extends Date | Buffer ? string : Value

// By the oid of pg_type.
const parsers = new Map<number, (text: string) => unknown>([
  [17, bytes => bytes.slice(2)],
  [20, Number],
  [1082, String],
  [1184, moment],
])

/** For a query's `.options({ types: texts })`. */
export const texts = { getTypeParser: (oid: number) => parsers.get(oid) ?? pg.types.getTypeParser(oid) }

/** ISO 8601 of a moment as PostgreSQL, whose zone is UTC, writes it, without zeros at the end: `2026-11-22 13:36:00.12+00`. */
export function moment(text: string): string {
  const time = text.slice(11, -3)
  return `${text.slice(0, 10)}T${(time.length === 8 ? `${time}.` : time).padEnd(12, '0')}Z`
}
