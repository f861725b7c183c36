import type { Knex } from 'knex'
import { conflict, notFound } from '../kit/errors.ts'
import type { Actor } from './actor.ts'
import { audit } from './audit.ts'
import { makeSetUpLink } from './make-set-up-link.ts'

/** A new one-time link for somebody who lost theirs or their password. Answers its token. Throws notFound, conflict. */
export async function renewSetUpLink(db: Knex, id: string, { by, now }: { by: Actor; now: Date }): Promise<string> {
  return db.transaction(async trx => {
    const person = await trx('people').where({ id }).forUpdate().first('disabled_at')
    if (!person) throw notFound('Không có tài khoản này.')
    if (person.disabled_at) throw conflict('disabled', 'Tài khoản đang khóa. Xin mở khóa trước.')
    await audit(trx, { by, action: 'renew set-up link', subject: id }, now)
    return makeSetUpLink(trx, id, now)
  })
}
