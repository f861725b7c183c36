import type { Knex } from 'knex'
import { notFound } from '../kit/errors.ts'
import { sha256 } from '../kit/secrets.ts'
import { hashPassword } from './passwords.ts'

const spent = () => notFound('Liên kết này đã dùng hoặc đã hết hạn. Xin người quản trị cấp liên kết mới.')

const open = (db: Knex, token: string, now: Date) =>
  db('set_up_links')
    .where({ token_hash: sha256(token) })
    .whereNull('used_at')
    .where('expires_at', '>', now)

/** Whose password an unused link sets. Throws notFound for one that is used, expired or made up. */
export async function personOfSetUpLink(
  db: Knex,
  token: string,
  now: Date,
): Promise<{ id: string; name: string; username: string }> {
  const person = await open(db, token, now)
    .join('people', 'people.id', 'set_up_links.person_id')
    .whereNull('people.disabled_at')
    .first('people.id', 'people.name', 'people.username')
  if (!person) throw spent()
  return person
}

/**
 * Sets the password that a set-up link is for, once: of two at the same moment, one finds it used. Every session of the
 * person ends, for whoever held the old password. Throws notFound, or invalid for a password that is too weak.
 */
export async function useSetUpLink(
  db: Knex,
  { token, password }: { token: string; password: string },
  now: Date,
): Promise<void> {
  const person = await personOfSetUpLink(db, token, now)
  const password_hash = await hashPassword(password, person.username)
  await db.transaction(async trx => {
    const [used] = await open(trx, token, now).update({ used_at: now }).returning('person_id')
    if (!used) throw spent()
    await trx('people').where({ id: person.id }).update({ password_hash })
    await trx('sessions').where({ person_id: person.id }).delete()
  })
}
