import type { Knex } from 'knex'
import { DomainError, forbidden, invalid } from '../kit/errors.ts'
import type { Actor } from '../people/actor.ts'
import type { GuessLimit } from '../people/guess-limit.ts'
import { actorById } from '../people/queries.ts'
import { provePerson } from '../people/sign-in.ts'
import type { Mode } from './options.ts'
import { handoverById } from './queries.ts'
import { actingFor } from './sides.ts'

export type Signer = { username: string; password: string }
type Asked = { id: string; mode: Mode; signer?: Signer | undefined }
type Asking = { actor: Actor; address: string; now: Date; limit: GuessLimit }

/**
 * Who signs: whoever is signed in, or on the giver's phone the one whose name and password are given there, counted and
 * throttled as a sign-in is. Throws invalid for wrong ones: the person who is signed in has done nothing wrong; notFound and
 * forbidden to those who are not the giver.
 */
export async function signingPerson(
  db: Knex,
  { id: sheet, mode, signer }: Asked,
  { actor, address, now, limit }: Asking,
): Promise<Actor> {
  if (mode !== 'pin') return actor
  // Before the password: a sheet of others is no place to try passwords.
  const { giver } = await handoverById(db, sheet, actor)
  if (!actingFor(actor, giver)) throw forbidden('Chỉ ký trên máy của bên giao.')
  if (!signer?.username.trim() || !signer.password)
    throw invalid([{ pointer: '/signer/username', detail: 'Xin để người nhận điền tên đăng nhập và mật khẩu.' }])
  const username = signer.username.trim().toLowerCase()
  const id = await provePerson(db, { username, password: signer.password, address }, limit).catch(error => {
    if (!(error instanceof DomainError) || error.kind !== 'unauthenticated') throw error
    throw invalid([{ pointer: '/signer/password', detail: error.message }], error.code)
  })
  return actorById(db, id, now)
}
