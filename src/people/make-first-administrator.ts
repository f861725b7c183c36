import type { Knex } from 'knex'
import { v7 as uuidv7 } from 'uuid'
import { administrators } from './keep-an-administrator.ts'
import { makeSetUpLink } from './make-set-up-link.ts'

/**
 * Where nobody can sign in as administrator yet: makes the account if it is missing and a one-time link to set it up.
 * Null once an administrator in force has a password. There are no default passwords.
 */
export async function makeFirstAdministrator(db: Knex, now: Date): Promise<string | null> {
  return db.transaction(async trx => {
    const admins = await administrators(trx, now)
    if (admins.some(admin => admin.password_hash)) return null
    return makeSetUpLink(trx, admins[0]?.id ?? (await newAdministrator(trx, now)), now)
  })
}

async function newAdministrator(trx: Knex, now: Date) {
  const id = uuidv7()
  const isTaken = await trx('people').where({ username: 'admin' }).first('id')
  const username = isTaken ? `admin.${id.slice(-6)}` : 'admin'
  await trx('people').insert({ id, username, name: 'Quản trị viên', created_at: now })
  await trx('assignments').insert({ id: uuidv7(), person_id: id, role: 'admin', since: now })
  return id
}
