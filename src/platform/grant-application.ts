import type { Knex } from 'knex'
import { oneAtATime } from './one-at-a-time.ts'
import { StartError } from './start-error.ts'

type Table = { name: string; append_only: boolean; migrations: boolean }

/**
 * Gives the application's login exactly what it needs, as often as it is called: rows of every table may be read and
 * written, those of a table whose comment starts with `append-only` only read and added, the notes on migrations only
 * read. Throws `StartError` when that login could give itself more. Call it after `migrate`, as the owner.
 */
export async function grantApplication(owner: Knex, appLogin: string): Promise<void> {
  await refusePowerful(owner, appLogin)
  await oneAtATime(owner, 'buu-tram grants', () =>
    owner.transaction(async trx => {
      await trx.raw('revoke all on all tables in schema public from ??', [appLogin])
      await trx.raw('grant usage on schema public to ??', [appLogin])
      await trx.raw('grant usage on all sequences in schema public to ??', [appLogin])
      for (const table of await tables(trx)) await grant(trx, table, appLogin)
    }),
  )
}

async function refusePowerful(owner: Knex, appLogin: string) {
  const { rows } = await owner.raw<{ rows: { powerful: boolean }[] }>(
    `select rolsuper or rolcreaterole or pg_has_role(oid, current_user, 'member') as powerful
       from pg_roles where rolname = ?`,
    [appLogin],
  )
  if (!rows[0]) throw new StartError(`PostgreSQL has no login named ${appLogin}.`)
  if (rows[0].powerful) {
    throw new StartError(
      `The application's login ${appLogin} could change the history: it must be an ordinary login, not the owner's.`,
    )
  }
}

/** A partition is as strict as the table it belongs to, also when it is addressed directly. */
async function tables(trx: Knex): Promise<Table[]> {
  const { rows } = await trx.raw<{ rows: Table[] }>(
    `select relname as name,
            relname in ('migration_files', 'migrations', 'migrations_lock') as migrations,
            coalesce(obj_description(coalesce(pg_partition_root(oid), oid), 'pg_class') ilike 'append-only%', false)
              as append_only
       from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')
        and not exists (select from pg_depend where objid = pg_class.oid and deptype = 'e')`,
  )
  return rows
}

async function grant(trx: Knex, { name, append_only, migrations }: Table, appLogin: string) {
  const rights = migrations ? 'select' : append_only ? 'select, insert' : 'select, insert, update, delete'
  await trx.raw(`grant ${rights} on ?? to ??`, [name, appLogin])
}
