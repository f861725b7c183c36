import type { Knex } from 'knex'
import { DomainError } from '../kit/errors.ts'
import { sha256 } from '../kit/secrets.ts'
import { countGuess, forgetGuesses, type GuessLimit } from './guess-limit.ts'
import { isPassword } from './passwords.ts'
import { openSession, type SignedIn } from './session.ts'

export type Credentials = { username: string; password: string; address: string; kind: 'page' | 'api' }

/**
 * Signs a person in: `401 sign_in_failed` for a wrong name, password or disabled account alike, `429 too_many` once
 * an account-and-address pair missed too often, for longer with each time. Answers the token, stored only as its SHA-256.
 */
export async function signIn(
  db: Knex,
  sent: Credentials,
  { now, limit }: { now: Date; limit: GuessLimit },
): Promise<SignedIn> {
  const key = sha256(`${sent.username} ${sent.address}`).toString('base64url')
  // Counted before it is weighed: of many guesses at one moment none slips by while another is weighed.
  await countGuess(limit, key)
  const person = await db('people').where({ username: sent.username }).first('id', 'password_hash', 'disabled_at')
  const isRight = await isPassword(person?.password_hash ?? null, sent.password)
  if (!isRight || !person || person.disabled_at) throw failed()
  await forgetGuesses(limit, key)
  return db.transaction(async trx => {
    // Weighing takes long enough for the password to be set anew or the account closed, which ends every session.
    const still = await trx('people')
      .where({ id: person.id, password_hash: person.password_hash })
      .whereNull('disabled_at')
      .forShare()
      .first('id')
    if (!still) throw failed()
    return openSession(trx, person.id, sent.kind, now)
  })
}

const failed = () => new DomainError('unauthenticated', 'sign_in_failed', 'Tên đăng nhập hoặc mật khẩu chưa đúng.')
