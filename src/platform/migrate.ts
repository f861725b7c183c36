import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Knex } from 'knex'
import type pg from 'pg'
import { oneAtATime } from './one-at-a-time.ts'
import { StartError } from './start-error.ts'

type Migration = { name: string; sql: string; sha256: string }
type Say = (sentence: string) => void

/**
 * Brings the database up to the plain SQL files `NNNN_name.sql` of `folder`, in order, each in one transaction with
 * the note that it ran. Several processes may call it at once. Throws `StartError` when a file that ran was edited,
 * when the database knows files that the folder does not, or when a new file comes before one that ran.
 */
export async function migrate(owner: Knex, folder: string, say: Say = () => {}): Promise<void> {
  const migrations = await migrationsIn(folder)
  await oneAtATime(owner, 'buu-tram migrate', async () => {
    await prepare(owner)
    refuseStrangers(migrations, await applied(owner))
    await applyAll(owner, migrations, say)
  })
}

async function migrationsIn(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter(name => name.endsWith('.sql')).sort()
  refuseNames(names)
  return Promise.all(names.map(name => readMigration(folder, name)))
}

function refuseNames(names: string[]) {
  const strange = names.find(name => !/^\d{4}_[a-z0-9_-]+\.sql$/.test(name))
  if (strange) throw new StartError(`The migration ${strange} must be named like 0001_places.sql.`)
  const double = names.find((name, i) => names[i + 1]?.startsWith(name.slice(0, 5)))
  if (double) throw new StartError(`Two migrations share the number of ${double}; renumber the newer one.`)
}

async function readMigration(folder: string, name: string): Promise<Migration> {
  // A checkout may turn line ends into CRLF: that is not an edit.
  const sql = (await readFile(path.join(folder, name), 'utf8')).replaceAll('\r\n', '\n')
  return { name, sql, sha256: createHash('sha256').update(sql).digest('hex') }
}

/** The extensions are trusted ones: the owner of a database may create them. */
async function prepare(owner: Knex) {
  for (const extension of ['pg_trgm', 'btree_gist']) {
    await owner.raw('create extension if not exists ??', [extension])
  }
  await owner.raw('create table if not exists migration_files (name text primary key, sha256 text not null)')
}

const applied = (owner: Knex): Promise<Omit<Migration, 'sql'>[]> =>
  owner('migration_files').select('name', 'sha256').orderBy('name')

function refuseStrangers(migrations: Migration[], known: Omit<Migration, 'sql'>[]) {
  for (const { name, sha256 } of known) {
    const migration = migrations.find(one => one.name === name)
    if (!migration) {
      throw new StartError(`The database is newer than this version of the service (it has ${name}): install that one.`)
    }
    if (migration.sha256 !== sha256) {
      throw new StartError(`The migration ${name} was edited after it ran: restore it and write a new one instead.`)
    }
  }
  const late = migrations[known.length - 1]
  if (late && late.name !== known.at(-1)?.name) {
    throw new StartError(
      `A new migration comes before ${known.at(-1)?.name}, which already ran: give it a later number.`,
    )
  }
}

async function applyAll(owner: Knex, migrations: Migration[], say: Say) {
  const wishes = { migrationSource: source(migrations), tableName: 'migrations' }
  for (;;) {
    const [, ran]: [number, string[]] = await owner.migrate.up(wishes)
    if (ran.length === 0) return
    say(`Migration ${ran[0]} applied.`)
  }
}

const source = (migrations: Migration[]): Knex.MigrationSource<Migration> => ({
  getMigrations: async () => migrations,
  getMigrationName: migration => migration.name,
  getMigration: async migration => ({ up: trx => run(trx, migration), down: forwardOnly }),
})

async function run(trx: Knex, { name, sql, sha256 }: Migration) {
  // Past knex, which would take a question mark in the file for a binding.
  const connection: pg.Client = await trx.client.acquireConnection()
  await connection.query(`set local statement_timeout = 0; set local lock_timeout = '30s'`)
  await connection.query(sql)
  await trx('migration_files').insert({ name, sha256 })
}

async function forwardOnly() {
  throw new Error('Migrations go forward only.')
}
