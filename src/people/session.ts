import type { Knex } from 'knex'
import { newToken, sha256 } from '../kit/secrets.ts'
import { addMs, hour, latest, minute } from '../kit/time.ts'
import type { Actor } from './actor.ts'
import { actorById, actorsById } from './queries.ts'

/** Pages send a cookie, programs a bearer token; neither is taken for the other. */
export type SessionKind = 'page' | 'api'
export type SignedIn = { token: string; expires_at: Date; person: Actor }
/** A token that somebody shows at a moment. */
export type Shown = { token: string; kind: SessionKind; now: Date }

const longest = 12 * hour
const idle = { page: 30 * minute, api: longest }

/** Opens a session for somebody who has just proved who they are. The token is stored only as its SHA-256. */
export async function openSession(db: Knex, person_id: string, kind: SessionKind, now: Date): Promise<SignedIn> {
  const token = newToken()
  const expires_at = addMs(now, longest)
  await db('sessions').insert({ token_hash: sha256(token), person_id, kind, created_at: now, seen_at: now, expires_at })
  return { token, expires_at, person: await actorById(db, person_id, now) }
}

/** The people behind tokens, in order; null for one that is unknown, expired, idle too long, or of a disabled account. */
export async function actorsOfTokens(db: Knex, shown: readonly Shown[]): Promise<(Actor | null)[]> {
  const sessions = await sessionsOf(db, shown)
  const open = shown.map(one => sessions.get(keyOf(one.token)) ?? null).map((row, i) => openFor(row, shown[i] as Shown))
  const now = latest(shown.map(one => one.now))
  await keepAlive(db, open, now)
  const actors = await actorsById(db, [...new Set(open.flatMap(row => (row ? [row.person_id] : [])))], now)
  return open.map(row => (row && actors.get(row.person_id)) ?? null)
}

type Session = { token_hash: Buffer; kind: string; person_id: string; seen_at: Date; expires_at: Date }
const keyOf = (token: string) => sha256(token).toString('base64')

async function sessionsOf(db: Knex, shown: readonly Shown[]): Promise<Map<string, Session>> {
  const rows: Session[] = await db('sessions')
    .join('people', 'people.id', 'sessions.person_id')
    .whereRaw('sessions.token_hash = any(?)', [[...new Set(shown.map(({ token }) => token))].map(sha256)])
    .whereNull('people.disabled_at')
    .options({ name: 'sessions' })
    .select('token_hash', 'kind', 'sessions.person_id', 'sessions.seen_at', 'sessions.expires_at')
  return new Map(rows.map(row => [row.token_hash.toString('base64'), row]))
}

const openFor = (row: Session | null, { kind, now }: Shown) =>
  row && row.kind === kind && row.expires_at > now && row.seen_at > addMs(now, -idle[kind]) ? row : null

/** At most once a minute, so that a day of scanning is not a day of session writes. */
async function keepAlive(db: Knex, open: readonly (Session | null)[], now: Date) {
  const stale = open.flatMap(row => (row && now.getTime() - row.seen_at.getTime() >= minute ? [row.token_hash] : []))
  if (stale.length) await db('sessions').whereRaw('token_hash = any(?)', [stale]).update({ seen_at: now })
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
