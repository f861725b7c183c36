import type { Knex } from 'knex'
import { DomainError } from '../kit/errors.ts'
import { newToken, sha256 } from '../kit/secrets.ts'
import { addMs, hour, minute } from '../kit/time.ts'
import type { Actor } from './actor.ts'
import { countGuess, forgetGuesses, type GuessLimit } from './guess-limit.ts'
import { isPassword } from './passwords.ts'
import { actorById } from './queries.ts'

export type Credentials = { username: string; password: string; address: string; kind: 'page' | 'api' }
export type SignedIn = { token: string; expires_at: Date; person: Actor }

const longest = 12 * hour
const idle = { page: 30 * minute, api: longest }

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
  if (!isRight || !person || person.disabled_at)
    throw new DomainError('unauthenticated', 'sign_in_failed', 'Tên đăng nhập hoặc mật khẩu chưa đúng.')
  await forgetGuesses(limit, key)
  return openSession(db, person.id, sent.kind, now)
}

/** Opens a session for somebody who has just proved who they are. */
export async function openSession(db: Knex, person_id: string, kind: 'page' | 'api', now: Date): Promise<SignedIn> {
  const token = newToken()
  const expires_at = addMs(now, longest)
  await db('sessions').insert({ token_hash: sha256(token), person_id, kind, created_at: now, seen_at: now, expires_at })
  return { token, expires_at, person: await actorById(db, person_id, now) }
}

/** The person behind a token, or null when it is unknown, expired, idle too long, or the account was disabled. */
export async function actorOfToken(db: Knex, token: string, kind: 'page' | 'api', now: Date): Promise<Actor | null> {
  const session = await db('sessions')
    .join('people', 'people.id', 'sessions.person_id')
    .where({ token_hash: sha256(token), kind })
    .where('sessions.expires_at', '>', now)
    .where('sessions.seen_at', '>', addMs(now, -idle[kind]))
    .whereNull('people.disabled_at')
    .first('sessions.person_id', 'sessions.seen_at')
  if (!session) return null
  await keepAlive(db, token, session.seen_at, now)
  return actorById(db, session.person_id, now)
}

/** At most once a minute, so that a day of scanning is not a day of session writes. */
async function keepAlive(db: Knex, token: string, seenAt: Date, now: Date) {
  if (now.getTime() - seenAt.getTime() < minute) return
  await db('sessions')
    .where({ token_hash: sha256(token) })
    .update({ seen_at: now })
}

/** Ends the session of a token; one that is unknown is ended already. */
export const signOut = async (db: Knex, token: string): Promise<void> => {
  await db('sessions')
    .where({ token_hash: sha256(token) })
    .delete()
}

/** Expired sessions prove nothing any more. */
export const forgetOldSessions = (db: Knex, now: Date): Promise<number> =>
  db('sessions').where('expires_at', '<', now).delete()
