import type { Knex } from 'knex'
import { groupBy } from '../src/kit/group-by.ts'

type Column = {
  table: string
  name: string
  type: string
  is_null: boolean
  has_default: boolean
  check: string | null
}

/**
 * The row types of every table, as the text of `db/tables.ts`: the schema is the one truth, a test keeps the file equal
 * to it. A CHECK that lists words becomes a union of those words.
 */
export async function printTables(db: Knex): Promise<string> {
  const columns = await columnsOf(db)
  const tables = [...groupBy(columns, column => column.table)].map(([table, own]) => tableType(table, own))
  return `${head}\n${tables.join('\n\n')}\n\n${augmentation(columns)}\n`
}

const head = `// Printed from the schema by \`npm run db:types\`; a test fails when it is stale.
import type { Knex } from 'knex'

type Json = Record<string, unknown>
`

async function columnsOf(db: Knex): Promise<Column[]> {
  const { rows } = await db.raw(`
    select pg_class.relname as table, pg_attribute.attname as name, format_type(pg_attribute.atttypid, null) as type,
      not pg_attribute.attnotnull as is_null, pg_attribute.atthasdef or pg_attribute.attidentity <> '' as has_default,
      (select pg_get_constraintdef(pg_constraint.oid) from pg_constraint
        where conrelid = pg_class.oid and contype = 'c' and conkey = array[pg_attribute.attnum]
          and pg_get_constraintdef(pg_constraint.oid) like '%ANY (ARRAY[''%' limit 1) as check
    from pg_class join pg_attribute on pg_attribute.attrelid = pg_class.oid
    where pg_class.relkind = 'r' and pg_class.relnamespace = 'public'::regnamespace
      and pg_attribute.attnum > 0 and not pg_attribute.attisdropped and pg_class.relname not like 'migration%'
    order by pg_class.relname, pg_attribute.attnum`)
  return rows
}

const typeName = (table: string) => `${table.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase())}Row`

const tableType = (table: string, columns: Column[]) =>
  `export type ${typeName(table)} = {\n${columns.map(column => `  ${column.name}: ${typeOf(column)}`).join('\n')}\n}`

const base: Record<string, string> = {
  integer: 'number',
  bigint: 'number',
  boolean: 'boolean',
  jsonb: 'Json',
  bytea: 'Buffer',
  'timestamp with time zone': 'Date',
}

function typeOf({ type, is_null, check }: Column) {
  const words = check?.match(/'[^']*'(?=::text)/g)?.join(' | ')
  const plain = words ?? base[type.replace('[]', '')] ?? 'string'
  return `${plain}${type.endsWith('[]') ? '[]' : ''}${is_null ? ' | null' : ''}`
}

function augmentation(columns: Column[]) {
  const tables = [...groupBy(columns, column => column.table)].map(([table, own]) => {
    const optional = own.filter(column => column.is_null || column.has_default).map(column => `'${column.name}'`)
    return `    ${table}: Table<${typeName(table)}, ${optional.join(' | ') || 'never'}>`
  })
  return `type Table<Row, Optional extends keyof Row> = Knex.CompositeTableType<
  Row,
  Omit<Row, Optional> & Partial<Pick<Row, Optional>>,
  Partial<{ [Column in keyof Row]: Row[Column] | Knex.Raw }>
>

declare module 'knex/types/tables.js' {
  interface Tables {
${tables.join('\n')}
  }
}`
}
