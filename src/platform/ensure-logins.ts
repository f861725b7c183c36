import { createHmac } from 'node:crypto'
import type { Knex } from 'knex'
import { connect } from './db.ts'
import { oneAtATime } from './one-at-a-time.ts'

export type Login = { name: string; password: string }
/** The owner changes the schema, the application changes rows; neither may become the other. */
export type Logins = { database: string; owner: Login; app: Login }

/** The names of an embedded database; its passwords follow from the administrator's, so there is nothing to keep. */
export function embeddedLogins(adminUrl: string): Logins {
  const password = (of: string) => createHmac('sha256', new URL(adminUrl).password).update(of).digest('hex')
  return {
    database: 'buu_tram',
    owner: { name: 'buu_tram_owner', password: password('owner') },
    app: { name: 'buu_tram_app', password: password('app') },
  }
}

/**
 * Creates the database and its two logins where they are missing and sets their passwords, as often as it is called.
 * `adminUrl` may create databases and roles. Answers the addresses to connect to.
 */
export async function ensureLogins(adminUrl: string, logins: Logins): Promise<{ ownerUrl: string; appUrl: string }> {
  const admin = connect(adminUrl, { max: 1, name: 'buu-tram logins', patience: 30_000 })
  try {
    await oneAtATime(admin, 'buu-tram logins', () => create(admin, logins))
  } finally {
    await admin.destroy()
  }
  return {
    ownerUrl: urlOf(adminUrl, logins.database, logins.owner),
    appUrl: urlOf(adminUrl, logins.database, logins.app),
  }
}

async function create(admin: Knex, { database, owner, app }: Logins) {
  for (const login of [owner, app]) await ensureLogin(admin, login)
  const known = await admin('pg_database').where({ datname: database }).first('oid')
  if (!known) await createDatabase(admin, database, owner.name)
  await admin.raw('revoke all on database ?? from public', [database])
  await admin.raw('grant connect on database ?? to ??', [database, app.name])
}

async function ensureLogin(admin: Knex, { name, password }: Login) {
  const known = await admin('pg_roles').where({ rolname: name }).first('oid')
  if (!known) await admin.raw('create role ??', [name])
  await admin.raw('alter role ?? login nocreatedb nocreaterole password ?', [name, admin.raw(literal(password))])
}

// A utility statement takes no parameters.
const literal = (text: string) => `'${text.replaceAll("'", "''")}'`

async function createDatabase(admin: Knex, database: string, owner: string) {
  // An administrator who is no superuser must be a member of the owner to give a database away.
  const me = await admin('pg_roles')
    .where({ rolname: admin.raw('current_user') })
    .first('rolsuper')
  if (!me?.rolsuper) await admin.raw('grant ?? to current_user', [owner])
  await admin.raw('create database ?? owner ?? template template0 encoding ?', [database, owner, admin.raw(`'UTF8'`)])
}

function urlOf(adminUrl: string, database: string, { name, password }: Login) {
  const url = new URL(adminUrl)
  url.pathname = `/${database}`
  url.username = name
  url.password = password
  return url.href
}
