import type { Knex } from 'knex'
import type { World } from './world.ts'
import { scanBody } from './world.ts'

/** What a list of scans writes. The floor writes the same rows into tables with the same columns and indexes, and no more. */
const tables = ['scans', 'custody_events', 'event_standings', 'parcel_presents', 'crossings'] as const

const lists = 20
const scansInAList = 500

export type ListRound = { ours: number; floor: number }

/** Scans a second in lists of 500, one after the other: through the service, and as plain rows. */
export async function listRound(url: string, { db, token, codes }: World): Promise<ListRound> {
  const bodies: string[] = []
  for (let i = 0; i < lists; i++) bodies.push(scanBody(await codes(scansInAList)))
  const ours = await scansPerSecond(async () => {
    for (const body of bodies) await post(url, token, body)
  })
  const rows: Columns[][] = []
  for (const body of bodies) rows.push(await rowsOf(db, JSON.parse(body).scans))
  await emptyCopies(db)
  const floor = await scansPerSecond(async () => {
    for (const list of rows) await db.transaction(trx => writeRows(trx, list))
  })
  return { ours, floor }
}

async function scansPerSecond(work: () => Promise<void>): Promise<number> {
  const began = performance.now()
  await work()
  return (lists * scansInAList) / ((performance.now() - began) / 1000)
}

async function post(url: string, token: string, body: string) {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const reply = await fetch(`${url}/api/v1/scans`, { method: 'POST', headers, body })
  if (reply.status !== 200) throw new Error(`a list was answered ${reply.status}`)
  await reply.arrayBuffer()
}

const copyOf = (table: string) => `bench_${table}`

async function emptyCopies(db: Knex) {
  for (const table of tables) {
    await db.raw('create table if not exists ?? (like ?? including all)', [copyOf(table), table])
    await db.raw('truncate ??', [copyOf(table)])
  }
}

/** The columns of a table as text, one array each: what a list wrote there. */
type Columns = { table: string; columns: { name: string; type: string; values: (string | null)[] }[] }

async function rowsOf(db: Knex, scans: { id: string; code: string }[]): Promise<Columns[]> {
  const ids = scans.map(({ id }) => id)
  const parcels = await db('parcels')
    .whereIn(
      'code',
      scans.map(({ code }) => code),
    )
    .pluck('id')
  const keys = {
    scans: ['id', ids],
    custody_events: ['id', ids],
    event_standings: ['event_id', ids],
    parcel_presents: ['parcel_id', parcels],
    crossings: ['event_id', ids],
  } as const
  const all: Columns[] = []
  for (const table of tables) {
    const [key, wanted] = keys[table]
    const { rows: columns } = await db.raw(
      `select attname as name, format_type(atttypid, atttypmod) as type from pg_attribute
       where attrelid = ?::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
      [table],
    )
    const list = columns.map(({ name }: { name: string }) => `"${name}"::text`).join(', ')
    const { rows } = await db.raw(`select ${list} from ${table} where ${key} = any(?::uuid[])`, [[...wanted]])
    all.push({
      table,
      columns: columns.map(({ name, type }: { name: string; type: string }) => ({
        name,
        type,
        values: rows.map((row: Record<string, string | null>) => row[name]),
      })),
    })
  }
  return all
}

async function writeRows(trx: Knex, list: readonly Columns[]) {
  for (const { table, columns } of list) {
    const names = columns.map(({ name }) => `"${name}"`)
    const values = columns.map(({ name, type }) => `told."${name}"::${type}`)
    const arrays = columns.map(() => '?::text[]')
    await trx.raw(
      `insert into ${copyOf(table)} (${names.join(', ')}) select ${values.join(', ')} from unnest(${arrays.join(', ')}) as told (${names.join(', ')})`,
      columns.map(({ values }) => values as string[]),
    )
  }
}
