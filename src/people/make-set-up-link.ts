import type { Knex } from 'knex'
import { newToken, sha256 } from '../kit/secrets.ts'
import { addMs, day } from '../kit/time.ts'

/** A link with which somebody sets their own password, once, within a day. Links given before stop working. */
export async function makeSetUpLink(db: Knex, personId: string, now: Date): Promise<string> {
  const token = newToken()
  await db('set_up_links').where({ person_id: personId }).whereNull('used_at').delete()
  await db('set_up_links').insert({ token_hash: sha256(token), person_id: personId, expires_at: addMs(now, day) })
  return token
}
