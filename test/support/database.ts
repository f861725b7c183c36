import type { Knex } from 'knex'
import { connect } from '../../src/platform/db.ts'
import type { Login } from '../../src/platform/ensure-logins.ts'
import { type Template, templateVariable, patience as unhurried } from './template.ts'

export type TestDatabase = {
  /** As the application's login. */
  db: Knex
  owner: Knex
  url: string
  ownerUrl: string
  /** Its name, by which it can be copied once nobody is connected. */
  name: string
  disconnect(): Promise<void>
  close(): Promise<void>
}

let clones = 0

/** A database of the test's own: a copy of `from`, else migrated with the reference data. `max` connections for the application. */
export async function testDatabase({ max = 10, patience = unhurried, from = '' } = {}): Promise<TestDatabase> {
  const template = theTemplate()
  const name = `${template.database}_${process.pid}_${++clones}`
  const admin = takeAdmin(template)
  await clone(admin, template, { name, from: from || template.database })
  const [url, ownerUrl] = [urlOf(template, name, template.app), urlOf(template, name, template.owner)]
  const [db, owner] = [
    connect(url, { max, name: 'test', patience }),
    connect(ownerUrl, { max: 4, name: 'test owner', patience }),
  ]
  const leave = () => Promise.all([db.destroy(), owner.destroy()])
  return {
    db,
    owner,
    url,
    ownerUrl,
    name,
    disconnect: () => leave().then(letAdminGo),
    async close() {
      await leave()
      await admin.raw('drop database ?? with (force)', [name])
      await letAdminGo()
    },
  }
}

let shared: Knex | null = null
let open = 0

/** One connection for as long as any database of this process is open: to connect costs more than to copy. */
function takeAdmin({ adminUrl }: Template): Knex {
  open++
  shared ??= connect(adminUrl, { max: 1, name: 'test admin', patience: unhurried })
  return shared
}

async function letAdminGo() {
  if (--open > 0) return
  const admin = shared
  shared = null
  await admin?.destroy()
}

/** The server of this run, for tests of the platform itself. */
export function theTemplate(): Template {
  const text = process.env[templateVariable]
  if (text) return JSON.parse(text)
  throw new Error('Run tests with `npm run test:only test/some.test.ts`: it starts the database they need.')
}

/** Rights on the database itself are not copied. */
async function clone(admin: Knex, { owner, app }: Template, { name, from }: { name: string; from: string }) {
  await admin.raw('create database ?? template ?? owner ?? strategy file_copy', [name, from, owner.name])
  await admin.raw('revoke all on database ?? from public', [name])
  await admin.raw('grant connect on database ?? to ??', [name, app.name])
}

function urlOf({ adminUrl }: Template, database: string, { name, password }: Login) {
  return Object.assign(new URL(adminUrl), { pathname: `/${database}`, username: name, password }).href
}
