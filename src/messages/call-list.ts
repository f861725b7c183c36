import type { Knex } from 'knex'
import { isQuiet } from '../kit/quiet-hours.ts'
import type { Keys } from '../kit/secrets.ts'
import type { Actor } from '../people/actor.ts'
import { audit } from '../people/audit.ts'
import { visibleUnits } from '../people/may.ts'
import { stoppedAmong } from './addresses.ts'
import type { Kind } from './kinds.ts'
import { type MessageRow, messageRows } from './message-row.ts'
import { spoken, titleOf } from './print-message.ts'
import { messageSettings } from './settings.ts'
import { hasNewer, stands } from './standing.ts'
import { wordsOf } from './words-of.ts'

/** Somebody to call, and what to say. */
export type Call = {
  id: string
  reference: string
  title: string
  name: string
  phone: string
  until: Date
  tries: number
  words: string[]
}

const most = 50

/** Calls of an office: where the dossier came in, or where its result is handed out. */
export const ofUnits = `exists (
  select from dossiers
  where dossiers.id = messages.dossier_id and (:every or dossiers.intake_unit = any(:units) or dossiers.return_office = any(:units)))`

export function unitsOf(by: Actor) {
  const visible = visibleUnits(by, 'call people')
  return { every: visible === 'all', units: visible === 'all' ? [] : visible }
}

/** Whom an office has to call now, at night nobody, what is news for the shortest time first. It names people, so each reading is noted. */
export async function callList(
  db: Knex,
  { by, now, hotline, keys }: { by: Actor; now: Date; hotline: string; keys: Keys },
): Promise<Call[]> {
  if (isQuiet(await messageSettings(db), now)) return []
  const wanted = await wantedAmong(db, keys, await dueCalls(db, by, now))
  const calls = wanted.map(row => callOf(row, hotline, now))
  const references = calls.map(({ reference }) => reference)
  if (calls.length) await audit(db, { by, action: 'read call list', subject: 'calls', detail: { references } }, now)
  return calls
}

const dueCalls = (db: Knex, by: Actor, now: Date): Promise<string[]> =>
  db('messages')
    .where({ state: 'waiting', channel: 'call' })
    .where('not_before', '<=', now)
    .where('not_after', '>', now)
    .whereRaw(ofUnits, unitsOf(by))
    .whereRaw(stands)
    .whereRaw(`not ${hasNewer}`)
    .orderBy('not_after')
    .orderBy('id')
    .limit(most)
    .pluck('id')

type Callable = MessageRow & { phone: string }

/** Those of them, in their order, who have a number and want to hear. */
async function wantedAmong(db: Knex, keys: Keys, ids: readonly string[]): Promise<Callable[]> {
  const rows = (await messageRows(db, ids)).filter((row): row is Callable => row.phone !== null)
  const stopped = await stoppedAmong(
    db,
    keys,
    rows.map(({ phone }) => phone),
  )
  return rows.filter(({ phone }) => !stopped.has(phone)).sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id))
}

function callOf(row: Callable, hotline: string, now: Date): Call {
  const { id, reference, name, phone, not_after: until, attempts: tries } = row
  const kind = row.kind as Kind
  return {
    id,
    reference,
    title: titleOf(kind),
    name,
    phone,
    until,
    tries,
    words: spoken(kind, wordsOf(row, hotline, now)),
  }
}
