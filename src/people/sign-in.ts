import type { Knex } from 'knex'
import { DomainError } from '../kit/errors.ts'
import { sha256 } from '../kit/secrets.ts'
import { countGuess, forgetGuesses, type GuessLimit } from './guess-limit.ts'
import { isPassword } from './passwords.ts'
import { openSession, type SignedIn } from './session.ts'

/** What somebody says of themselves, and the network address from which they say it. */
export type Proof = { username: string; password: string; address: string }
export type Credentials = Proof & { kind: 'page' | 'api' }

/**
 * Signs a person in: `401 sign_in_failed` for a wrong name, password or disabled account alike, `429 too_many` once
 * an account-and-address pair missed too often, for longer with each time. Answers the token, stored only as its SHA-256.
 */
export async function signIn(
  db: Knex,
  { kind, ...proof }: Credentials,
  { now, limit }: { now: Date; limit: GuessLimit },
): Promise<SignedIn> {
  const weighed = await weigh(db, proof, limit)
  return db.transaction(async trx => {
    await refuseChanged(trx, weighed)
    return openSession(trx, weighed.id, kind, now)
  })
}

/** Answers whose name and password these are. Throws and counts as a sign-in does, but opens nothing. */
export async function provePerson(db: Knex, proof: Proof, limit: GuessLimit): Promise<string> {
  const weighed = await weigh(db, proof, limit)
  await refuseChanged(db, weighed)
  return weighed.id
}

type Weighed = { id: string; password_hash: string | null }

async function weigh(db: Knex, { username, password, address }: Proof, limit: GuessLimit): Promise<Weighed> {
  const key = sha256(`${username} ${address}`).toString('base64url')
  // Counted before it is weighed: of many guesses at one moment none slips by while another is weighed.
  await countGuess(limit, key)
  const person = await db('people').where({ username }).first('id', 'password_hash', 'disabled_at')
  const isRight = await isPassword(person?.password_hash ?? null, password)
  if (!isRight || !person || person.disabled_at) throw failed()
  await forgetGuesses(limit, key)
  return person
}

/** Weighing takes long enough for the password to be set anew or the account closed, which ends every session. */
async function refuseChanged(db: Knex, { id, password_hash }: Weighed) {
  const still = await db('people').where({ id, password_hash }).whereNull('disabled_at').forShare().first('id')
  if (!still) throw failed()
}

const failed = () => new DomainError('unauthenticated', 'sign_in_failed', 'Tên đăng nhập hoặc mật khẩu chưa đúng.')
